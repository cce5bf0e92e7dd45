using Inspectorates.Hosting.Records;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Importing;

/// <summary>Imports one record on the writer: decides, then brings inspection and verdicts to what is to stand.</summary>
internal sealed class RecordImport(
    IInspectorate inspectorate, Names names, VerdictTable verdicts, InspectionTable inspections, ImportTable imports, FollowUpImport followUps)
{
    /// <param name="given">The record, complete.</param>
    public ImportOutcome Run(WriteSession session, Stamp stamp, ImportedRecord given)
    {
        var offered = UndatedRecords.UnderItsStandingKey(session, given);
        var stored = ImportTable.Find(session, offered.SourceKey);
        var decision = ImportDecision.Of(stored?.Record, offered);
        var outcome = new ImportOutcome { SourceKey = given.SourceKey, Category = decision.Category, Explanation = decision.Explanation };
        outcome.Conflicts.AddRange(decision.Conflicts);

        if (decision.Standing is not null && IsWithdrawn(session, stored))
            return new ImportOutcome
            {
                SourceKey = given.SourceKey,
                Category = ImportOutcome.Types.Category.Conflicting,
                Inspection = stored!.Inspection,
                Explanation = "the inspection was withdrawn here and stays withdrawn: nothing of this record is taken",
            };
        if (decision.Standing is null)
            Count(session, outcome, stored!, offered);
        else
            Apply(session, stamp, outcome, stored, decision);
        if (decision.Standing is not null || decision.Category == ImportOutcome.Types.Category.Unchanged)
            Follow(session, stamp, outcome, offered);
        return outcome;
    }

    // What a publisher has withdrawn no edition of a source brings back.
    private static bool IsWithdrawn(WriteSession session, StoredImport? stored) =>
        stored is not null && InspectionTable.Find(session, stored.Inspection)?.Inspection.State == Inspection.Types.State.Withdrawn;

    // What follows an inspection may come to be known after it: it is added where the facts themselves are the same. Nothing follows one
    // that was withdrawn here.
    private void Follow(WriteSession session, Stamp stamp, ImportOutcome outcome, ImportedRecord offered)
    {
        if (PublicTable.StandingInspection(session, outcome.Inspection) is null)
            return;
        var (added, isRevised) = followUps.Run(session, stamp, offered, outcome.Inspection);
        if (outcome.Category != ImportOutcome.Types.Category.Unchanged)
            return;
        var said = new List<string>();
        if (added > 0)
            said.Add(added == 1 ? "one record that follows it was added" : $"{added} records that follow it were added");
        if (isRevised)
            said.Add("its statement was revised");
        outcome.Explanation = string.Join("; ", said);
    }

    // Nothing changes: the offered verdicts are there already, but for those a coding by reading stands in for.
    private static void Count(WriteSession session, ImportOutcome outcome, StoredImport stored, ImportedRecord offered)
    {
        outcome.Inspection = stored.Inspection;
        if (outcome.Category != ImportOutcome.Types.Category.Unchanged)
            return;
        var known = ImportTable.Verdicts(session, offered.SourceKey);
        outcome.VerdictsUnchanged = offered.Verdicts.Count(verdict => known.ContainsKey(verdict.Key));
        outcome.VerdictsReplacedByReading = offered.Verdicts.Count(verdict =>
            verdict.Verdict.Coding == Verdict.Types.Coding.ByRule && !known.ContainsKey(verdict.Key));
    }

    private void Apply(WriteSession session, Stamp stamp, ImportOutcome outcome, StoredImport? stored, ImportDecision decision)
    {
        var standing = decision.Standing!;
        var key = InspectionKeys.Of(standing.Inspection, standing.SourceKey);
        var name = stored?.Inspection ?? InspectionTable.NameOfPublic(session, key) ?? names.NewInspection();
        imports.Set(session, stamp, standing, name);

        var inspection = MergedInspection.Of(ImportTable.OfInspection(session, name));
        inspection.Name = name;
        inspection.Key = InspectionTable.Find(session, name)?.Inspection.Key ?? key;
        outcome.Inspection = name;

        // The inspection comes before its verdicts in the log, and again where their grades change what the rule says.
        var import = new InspectionImport(session, stamp, inspectorate, inspections);
        import.Bring(inspection, decision);
        new VerdictImport(session, stamp, names, verdicts, outcome, standing, stored?.Record, decision, inspection).Run();
        import.CheckRule(name);
        followUps.Open(session, stamp, name);
    }
}
