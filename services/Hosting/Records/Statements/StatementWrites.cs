using Inspectorates.Hosting.Records.Steps;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;
using Requirement = Inspectorates.V1.Statement.Types.Requirement;
using State = Inspectorates.V1.Statement.Types.State;

namespace Inspectorates.Hosting.Records.Statements;

/// <summary>Writes records of statements of proposed action, on the writer.</summary>
internal sealed class StatementWrites(Names names, FurtherTable records)
{
    private const string Service = "inspectorates.v1.StatementService/";

    /// <param name="given">The record, complete but for what depends on the inspection; not changed.</param>
    public Statement Record(WriteSession session, Stamp stamp, Statement given)
    {
        var recorded = given.Clone();
        FillFrom(session, recorded);
        if (Standing(session, recorded.Inspection).Count > 0)
            throw RefusalException.Of(
                ErrorReason.StatementExists, "statement.inspection", "There is a record for this inspection already: a change is a revision of it.");
        if (recorded.State == State.Published)
            MustBePublic(session, recorded);
        recorded.Name = names.New(StatementKind.Kind);
        return records.Append(session, stamp, StatementKind.Kind, recorded);
    }

    /// <param name="given">The record as it is to be; not changed.</param>
    public Statement Revise(WriteSession session, Stamp stamp, Statement given, string reason, string etag)
    {
        var current = Taken(session, stamp, "ReviseStatement", given.Name, etag);
        var revised = given.Clone();
        (revised.Inspection, revised.State, revised.StateReason, revised.Revision, revised.RevisionReason) =
            (current.Inspection, current.State, current.StateReason, current.Revision, reason);
        revised.Source ??= current.Source;
        FillFrom(session, revised);
        return records.Append(session, stamp, StatementKind.Kind, revised);
    }

    /// <summary>Takes what a later edition of the source says. What it leaves empty of a statement that is needed stays.</summary>
    /// <param name="standing">The record as it stands.</param>
    /// <param name="offered">What the later edition says; not changed.</param>
    /// <returns>Whether it says anything else.</returns>
    public bool Supersede(WriteSession session, Stamp stamp, Statement standing, Statement offered)
    {
        if (offered.Requirement == Requirement.NotStated)
            return false;
        var superseding = offered.Clone();
        if (offered.Requirement == standing.Requirement)
        {
            superseding.PrincipalAuthority ??= standing.PrincipalAuthority;
            superseding.ReportReceivedOn = Kept(offered.ReportReceivedOn, standing.ReportReceivedOn);
            superseding.StatedDueOn = Kept(offered.StatedDueOn, standing.StatedDueOn);
            superseding.ReceivedOn = Kept(offered.ReceivedOn, standing.ReceivedOn);
        }

        (superseding.Name, superseding.Inspection, superseding.State, superseding.Revision, superseding.RevisionReason) =
            (standing.Name, standing.Inspection, standing.State, standing.Revision, $"edition {offered.Source.Edition}");
        FillFrom(session, superseding);
        if (Said(superseding) == Said(standing) && Equals(superseding.PrincipalAuthority, standing.PrincipalAuthority))
            return false;
        records.Append(session, stamp, StatementKind.Kind, superseding);
        return true;

        static string Kept(string later, string before) => later.Length > 0 ? later : before;

        static (Requirement, string, string, string, string) Said(Statement one) =>
            (one.Requirement, one.ReportReceivedOn, one.StatedDueOn, one.ReceivedOn, one.DueOn);
    }

    public Statement Publish(WriteSession session, Stamp stamp, string name, string etag)
    {
        var published = Taken(session, stamp, "PublishStatement", name, etag).Clone();
        if (stamp.ClockIsBehind)
            throw new RefusalException(
                ErrorReason.ClockBehind, "The service's clock is behind the last entry of its record. Nothing is made public until it has caught up.");
        MustBePublic(session, published);
        FillFrom(session, published);
        // Why drafts were written anew is no part of what becomes public.
        (published.State, published.RevisionReason) = (State.Published, "");
        return records.Append(session, stamp, StatementKind.Kind, published);
    }

    public Statement Withdraw(WriteSession session, Stamp stamp, string name, string reason, string etag) =>
        Withdraw(session, stamp, Taken(session, stamp, "WithdrawStatement", name, etag), reason);

    /// <summary>Withdraws the statement of an inspection that was withdrawn.</summary>
    /// <param name="inspection">Resource name of the inspection.</param>
    /// <param name="reason">Why.</param>
    public void WithdrawWith(WriteSession session, Stamp stamp, string inspection, string reason)
    {
        foreach (var one in Standing(session, inspection))
            Withdraw(session, stamp, one, reason);
    }

    /// <summary>Brings the statement of an inspection to what has become of the inspection: its areas and the day it is due.</summary>
    /// <param name="inspection">Resource name of the inspection.</param>
    public void Follow(WriteSession session, Stamp stamp, string inspection)
    {
        foreach (var current in Standing(session, inspection))
        {
            var followed = current.Clone();
            FillFrom(session, followed);
            if (followed.Equals(current))
                continue;
            followed.RevisionReason = "the record of its inspection has changed";
            records.Append(session, stamp, StatementKind.Kind, followed);
        }
    }

    private Statement Withdraw(WriteSession session, Stamp stamp, Statement current, string reason)
    {
        var withdrawn = current.Clone();
        (withdrawn.State, withdrawn.StateReason, withdrawn.RevisionReason) = (State.Withdrawn, reason, "");
        return records.Append(session, stamp, StatementKind.Kind, withdrawn);
    }

    private static List<Statement> Standing(WriteSession session, string inspection) =>
        FurtherTable.With(session, StatementKind.Kind, "inspection", inspection).FindAll(one => one.State != State.Withdrawn);

    private static Statement Taken(WriteSession session, Stamp stamp, string method, string name, string etag)
    {
        var current = FurtherTable.Current(session, StatementKind.Kind, name, etag);
        Permission.Check(Service + method, stamp.Caller, new StandingRecord(
            "statement", EnumNames.NameOf(current.State), current.Source is not null, FurtherTable.Public(session, StatementKind.Kind, name) is not null,
            () => FurtherTable.Authors(session, name)));
        return current;
    }

    private static void FillFrom(WriteSession session, Statement statement)
    {
        var inspection = InspectionTable.Find(session, statement.Inspection)?.Inspection ?? throw RefusalException.Of(
            ErrorReason.InspectionUnknown, "statement.inspection", $"The inspection '{Shown.Of(statement.Inspection)}' is not in this inspectorate's record.");
        statement.Footprint = inspection.Footprint.Clone();
        StatementDue.Fill(statement, inspection.StatementDueOn);
    }

    private static void MustBePublic(WriteSession session, Statement statement)
    {
        if (PublicTable.StandingInspection(session, statement.Inspection) is null)
            throw RefusalException.Of(
                ErrorReason.InspectionNotPublic, "statement.inspection", "Its inspection is not public, or is withdrawn, so that nothing of it is published.");
    }
}
