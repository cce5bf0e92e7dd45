using Google.Protobuf.WellKnownTypes;
using Inspectorates.Hosting.Evidencing;
using Inspectorates.Hosting.Records.Replies;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;
using static Inspectorates.V1.Verdict.Types;

namespace Inspectorates.Hosting.Records.Steps;

/// <summary>The steps of a verdict from draft to public, each a revision of its own, on the writer.</summary>
internal sealed class VerdictSteps(
    VerdictTable verdicts, VerdictWrites writes, PublicationGate gate, Bases bases, OpenedTogether together, LondonClock clock)
{
    private const string Service = "inspectorates.v1.VerdictService/";

    public Verdict Submit(WriteSession session, Stamp stamp, string name, string etag) =>
        Move(session, stamp, Taken(session, stamp, nameof(VerdictService.VerdictServiceClient.SubmitVerdict), name, etag), State.Submitted, authored: true);

    public Verdict Approve(WriteSession session, Stamp stamp, string name, string etag) =>
        Move(session, stamp, Taken(session, stamp, nameof(VerdictService.VerdictServiceClient.ApproveVerdict), name, etag), State.Approved);

    public Verdict Return(WriteSession session, Stamp stamp, string name, string etag, string reason)
    {
        var current = Taken(session, stamp, nameof(VerdictService.VerdictServiceClient.ReturnVerdict), name, etag);
        ScheduleTable.Remove(session, name);
        return Move(session, stamp, current, State.Draft, because: reason);
    }

    public Verdict Schedule(WriteSession session, Stamp stamp, string name, string etag, Timestamp publishAt)
    {
        var current = Taken(session, stamp, nameof(VerdictService.VerdictServiceClient.ScheduleVerdict), name, etag);
        PublicationInstants.Check(publishAt, clock.Now);
        gate.Check(current);
        ScheduleTable.Set(session, name, EntryKinds.Verdict, publishAt);
        return Move(session, stamp, current, State.Scheduled, publishAt: publishAt);
    }

    public Verdict Publish(WriteSession session, Stamp stamp, string name, string etag)
    {
        var current = Taken(session, stamp, nameof(VerdictService.VerdictServiceClient.PublishVerdict), name, etag);
        if (stamp.ClockIsBehind)
            throw new RefusalException(
                ErrorReason.ClockBehind, "The service's clock is behind the last entry of its record. Nothing is made public until it has caught up.");
        gate.Check(current);
        return Open(session, stamp, current);
    }

    /// <summary>
    /// Opens a verdict whose time has come. What an earlier release scheduled though it rests on hearsay alone goes back to
    /// DRAFT instead, with the reason.
    /// </summary>
    public Verdict OpenDue(WriteSession session, Stamp stamp, Verdict current)
    {
        if (!gate.IsHearsay(current))
            return Open(session, stamp, current);
        ScheduleTable.Remove(session, current.Name);
        return Move(session, stamp, current, State.Draft, because: PublicationGate.Hearsay("verdict").Message);
    }

    /// <summary>Makes a verdict public. Whoever calls has seen to it that it may be.</summary>
    private Verdict Open(WriteSession session, Stamp stamp, Verdict current)
    {
        ScheduleTable.Remove(session, current.Name);
        var opened = current.Clone();
        opened.State = State.Published;
        opened.PublishAt = null;
        opened.StateReason = "";
        bases.Fill(opened);
        opened.PublishedOn = stamp.Today.Iso();
        opened.PlacedOn = opened.PlacedBecause = "";
        opened.RevisionReason = VerdictTable.ReasonSincePublic(session, current.Name);
        var published = verdicts.Append(session, stamp, opened, current.Revision + 1, stamp.Today, opened, authored: false);
        writes.CheckRule(session, stamp, published);
        together.With(session, stamp, published.Inspection);
        return published;
    }

    private static Verdict Taken(WriteSession session, Stamp stamp, string method, string name, string etag) =>
        VerdictWrites.Taken(session, stamp, Service + method, name, "name", etag);

    private Verdict Move(
        WriteSession session, Stamp stamp, Verdict current, State state, Timestamp? publishAt = null, string because = "", bool authored = false)
    {
        var moved = current.Clone();
        moved.State = state;
        moved.PublishAt = publishAt;
        moved.StateReason = because;
        return verdicts.Append(session, stamp, moved, current.Revision + 1, stamp.Today, opened: null, authored);
    }
}
