using Inspectorates.Hosting.Records;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;
using Microsoft.Data.Sqlite;

namespace Inspectorates.Hosting.Importing;

/// <summary>Imports one record on the writer: decides, then brings inspection and verdicts to what is to stand.</summary>
internal sealed class RecordImport(IInspectorate inspectorate)
{
    /// <param name="given">The record, complete.</param>
    public ImportOutcome Run(SqliteConnection connection, Stamp stamp, ImportedRecord given)
    {
        var offered = UndatedRecords.UnderItsStandingKey(connection, given);
        var stored = ImportTable.Find(connection, offered.SourceKey);
        var decision = ImportDecision.Of(stored?.Record, offered);
        var outcome = new ImportOutcome { SourceKey = given.SourceKey, Category = decision.Category, Explanation = decision.Explanation };
        outcome.Conflicts.AddRange(decision.Conflicts);

        if (decision.Standing is null)
            Count(connection, outcome, stored!, offered);
        else
            Apply(connection, stamp, outcome, stored, decision);
        return outcome;
    }

    // Nothing changes: the offered verdicts are there already, but for those a coding by reading stands in for.
    private static void Count(SqliteConnection connection, ImportOutcome outcome, StoredImport stored, ImportedRecord offered)
    {
        outcome.Inspection = stored.Inspection;
        if (outcome.Category != ImportOutcome.Types.Category.Unchanged)
            return;
        var names = ImportTable.Verdicts(connection, offered.SourceKey);
        outcome.VerdictsUnchanged = offered.Verdicts.Count(verdict => names.ContainsKey(verdict.Key));
        outcome.VerdictsReplacedByReading = offered.Verdicts.Count(verdict =>
            verdict.Verdict.Coding == Verdict.Types.Coding.ByRule && !names.ContainsKey(verdict.Key));
    }

    private void Apply(SqliteConnection connection, Stamp stamp, ImportOutcome outcome, StoredImport? stored, ImportDecision decision)
    {
        var standing = decision.Standing!;
        var key = InspectionKeys.Of(standing.Inspection, standing.SourceKey);
        var name = stored?.Inspection ?? InspectionTable.NameOf(connection, key) ?? Names.OfInspection(inspectorate.Code);
        ImportTable.Set(connection, stamp, standing, name);

        var inspection = MergedInspection.Of(ImportTable.OfInspection(connection, name));
        inspection.Name = name;
        inspection.Key = InspectionTable.Find(connection, name)?.Inspection.Key ?? key;
        outcome.Inspection = name;

        // The inspection comes before its verdicts in the log, and again where their grades change what the rule says.
        new InspectionImport(connection, stamp, inspectorate).Bring(inspection, decision);
        new VerdictImport(connection, stamp, outcome, standing, stored?.Record, decision, inspection).Run();
        new InspectionImport(connection, stamp, inspectorate).CheckRule(name);
    }
}
