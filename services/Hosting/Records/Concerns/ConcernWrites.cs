using Google.Protobuf.WellKnownTypes;
using Inspectorates.Hosting.Records.Steps;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;
using static Inspectorates.V1.Concern.Types;

namespace Inspectorates.Hosting.Records.Concerns;

/// <summary>Writes concerns, on the writer: raised, escalated, closed; each a revision.</summary>
internal sealed class ConcernWrites(Names names, FurtherTable table, Ladder ladder)
{
    private const string Escalating = "inspectorates.v1.ConcernService/EscalateConcern";
    private const string Closing = "inspectorates.v1.ConcernService/CloseConcern";

    /// <summary>Raises a concern.</summary>
    /// <param name="concern">The concern, complete but for what depends on the record; changed in place and returned.</param>
    public Concern Raise(WriteSession session, Stamp stamp, Concern concern)
    {
        concern.Name = names.New(ConcernKind.Kind);
        concern.State = State.Open;
        concern.RaisedAt = Timestamp.FromDateTimeOffset(stamp.At);
        concern.RaisedOn = stamp.Today.Iso();
        Stand(concern, concern.Holder, stamp);
        return table.Append(session, stamp, ConcernKind.Kind, concern);
    }

    /// <summary>Moves a concern up the ladder.</summary>
    /// <param name="holder">The role of the step; empty: the next.</param>
    public Concern Escalate(WriteSession session, Stamp stamp, string name, string holder, string reason, string etag)
    {
        var concern = Current(session, stamp, Escalating, name, etag);
        var above = ladder.Above(concern.Stage);
        if (above.Count == 0)
            throw new RefusalException(
                ErrorReason.TopOfLadder, $"The concern is with the {concern.Stage.Label}, the last step of the ladder: close it with its outcome, or refer it to the host inspectorate.");
        if (holder.Length > 0 && !above.Contains(holder))
            throw RefusalException.Of(ErrorReason.HolderUnknown, "holder", ConcernIntake.NoHolder(holder, above));
        Stand(concern, holder.Length > 0 ? holder : above[0], stamp);
        concern.RevisionReason = reason;
        return table.Append(session, stamp, ConcernKind.Kind, concern);
    }

    /// <summary>Closes a concern.</summary>
    public Concern Close(WriteSession session, Stamp stamp, string name, Outcome outcome, string text, string etag)
    {
        var concern = Current(session, stamp, Closing, name, etag);
        (concern.State, concern.Outcome, concern.OutcomeText, concern.ClosedOn) = (State.Closed, outcome, text, stamp.Today.Iso());
        concern.RevisionReason = "closed";
        return table.Append(session, stamp, ConcernKind.Kind, concern);
    }

    /// <summary>Hands a concern over to the host inspectorate.</summary>
    /// <param name="concern">The concern's latest revision; changed in place and returned.</param>
    /// <param name="referral">Name of the referral.</param>
    /// <param name="host">Code of the host inspectorate.</param>
    public Concern Refer(WriteSession session, Stamp stamp, Concern concern, string referral, string host)
    {
        concern.State = State.Referred;
        concern.Referrals.Add(referral);
        concern.RevisionReason = $"referred to {host}";
        return table.Append(session, stamp, ConcernKind.Kind, concern);
    }

    /// <summary>Takes a concern back that the other inspectorate says is not its own: it is held where it was, and its time begins anew.</summary>
    public void TakeBack(WriteSession session, Stamp stamp, string name, string host)
    {
        if (FurtherTable.Find(session, ConcernKind.Kind, name) is not { State: State.Referred } concern)
            return;
        concern.State = State.Open;
        // Days may have passed with the other: its hours count from here, as its days do.
        concern.Stage = ladder.Reach(
            ladder.Holders.Contains(concern.Holder) ? concern.Holder : ladder.Holders[0], stamp.At, concern.Route == Route.Immediate ? stamp.At : null);
        concern.RevisionReason = $"{host} says that it is not its own";
        table.Append(session, stamp, ConcernKind.Kind, concern);
    }

    /// <summary>The latest revision, if a method may be called on it by the caller.</summary>
    /// <exception cref="RefusalException">There is none, it has changed since, or its state or the caller's role forbids it.</exception>
    public static Concern Current(WriteSession session, Stamp stamp, string method, string name, string etag)
    {
        var concern = FurtherTable.Current(session, ConcernKind.Kind, name, etag);
        Permission.Check(method, stamp.Caller, new StandingRecord("concern", EnumNames.NameOf(concern.State), false, false, () => []));
        return concern;
    }

    private void Stand(Concern concern, string holder, Stamp stamp)
    {
        concern.Holder = holder;
        concern.Stage = ladder.Reach(
            holder, stamp.At, concern.Route == Route.Immediate ? concern.RaisedAt.ToDateTimeOffset() : null);
    }
}
