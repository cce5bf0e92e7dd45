using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>What else a reader should know of a difference, each a short sentence.</summary>
internal static class Remarks
{
    /// <summary>What counts as the aspect of a process as a whole.</summary>
    private const string Whole = "whole";

    public static IEnumerable<string> Of(ComparedPair pair, Func<string, string> label)
    {
        var (one, other, comparison) = pair;
        if (IsWhole(one, other) || IsWhole(other, one)) yield return "One is about the whole, the other about a part.";
        if (one.Authors.IsJoint != other.Authors.IsJoint)
            yield return $"The joint inspection against {(one.Authors.IsJoint ? other : one).Authors.Words(label)} alone.";
        foreach (var footprint in Footprints(one, other))
            yield return $"{footprint}, not for this area alone.";
        if (new[] { one, other }.Any(comparand => comparand.Verdict.CreditsEarlierAction))
            yield return "A report itself credits action taken since an earlier inspection.";
        if (comparison.Distance.Basis is Difference.Types.DistanceBasis.Publication)
            yield return "The time between them is measured by publication, because a fieldwork is not known.";
        if (!comparison.Distance.IsKnown)
            yield return "The time between them is not known, because neither fieldwork nor publication of both is.";
        foreach (var comparand in new[] { one, other }.Where(comparand => comparand.Verdict.Source?.Uri is null or ""))
            yield return $"No address of the report of {comparand.Authors.Words(label)} is known: {WhyNoAddress(comparand.Verdict)}.";
    }

    private static bool IsWhole(Comparand one, Comparand other) =>
        !one.IsBroad && !other.IsBroad
        && ((!Subjects.IsAgency(one.Verdict) && Subjects.IsAgency(other.Verdict))
            || (one.Aspect == Whole && other.Aspect.Length > 0 && other.Aspect != Whole));

    private static bool IsWider(Comparand comparand) => comparand.Verdict.Footprint?.Areas.Count > 1;

    private static IEnumerable<string> Footprints(Comparand one, Comparand other)
    {
        if (IsWider(one) && one.Verdict.Footprint.Equals(other.Verdict.Footprint))
            return [$"Both are {Footprint(one)}"];
        return new[] { one, other }.Where(IsWider).Select(comparand => $"One is {Footprint(comparand)}");
    }

    private static string Footprint(Comparand comparand)
    {
        Footprint footprint = comparand.Verdict.Footprint;
        var count = Words.Count(footprint.Areas.Count, "area");
        return footprint.Label.Length > 0 ? $"{footprint.Label} ({count})" : $"{count} wide";
    }

    private static string WhyNoAddress(Verdict verdict) =>
        verdict.Source is not { } source ? "it is a record of the inspectorate's own systems, which state none"
        : source.Edition.Length > 0 ? $"the data it was taken from ({source.Edition}) give none"
        : "the data it was taken from give none";
}
