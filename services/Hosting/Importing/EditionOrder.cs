using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Importing;

/// <summary>Which of two editions of a source is the later.</summary>
internal static class EditionOrder
{
    /// <summary>
    /// Compares two editions: by time where both tell one, else by the last number in both names. An edition that tells
    /// when or which it is comes after one that tells nothing.
    /// </summary>
    /// <returns>Positive: the first is later. Zero: the same. Null: it cannot be told.</returns>
    public static int? Compare(Provenance one, Provenance other)
    {
        if (one.Edition == other.Edition && one.EditionDay == other.EditionDay)
            return 0;
        if (EditionTime.Of(one) is { } oneTime && EditionTime.Of(other) is { } otherTime)
            return oneTime.CompareTo(otherTime);
        if (EditionTime.Of(one) is null && EditionTime.Of(other) is null
            && EditionTime.NumberIn(one.Edition) is { } number && EditionTime.NumberIn(other.Edition) is { } otherNumber)
            return number == otherNumber ? null : number.CompareTo(otherNumber);
        return TellsNothing(one) == TellsNothing(other) ? null : TellsNothing(other) ? 1 : -1;
    }

    /// <summary>Compares the editions of two accounts of one inspection.</summary>
    /// <returns>As <see cref="Compare(Provenance, Provenance)"/>.</returns>
    public static int? Compare(ImportedRecord one, ImportedRecord other)
    {
        // What was made before the other was published is no later edition of it, whatever the other tells.
        if (IsBefore(one, other))
            return -1;
        return IsBefore(other, one) ? 1 : Compare(one.Inspection.Source, other.Inspection.Source);
    }

    private static bool IsBefore(ImportedRecord record, ImportedRecord other) =>
        PublishedOn(other) is { } day && EditionTime.Of(record.Inspection.Source) is { } time && time.Last < day;

    // Where the source gives no day of publication, the latest day a verdict is placed at.
    private static DateOnly? PublishedOn(ImportedRecord record) =>
        Days.Parse(record.Inspection.PublishedOn) ?? record.Verdicts.Max(verdict => Days.Parse(verdict.Verdict.PlacedOn));

    private static bool TellsNothing(Provenance source) =>
        EditionTime.Of(source) is null && EditionTime.NumberIn(source.Edition) is null;
}
