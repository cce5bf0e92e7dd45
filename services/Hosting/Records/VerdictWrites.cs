using Inspectorates.Hosting.Importing;
using Inspectorates.Hosting.Records.Replies;
using Inspectorates.Hosting.Records.Steps;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;
using static Inspectorates.V1.Verdict.Types;

namespace Inspectorates.Hosting.Records;

/// <summary>Writes verdicts of the inspectorate's own systems, on the writer.</summary>
internal sealed class VerdictWrites(
    IInspectorate inspectorate, Names names, VerdictTable verdicts, InspectionTable inspections, OpenedTogether together)
{
    private const string Superseding = "inspectorates.v1.VerdictService/SupersedeVerdict";
    private const string Withdrawing = "inspectorates.v1.VerdictService/WithdrawVerdict";

    /// <param name="verdict">The verdict, complete; changed in place and returned.</param>
    public Verdict Record(WriteSession session, Stamp stamp, Verdict verdict, string path)
    {
        FillInspection(session, verdict, path);
        verdict.Name = names.NewVerdict();
        return Append(session, stamp, verdict, 1, PublicDays.OfFirst(verdict, stamp.Today));
    }

    /// <param name="verdict">The verdict, complete; changed in place and returned.</param>
    public Verdict Supersede(WriteSession session, Stamp stamp, Verdict verdict, string reason, string etag)
    {
        var current = Taken(session, stamp, Superseding, verdict.Name, "verdict.name", etag);
        if (verdict.State == State.Published && !IsFact(session, verdict.Name))
            throw new RefusalException(
                ErrorReason.StateForbids,
                $"The verdict is {EnumNames.NameOf(current.State)} and this inspectorate's own: it is superseded by a DRAFT, which becomes PUBLISHED by being submitted, approved and published.");
        FillInspection(session, verdict, "verdict");
        verdict.RevisionReason = reason;
        if (current.State == State.Scheduled)
            ScheduleTable.Remove(session, current.Name);
        var superseded = Append(session, stamp, verdict, current.Revision + 1, PublicDays.OfCorrection(verdict, stamp.Today));
        if (superseded.Inspection != current.Inspection)
            together.With(session, stamp, current.Inspection);
        return superseded;
    }

    public Verdict Withdraw(WriteSession session, Stamp stamp, string name, string reason, string etag)
    {
        var current = Taken(session, stamp, Withdrawing, name, "name", etag);
        ScheduleTable.Remove(session, name);
        var withdrawn = verdicts.Withdraw(session, stamp, current, reason, stamp.Today);
        CheckRule(session, stamp, withdrawn);
        together.With(session, stamp, current.Inspection);
        return withdrawn;
    }

    /// <summary>The latest revision, which the caller may take this step on.</summary>
    /// <param name="method">Service and method.</param>
    /// <param name="field">The request's field that names it.</param>
    /// <param name="etag">The etag the caller read; empty: whatever is current.</param>
    /// <exception cref="RefusalException">There is none, it has changed, or its state, the role or the authorship forbids it.</exception>
    public static Verdict Taken(WriteSession session, Stamp stamp, string method, string name, string field, string etag)
    {
        var current = VerdictTable.Find(session, name)
            ?? throw RefusalException.Of(ErrorReason.VerdictNotFound, field, $"There is no verdict '{Shown.Of(name)}'.");
        if (etag.Length > 0 && etag != current.Etag)
            throw RefusalException.Of(ErrorReason.EtagMismatch, "etag", "The verdict has changed since it was read. Read it again and decide anew.");
        Permission.Check(method, stamp.Caller, new StandingRecord(
            "verdict", EnumNames.NameOf(current.State), IsFact(session, name), PublicTable.Verdict(session, name) is not null,
            () => VerdictTable.Authors(session, name)));
        return current;
    }

    /// <summary>Checks what is public of the verdict's inspection against the framework's own rule.</summary>
    public void CheckRule(WriteSession session, Stamp stamp, Verdict verdict)
    {
        if (verdict.Inspection.Length > 0)
            new InspectionImport(session, stamp, inspectorate, inspections).CheckRule(verdict.Inspection);
    }

    private Verdict Append(WriteSession session, Stamp stamp, Verdict verdict, int revision, DateOnly counts)
    {
        var isPublic = verdict.State == State.Published;
        var recorded = verdicts.Append(session, stamp, verdict, revision, counts, isPublic ? verdict : null);
        if (isPublic)
            CheckRule(session, stamp, recorded);
        return recorded;
    }

    // What entered as PUBLISHED was published elsewhere; what enters as a draft goes the way of approval.
    private static bool IsFact(WriteSession session, string name) => session.Number(
        "SELECT COUNT(*) FROM verdict_revision WHERE name = @name AND revision = 1 AND public_from IS NOT NULL", ("@name", name)) == 1;

    private static void FillInspection(WriteSession session, Verdict verdict, string path)
    {
        if (verdict.Inspection.Length == 0)
            return;
        var stored = InspectionTable.Find(session, verdict.Inspection) ?? throw RefusalException.Of(
            ErrorReason.InspectionUnknown, $"{path}.inspection", $"The inspection '{Shown.Of(verdict.Inspection)}' is not in this inspectorate's record.");
        verdict.InspectionKey = stored.Inspection.Key;
        if (verdict.Pilot && !stored.Inspection.Pilot)
            throw RefusalException.Of(ErrorReason.FieldsInconsistent, $"{path}.pilot", $"{path}.pilot is set though its inspection was no pilot.");
        // Never mixed: what a pilot found is a pilot's, whoever forgets to say so.
        verdict.Pilot = stored.Inspection.Pilot;
    }
}
