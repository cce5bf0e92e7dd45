using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>Writes differences down as records of the contract. Both verdicts are cited as they are.</summary>
internal sealed class DifferenceRecords(
    Descriptions descriptions, Catalogue catalogue, DifferenceOptions options, Func<Verdict, JointVerdict> cite)
{
    private readonly Explanation explanation = new(descriptions, catalogue, options);
    private readonly CauseWords causes = new(descriptions);

    public Difference Write(Differing differing)
    {
        var pair = differing.Pair;
        var (one, other, comparison) = pair;
        return new Difference
        {
            Id = differing.Id,
            Kind = differing.Kind,
            Reason = comparison.Reason,
            Strong = differing.Strong,
            Stale = differing.Stale,
            Process = pair.Process,
            Aspect = pair.Aspect,
            Verdicts = { cite(one.Verdict), cite(other.Verdict) },
            Explanation = explanation.Of(differing),
            Area = differing.Area,
            Remarks = { Remarks.Of(pair, code => descriptions.ShortLabel(code)) },
            DaysApart = comparison.Distance.Days,
            DistanceBasis = comparison.Distance.Basis,
            StepsApart = differing.Steps,
            SharedProcesses = { comparison.SharedProcesses },
            Causes = { causes.Write(pair, differing.Causes) },
            Direction = Direction(pair),
            WindowDays = options.WindowDays,
            StrongSteps = options.StrongSteps,
        };
    }

    private static Difference.Types.Direction Direction(ComparedPair pair)
    {
        if (pair.Comparison.Finding is Finding.Divergence || pair.Later is not { } later)
            return Difference.Types.Direction.Unspecified;
        // The two are opposed, so that it went to where the later stands.
        return Axis.SideOf(later.Verdict.Standing) is Axis.Side.AsExpected
            ? Difference.Types.Direction.ToBetter
            : Difference.Types.Direction.ToWorse;
    }
}
