using Inspectorates.Hosting.Importing;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;
using Microsoft.Data.Sqlite;

namespace Inspectorates.Hosting.Records;

/// <summary>Writes verdicts of the inspectorate's own systems, on the writer.</summary>
internal sealed class VerdictWrites(IInspectorate inspectorate)
{
    public Verdict Record(SqliteConnection connection, Stamp stamp, Verdict complete, string path)
    {
        var verdict = complete.Clone();
        FillInspection(connection, verdict, path);
        verdict.Name = Names.OfVerdict(inspectorate.Code);
        var recorded = VerdictTable.Append(connection, stamp, verdict, 1, PublicDays.OfFirst(verdict, stamp.Today));
        CheckRule(connection, stamp, recorded);
        return recorded;
    }

    public Verdict Supersede(SqliteConnection connection, Stamp stamp, Verdict complete, string reason, string etag)
    {
        var current = Current(connection, complete.Name, "verdict.name", etag);
        var verdict = complete.Clone();
        FillInspection(connection, verdict, "verdict");
        verdict.RevisionReason = reason;
        var recorded = VerdictTable.Append(
            connection, stamp, verdict, current.Revision + 1, PublicDays.OfCorrection(verdict, stamp.Today));
        CheckRule(connection, stamp, recorded);
        return recorded;
    }

    public Verdict Withdraw(SqliteConnection connection, Stamp stamp, string name, string reason, string etag)
    {
        var current = Current(connection, name, "name", etag);
        var tombstone = current.Clone();
        tombstone.State = Verdict.Types.State.Withdrawn;
        tombstone.RevisionReason = reason;
        var recorded = VerdictTable.Append(connection, stamp, tombstone, current.Revision + 1, stamp.Today);
        CheckRule(connection, stamp, recorded);
        return recorded;
    }

    private static Verdict Current(SqliteConnection connection, string name, string field, string etag)
    {
        var current = VerdictTable.Find(connection, name)
            ?? throw RefusalException.Of(ErrorReason.VerdictNotFound, field, $"There is no verdict '{Shown.Of(name)}'.");
        if (etag.Length > 0 && etag != current.Etag)
            throw RefusalException.Of(ErrorReason.EtagMismatch, "etag", "The verdict has changed since it was read. Read it again and decide anew.");
        return current.State == Verdict.Types.State.Withdrawn
            ? throw new RefusalException(ErrorReason.StateForbids, "The verdict is WITHDRAWN, which is final: record a new one.")
            : current;
    }

    private static void FillInspection(SqliteConnection connection, Verdict verdict, string path)
    {
        if (verdict.Inspection.Length == 0)
            return;
        var stored = InspectionTable.Find(connection, verdict.Inspection) ?? throw RefusalException.Of(
            ErrorReason.InspectionUnknown, $"{path}.inspection", $"The inspection '{Shown.Of(verdict.Inspection)}' is not in this inspectorate's record.");
        verdict.InspectionKey = stored.Inspection.Key;
    }

    private void CheckRule(SqliteConnection connection, Stamp stamp, Verdict verdict)
    {
        if (verdict.Inspection.Length > 0)
            new InspectionImport(connection, stamp, inspectorate).CheckRule(verdict.Inspection);
    }
}
