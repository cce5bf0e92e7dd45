using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Importing;

/// <summary>Brings an inspection to what is to stand, and checks its grades against the framework's own rule.</summary>
internal sealed class InspectionImport(WriteSession session, Stamp stamp, IInspectorate inspectorate, InspectionTable inspections)
{
    /// <summary>Appends a revision if the facts of the inspection changed.</summary>
    public void Bring(Inspection inspection, ImportDecision decision)
    {
        var stored = InspectionTable.Find(session, inspection.Name);
        if (stored is not null && Cells.SameFacts(stored.Inspection, inspection)
            && stored.Inspection.Source?.Authority == inspection.Source.Authority)
            return;
        inspection.Discrepancies.Clear();
        if (stored is not null)
            inspection.Discrepancies.AddRange(stored.Inspection.Discrepancies);

        inspections.Append(session, stamp, inspection, (stored?.Revision ?? 0) + 1, CountsFrom(stored, inspection, decision), inspection);
    }

    /// <summary>Appends a revision if the published grades of the inspection now break, or no longer break, the rule.</summary>
    /// <param name="name">Name of the inspection.</param>
    public void CheckRule(string name)
    {
        var stored = InspectionTable.Find(session, name)!;
        // What is not public takes no part: the public reads what comes of it.
        var found = inspectorate.Check(stored.Inspection, PublicTable.VerdictsOf(session, name));
        if (found.SequenceEqual(stored.Inspection.Discrepancies))
            return;
        var inspection = stored.Inspection.Clone();
        inspection.Discrepancies.Clear();
        inspection.Discrepancies.AddRange(found);
        var isPublic = inspection.State == Inspection.Types.State.Published;
        inspections.Append(session, stamp, inspection, stored.Revision + 1, stored.From, isPublic ? inspection : null, authored: false);
    }

    private DateOnly CountsFrom(StoredInspection? stored, Inspection inspection, ImportDecision decision)
    {
        var verdicts = decision.Standing!.Verdicts.Select(verdict => verdict.Verdict);
        if (stored is null || decision.IsRestated)
            return PublicDays.OfFirst(inspection, verdicts, stamp.Today);
        // Another source fills in what this one left empty: it counts as what it completes does.
        return decision.Category == ImportOutcome.Types.Category.Superseded
            ? PublicDays.OfCorrection(inspection, verdicts, stamp.Today)
            : stored.From;
    }
}
