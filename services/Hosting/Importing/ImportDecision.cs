using Inspectorates.V1;
using static Inspectorates.V1.ImportOutcome.Types;

namespace Inspectorates.Hosting.Importing;

/// <summary>What becomes of an offered record.</summary>
/// <param name="Category">Its category.</param>
/// <param name="Explanation">Why, in one sentence; empty where the category says it all.</param>
/// <param name="Conflicts">Where it differs from what stands.</param>
/// <param name="Standing">What stands from now on; null: what stood.</param>
/// <param name="IsRestated">
/// True: it says better what was published then, and counts from the first publication. False: a correction, which counts
/// from its edition's day.
/// </param>
internal sealed record ImportDecision(
    Category Category,
    string Explanation,
    IReadOnlyList<ImportConflict> Conflicts,
    ImportedRecord? Standing,
    bool IsRestated)
{
    private static readonly IReadOnlyList<ImportConflict> None = [];

    /// <summary>
    /// Decides. Official beats scraped in either order; of one authority the newer edition supersedes; the older never does.
    /// </summary>
    /// <param name="stored">What stands; null: nothing.</param>
    /// <param name="offered">What is offered, complete.</param>
    public static ImportDecision Of(ImportedRecord? stored, ImportedRecord offered)
    {
        if (stored is null)
            return new(Category.Recorded, "", None, offered, false);
        var same = Cells.SameFacts(stored, offered);
        return (IsOfficial(stored), IsOfficial(offered)) switch
        {
            (true, false) => OfScraped(stored, offered),
            (false, true) => OfOfficial(stored, offered),
            _ => same ? OfSame(stored, offered) : OfDiffering(stored, offered),
        };
    }

    private static ImportDecision OfScraped(ImportedRecord stored, ImportedRecord offered)
    {
        var contradicted = ContradictedBy(stored, offered);
        return contradicted.Count > 0
            ? new(Category.Conflicting, "the official value stands against the scraped one", contradicted, null, false)
            : new(Category.Unchanged, "", None, null, false);
    }

    private static ImportDecision OfOfficial(ImportedRecord stored, ImportedRecord offered)
    {
        var contradicted = ContradictedBy(offered, stored);
        return contradicted.Count > 0
            ? new(Category.Conflicting, "the official value replaces the scraped one", contradicted, offered, true)
            : new(Category.Superseded, "official source", None, offered, true);
    }

    private static ImportDecision OfSame(ImportedRecord stored, ImportedRecord offered)
    {
        var isNewer = EditionOrder.Compare(offered, stored) > 0;
        var completed = Texts.Completed(stored, offered, out var added);
        if (isNewer)
            Confirm(completed.Inspection.Source, offered.Inspection.Source);
        if (added)
            return new(Category.Superseded, "text added", None, completed, true);
        // That a later edition says the same is kept: an edition between the two must not supersede afterwards.
        return new(Category.Unchanged, "", None, isNewer ? completed : null, true);
    }

    private static ImportDecision OfDiffering(ImportedRecord stored, ImportedRecord offered)
    {
        var (standing, edition) = (stored.Inspection.Source.Edition, offered.Inspection.Source.Edition);
        var order = EditionOrder.Compare(offered, stored);
        if (order > 0)
            return new(Category.Superseded, "", None, Texts.Kept(stored, offered), false);
        var why = order switch
        {
            < 0 => $"older edition {edition} does not supersede {standing}",
            0 => $"edition {edition} says two things; the first stands",
            _ => $"it cannot be told whether edition {edition} is later than {standing}, which stands",
        };
        return new(Category.Conflicting, why, Importing.Conflicts.Differing(stored, offered), null, false);
    }

    private static List<ImportConflict> ContradictedBy(ImportedRecord stands, ImportedRecord offered) =>
        Importing.Conflicts.Contradicted(stands, offered);

    private static void Confirm(Provenance kept, Provenance newer)
    {
        kept.Edition = newer.Edition;
        kept.EditionDay = newer.EditionDay;
    }

    private static bool IsOfficial(ImportedRecord record) => record.Inspection.Source.Authority == Provenance.Types.Authority.Official;
}
