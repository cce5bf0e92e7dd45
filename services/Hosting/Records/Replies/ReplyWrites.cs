using Inspectorates.Hosting.Records.Steps;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Settings;
using Inspectorates.Hosting.Store;
using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records.Replies;

/// <summary>Writes what inspected bodies say, on the writer, as it was received.</summary>
internal sealed class ReplyWrites(Names names, FurtherTable records, ReplySettings settings)
{
    /// <param name="given">The reply, complete but for what depends on the record; not changed.</param>
    public Reply Record(WriteSession session, Stamp stamp, Reply given)
    {
        var reply = given.Clone();
        var inspection = Inspection(session, reply.Inspection, "reply.inspection");
        reply.Footprint = inspection.Footprint.Clone();
        for (var place = 0; place < reply.Verdicts.Count; place++)
            if (VerdictTable.Find(session, reply.Verdicts[place])?.Inspection != reply.Inspection)
                throw RefusalException.Of(
                    ErrorReason.FieldsInconsistent, $"reply.verdicts[{place}]", $"The verdict '{Shown.Of(reply.Verdicts[place])}' is none of this inspection.");

        reply.Name = names.New(ReplyKinds.Reply);
        reply.State = Reply.Types.State.Held;
        if (PublicTable.Inspection(session, reply.Inspection) is not { } shown)
            return records.Append(session, stamp, ReplyKinds.Reply, reply);
        var verdicts = reply.Verdicts.Select(verdict => PublicTable.Verdict(session, verdict)?.PublishedOn).OfType<string>();
        MustBeInTime(stamp.Today, Latest(verdicts.Append(shown.PublishedOn)), "reply.inspection");
        return OpenedTogether.Waits(session, reply) ? records.Append(session, stamp, ReplyKinds.Reply, reply) : Open(session, stamp, reply);
    }

    /// <summary>A reply that was published elsewhere, with the report or when it was received after it.</summary>
    /// <param name="given">The reply, in time, complete but for what depends on the record; not changed.</param>
    public Reply RecordPublished(WriteSession session, Stamp stamp, Reply given)
    {
        var reply = given.Clone();
        var inspection = Inspection(session, reply.Inspection, "reply.inspection");
        (reply.Name, reply.Footprint, reply.State) = (names.New(ReplyKinds.Reply), inspection.Footprint.Clone(), Reply.Types.State.Published);
        reply.PublishedOn = Latest([reply.ReceivedOn, inspection.PublishedOn]);
        return records.Append(session, stamp, ReplyKinds.Reply, reply);
    }

    /// <param name="given">The exchange, complete but for what depends on the record; not changed.</param>
    public AccuracyExchange Record(WriteSession session, Stamp stamp, AccuracyExchange given)
    {
        var exchange = given.Clone();
        exchange.Footprint = Inspection(session, exchange.Inspection, "exchange.inspection").Footprint.Clone();
        exchange.Name = names.New(ReplyKinds.Accuracy);
        exchange.State = PublicTable.Inspection(session, exchange.Inspection) is not null ? AccuracyExchange.Types.State.Published
            : exchange.AnsweredOn.Length > 0 ? AccuracyExchange.Types.State.Answered : AccuracyExchange.Types.State.Sent;
        return records.Append(session, stamp, ReplyKinds.Accuracy, exchange);
    }

    public AccuracyExchange Answer(WriteSession session, Stamp stamp, AnswerAccuracyExchangeRequest request)
    {
        var exchange = FurtherTable.Current(session, ReplyKinds.Accuracy, request.Name, request.Etag);
        Permission.Check("inspectorates.v1.ReplyService/AnswerAccuracyExchange", stamp.Caller, new StandingRecord(
            "accuracy exchange", EnumNames.NameOf(exchange.State), false, exchange.State == AccuracyExchange.Types.State.Published, () => []));
        (exchange.AnsweredOn, exchange.PointsRaised, exchange.PointsAccepted) = (request.AnsweredOn, request.PointsRaised, request.PointsAccepted);
        exchange.State = AccuracyExchange.Types.State.Answered;
        if (string.CompareOrdinal(exchange.AnsweredOn, exchange.SentOn) < 0)
            throw RefusalException.Of(ErrorReason.FieldsInconsistent, "answered_on", $"answered_on is before the draft was sent, {exchange.SentOn}.");
        return records.Append(session, stamp, ReplyKinds.Accuracy, exchange);
    }

    /// <param name="day">The day that counts; null: not known.</param>
    /// <param name="publishedOn">The last day on which something the reply is about was published; empty: not known.</param>
    /// <exception cref="RefusalException">The days in which replies are published were over.</exception>
    public void MustBeInTime(DateOnly? day, string publishedOn, string field)
    {
        if (Days.Parse(publishedOn) is not { } published || LastDay(published) is not { } last || day is null || day <= last)
            return;
        throw RefusalException.Of(
            ErrorReason.ReplyLate, field,
            $"What it replies to was published on {published.Iso()}: a reply is published with it, or up to {settings.WorkingDays} working days after, which was {last.Iso()}.");
    }

    /// <summary>The latest of some days; empty: none is known.</summary>
    /// <param name="days">ISO days, which sort as text; empty ones are not known.</param>
    public static string Latest(IEnumerable<string> days) => days.Max(StringComparer.Ordinal) ?? "";

    // Nobody would open it later: it is told at once that it is to be sent again.
    private Reply Open(WriteSession session, Stamp stamp, Reply reply)
    {
        if (stamp.ClockIsBehind)
            throw new RefusalException(
                ErrorReason.ClockBehind, "The service's clock is behind the last entry of its record. Nothing is made public until it has caught up.");
        // What it names beyond what the public has stays in the record.
        if (!reply.Verdicts.All(verdict => OpenedTogether.IsPublic(session, verdict)))
            records.Append(session, stamp, ReplyKinds.Reply, reply);
        return records.Append(session, stamp, ReplyKinds.Reply, OpenedTogether.Opened(session, reply, stamp));
    }

    private static Inspection Inspection(WriteSession session, string name, string field)
    {
        var inspection = InspectionTable.Find(session, name)?.Inspection
            ?? throw RefusalException.Of(ErrorReason.InspectionUnknown, field, $"The inspection '{Shown.Of(name)}' is not in this inspectorate's record.");
        return inspection.State != V1.Inspection.Types.State.Withdrawn
            ? inspection
            : throw RefusalException.Of(ErrorReason.InspectionNotPublic, field, "The inspection is WITHDRAWN, which is final: nothing of it is published any more.");
    }

    private DateOnly? LastDay(DateOnly published)
    {
        try
        {
            return WorkingDays.Add(published, settings.WorkingDays);
        }
        catch (ArgumentOutOfRangeException)
        {
            // The bank holidays of those years are not known: nobody is refused for that.
            return null;
        }
    }
}
