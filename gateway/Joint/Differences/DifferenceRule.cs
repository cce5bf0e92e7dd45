using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>
/// When two verdicts contradict each other: the table of the same name in the project's account of the domain, row by
/// row, the first match wins. Grade codes are never read; the order of the two does not matter. What the table leaves
/// open is decided in docs/decisions/0030 to 0032 and 0140.
/// </summary>
internal sealed class DifferenceRule(DifferenceOptions options, Func<string, string, bool> kindsMayBeSame)
{
    /// <summary>The two, the one that comes first in time before the other, with what comes of comparing them.</summary>
    public ComparedPair Pair(Comparand one, Comparand other)
    {
        var comparison = Compare(one, other);
        return ComesFirst(one, other) ? new ComparedPair(one, other, comparison) : new ComparedPair(other, one, comparison);
    }

    public Comparison Compare(Comparand one, Comparand other)
    {
        var reasons = SetAside.Reasons(one, other);
        var distance = Distance.Between(one, other);
        var comparison = reasons.Count > 0
            ? new Comparison(Finding.SetAside) { LeftOutFor = reasons }
            : CompareJudged(one, other, distance);
        return comparison with { Distance = distance };
    }

    // Rows 2 to 4.
    private Comparison CompareJudged(Comparand one, Comparand other, Distance distance)
    {
        if (Axis.Alike(one.Verdict.Standing, other.Verdict.Standing))
            return new Comparison(Finding.Alike) { LeftOutFor = NotHeld.ConfirmsNothing(one, other, distance) };
        if (one.IsBroad || other.IsBroad) return CompareBroad(one, other);
        return one.Verdict.Process.Length > 0 && one.Verdict.Process == other.Verdict.Process
            ? CompareOnOneProcess(one, other, distance)
            : new Comparison(Finding.NothingInCommon);
    }

    // Row 3.
    private Comparison CompareBroad(Comparand one, Comparand other)
    {
        string[] shared = [.. one.Processes.Intersect(other.Processes).Order(StringComparer.Ordinal)];
        if (AreOneJudgement(one, other) && Axis.Opposed(one.Verdict.Standing, other.Verdict.Standing))
            return new Comparison(Finding.OverTime) { SharedProcesses = shared };
        if (shared.Length == 0) return new Comparison(Finding.NothingInCommon);
        var leftOut = NotHeld.LeftOutFor(one, other);
        return leftOut.Count > 0
            ? new Comparison(Finding.NothingInCommon) { LeftOutFor = leftOut }
            : new Comparison(Finding.Divergence, Difference.Types.Reason.DifferentScope) { SharedProcesses = shared };
    }

    // Rows 5 to 9.
    private Comparison CompareOnOneProcess(Comparand one, Comparand other, Distance distance)
    {
        if (DivergesIn(one, other) is { } reason) return new Comparison(Finding.Divergence, reason);
        return one.Authors == other.Authors || distance.IsBeyond(options.WindowDays)
            ? new Comparison(Finding.OverTime)
            : new Comparison(Finding.Contradiction);
    }

    private Difference.Types.Reason? DivergesIn(Comparand one, Comparand other)
    {
        bool Either(Func<Comparand, bool> holds) => holds(one) || holds(other);

        if (Either(IsMapped)) return Difference.Types.Reason.MappedFramework;
        if (Subjects.AreDifferentAgencies(one.Verdict, other.Verdict, kindsMayBeSame))
            return Difference.Types.Reason.DifferentAgency;
        if (Either(verdict => verdict.Aspect.Length == 0)) return Difference.Types.Reason.AspectUnknown;
        if (one.Aspect != other.Aspect) return Difference.Types.Reason.DifferentAspect;
        if (Either(verdict => verdict.Verdict.Coding is Verdict.Types.Coding.ByRule))
            return Difference.Types.Reason.CodedByRule;
        if (Either(verdict => verdict.Verdict.Standing is Grade.Types.Standing.Mixed))
            return Difference.Types.Reason.MixedGrade;
        return null;
    }

    // Of two of which one is a broad judgement: where their judgements are the same, both are.
    private bool AreOneJudgement(Comparand one, Comparand other) =>
        one.Authors == other.Authors
        && one.Verdict.Inspectorate == other.Verdict.Inspectorate
        && one.Lineage == other.Lineage
        && one.Verdict.Judgement == other.Verdict.Judgement
        && Subjects.AreSame(one.Verdict, other.Verdict, kindsMayBeSame);

    private static bool ComesFirst(Comparand one, Comparand other)
    {
        var byDay = FirstDay(one).CompareTo(FirstDay(other));
        return (byDay != 0 ? byDay : string.CompareOrdinal(one.Verdict.Name, other.Verdict.Name)) < 0;
    }

    private static DateOnly FirstDay(Comparand comparand) =>
        comparand.Fieldwork?.First ?? Days.OrderingDay(comparand.Verdict) ?? DateOnly.MinValue;

    private static bool IsMapped(Comparand comparand) =>
        comparand.Verdict.Coding is Verdict.Types.Coding.Mapped || comparand.Verdict.MappedFrom.Length > 0;
}
