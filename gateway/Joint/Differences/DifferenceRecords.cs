using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>Writes differences down as records of the contract. Both verdicts are cited as they are.</summary>
internal sealed class DifferenceRecords(
    string area, Descriptions descriptions, Catalogue catalogue, DifferenceOptions options, Func<Verdict, JointVerdict> cite)
{
    private readonly Explanation explanation = new(descriptions, catalogue);

    public Difference Write(ComparedPair pair)
    {
        var (one, other, comparison) = pair;
        var process = Process(pair);
        var aspect = !one.IsBroad && !other.IsBroad && one.Aspect == other.Aspect ? one.Aspect : "";
        var steps = Axis.Steps(one.Verdict.Standing, other.Verdict.Standing);
        return new Difference
        {
            Id = DifferenceId.Of(area, process, aspect, one.Verdict.Name, other.Verdict.Name),
            Kind = comparison.Finding switch
            {
                Finding.Contradiction => Difference.Types.Kind.Contradiction,
                Finding.Divergence => Difference.Types.Kind.Divergence,
                Finding.OverTime => Difference.Types.Kind.OverTime,
                _ => throw new ArgumentException("This pair does not differ.", nameof(pair)),
            },
            Reason = comparison.Reason,
            Strong = comparison.Finding is Finding.Contradiction && steps >= options.StrongSteps,
            Stale = comparison.Distance.IsBeyond(options.WindowDays),
            Process = process,
            Aspect = aspect,
            Verdicts = { cite(one.Verdict), cite(other.Verdict) },
            Explanation = explanation.Of(pair),
            Area = area,
            Remarks = { Remarks.Of(pair, code => descriptions.ShortLabel(code)) },
            DaysApart = comparison.Distance.Days,
            DistanceBasis = comparison.Distance.Basis,
            StepsApart = steps,
            SharedProcesses = { comparison.SharedProcesses },
        };
    }

    private static string Process(ComparedPair pair) =>
        pair.One.IsBroad ? pair.Other.Verdict.Process : pair.One.Verdict.Process;
}
