using Inspectorates.V1;

namespace Inspectorates.Hosting.Store;

/// <summary>From which day a revision counts when the past is read.</summary>
internal static class PublicDays
{
    /// <summary>The first revision, or one that says better what was published then.</summary>
    public static DateOnly OfFirst(Verdict verdict, DateOnly today) =>
        Days.Parse(verdict.PublishedOn) ?? Earlier(Days.Parse(verdict.PlacedOn), today);

    /// <summary>A correction: from the day of the edition that brought it, never before the first publication.</summary>
    public static DateOnly OfCorrection(Verdict verdict, DateOnly today) =>
        Later(OfFirst(verdict, today), EditionDay(verdict.Source, today));

    /// <summary>The first revision of an inspection: its publication, else the first of its verdicts.</summary>
    public static DateOnly OfFirst(Inspection inspection, IEnumerable<Verdict> verdicts, DateOnly today) =>
        Days.Parse(inspection.PublishedOn) ?? verdicts.Select(verdict => OfFirst(verdict, today)).Append(today).Min();

    /// <summary>A correction of an inspection.</summary>
    public static DateOnly OfCorrection(Inspection inspection, IEnumerable<Verdict> verdicts, DateOnly today) =>
        Later(OfFirst(inspection, verdicts, today), EditionDay(inspection.Source, today));

    /// <summary>The day of an edition; today where it is not known.</summary>
    public static DateOnly EditionDay(Provenance? source, DateOnly today) => Earlier(Days.Parse(source?.EditionDay ?? ""), today);

    private static DateOnly Earlier(DateOnly? day, DateOnly today) => day is { } known && known < today ? known : today;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
