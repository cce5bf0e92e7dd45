namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>
/// Which broad judgements speak for their authors today. Of each keeper and author set, line of frameworks and agency:
/// those of the latest inspection that gave a grade, its headline where it has one and each of them where not.
/// </summary>
internal static class LatestInspections
{
    public static IReadOnlyList<Comparand> Mark(IReadOnlyList<Comparand> comparands)
    {
        var speaking = comparands
            .Where(comparand => comparand.IsBroad && !comparand.IsSetAside)
            .GroupBy(comparand => (
                comparand.Verdict.Inspectorate,
                comparand.Authors,
                comparand.Lineage,
                Subjects.Key(comparand.Verdict)))
            .SelectMany(Speaking)
            .ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. comparands.Select(comparand =>
            speaking.Contains(comparand) ? comparand with { SpeaksToday = true } : comparand)];
    }

    private static List<Comparand> Speaking(IEnumerable<Comparand> ofOneLine)
    {
        var latest = ofOneLine
            .GroupBy(comparand => (comparand.Verdict.InspectionKey, Day: DayOf(comparand), comparand.Verdict.Framework))
            .GroupBy(inspection => inspection.Key.InspectionKey.Length > 0
                ? inspection.Key.InspectionKey
                : $"{inspection.Key.Framework} {inspection.Key.Day:O}")
            .MaxBy(inspection => (inspection.Max(part => part.Key.Day), inspection.Key), ByDayThenKey.Instance)!
            .SelectMany(part => part)
            .ToList();
        var headlines = latest.FindAll(comparand => comparand.IsHeadline);
        return headlines.Count > 0 ? headlines : latest;
    }

    // A judgement without any date is older than one with a date: it never pushes a dated one aside.
    private static DateOnly DayOf(Comparand comparand) => Days.OrderingDay(comparand.Verdict) ?? DateOnly.MinValue;

    private sealed class ByDayThenKey : IComparer<(DateOnly Day, string Key)>
    {
        public static readonly ByDayThenKey Instance = new();

        public int Compare((DateOnly Day, string Key) one, (DateOnly Day, string Key) other) =>
            one.Day != other.Day ? one.Day.CompareTo(other.Day) : string.CompareOrdinal(one.Key, other.Key);
    }
}
