using Google.Protobuf.WellKnownTypes;
using Inspectorates.Hosting.Records.Referrals;
using Inspectorates.V1;

namespace Inspectorates.Services.Tests.Hosting.Concerns;

/// <summary>What is measured of an inspectorate itself, by hand-made exchanges.</summary>
public sealed class MeasuringTests
{
    // Tuesday 16 June 2026.
    private static readonly DateTimeOffset Now = new(2026, 6, 16, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void F13_turnaround_and_the_share_in_time_are_counted_by_hand()
    {
        Referral[] referrals =
        [
            // One working day; three, over a weekend, and late; not acknowledged and overdue; not due yet.
            Received("a", "2026-06-01", by: "2026-06-03", acknowledged: "2026-06-02", answered: "2026-06-12"),
            Received("b", "2026-06-04", by: "2026-06-08", acknowledged: "2026-06-09"),
            Received("c", "2026-06-08", by: "2026-06-15"),
            Received("d", "2026-06-15", by: "2026-06-22"),
        ];

        var measures = Measuring.Of("hmic", [], referrals, Now).Received;

        Assert.Equal((4, 4, 0), (measures.Count, measures.Delivered, measures.Undelivered));
        Assert.Equal((2, 1, 1), (measures.Acknowledged, measures.AcknowledgedInTime, measures.AcknowledgementOverdue));
        // 1 and 3 working days: 2.
        Assert.Equal(200, measures.MedianAcknowledgementHundredths);
        Assert.Equal((1, 900), (measures.Answered, measures.MedianAnswerHundredths));
        Assert.Equal(Measuring.Of("hmic", [], [.. referrals.Reverse()], Now).Received, measures);
    }

    [Fact]
    public void F9_what_has_not_arrived_is_counted_and_said_on_the_side_that_sent_it()
    {
        var referral = Received("a", "2026-06-12", by: "2026-06-19");
        referral.State = Referral.Types.State.Undelivered;
        referral.Exchanges[0].Receipt = null;

        var sent = Measuring.Of("ofsted", [], [referral], Now);

        Assert.Equal((1, 0, 1), (sent.Sent.Count, sent.Sent.Delivered, sent.Sent.Undelivered));
        Assert.Equal("hmic", Assert.Single(sent.SentTo).Inspectorate);
        Assert.Empty(sent.ReceivedFrom);
        Assert.Equal(
            "The referral has not arrived at hmic, as far as is known here: it was written 2 working days ago and is sent until its receipt is here.",
            Assert.Single(ReferralWaits.Of(referral, "ofsted", Now)));
        Assert.Empty(ReferralWaits.Of(referral, "hmic", Now));
    }

    [Fact]
    public void F9_both_sides_are_told_of_what_is_late_in_words()
    {
        var late = Received("a", "2026-06-01", by: "2026-06-08");
        var promised = Received("b", "2026-06-01", by: "2026-06-08", acknowledged: "2026-06-02");
        promised.Acknowledgement.DueOn = "2026-06-12";
        var undecided = Received("c", "2026-06-01", by: "2026-06-08", acknowledged: "2026-06-02");
        (undecided.Acknowledgement.DueOn, undecided.Acknowledgement.DueToBeDecided, undecided.Acknowledgement.ToBeDecidedOn) = ("", true, "2026-06-02");

        foreach (var side in new[] { "ofsted", "hmic" })
        {
            Assert.Equal("hmic has not acknowledged the referral; the last day for it was 2026-06-08, 6 working days ago.", Assert.Single(ReferralWaits.Of(late, side, Now)));
            Assert.Equal("hmic has not answered the referral; it said that it would by 2026-06-12, 2 working days ago.", Assert.Single(ReferralWaits.Of(promised, side, Now)));
            Assert.Equal("hmic has still to decide by when it will answer; it said so 10 working days ago.", Assert.Single(ReferralWaits.Of(undecided, side, Now)));
        }
    }

    [Fact]
    public void F4_concerns_are_counted_by_who_holds_them_and_for_how_long()
    {
        Concern[] concerns = [Held("director", "2026-06-11"), Held("director", "2026-06-20"), Held("board", "2026-06-15"), Closed("board")];

        var held = Measuring.Of("ofsted", concerns, [], Now).Concerns;

        Assert.Equal(
            [("board", 1, 1, 1), ("director", 2, 1, 3)], held.Select(one => (one.Holder, one.Held, one.BeyondTime, one.MostWorkingDaysBeyond)));
    }

    [Fact]
    public void Where_there_is_nothing_nothing_is_measured_and_no_median_is_made_up()
    {
        var none = Measuring.Of("ofsted", [], [], Now);

        Assert.Equal(("2026-06-16", 0, -1, -1), (none.AsOf, none.Sent.Count, none.Received.MedianAcknowledgementHundredths, none.Sent.MedianAnswerHundredths));
        Assert.Empty(none.Concerns);
    }

    private static Concern Held(string holder, string due) => new()
    {
        State = Concern.Types.State.Open,
        Holder = holder,
        Stage = new ConcernStage { Holder = holder, DueOn = due },
    };

    private static Concern Closed(string holder)
    {
        var closed = Held(holder, "2026-06-01");
        closed.State = Concern.Types.State.Closed;
        return closed;
    }

    private static Referral Received(string id, string referred, string by, string acknowledged = "", string answered = "")
    {
        var referral = new Referral
        {
            Name = $"inspectorates/ofsted/referrals/{id}",
            Sender = "ofsted",
            Host = "hmic",
            ReferredOn = referred,
            AcknowledgeBy = by,
            State = Referral.Types.State.Delivered,
            AcknowledgedOn = acknowledged,
            AnsweredOn = answered,
        };
        referral.Exchanges.Add(new ReferralExchange
        {
            Message = new ReferralMessage
            {
                Referral = referral.Name,
                Origin = "ofsted",
                Recipient = "hmic",
                Number = 1,
                Referred = new ReferredConcern(),
                WrittenAt = Timestamp.FromDateTimeOffset(DateTimeOffset.Parse(referred + "T09:00:00Z", System.Globalization.CultureInfo.InvariantCulture)),
            },
            Receipt = new ReferralReceipt(),
        });
        if (acknowledged.Length > 0)
            (referral.Acknowledgement, referral.State) = (new ReferralAcknowledgement { DueOn = "2026-06-30" }, Referral.Types.State.Acknowledged);
        if (answered.Length > 0)
            (referral.Answer, referral.State) = (new ReferralAnswer { Outcome = ReferralAnswer.Types.Outcome.ActedOn }, Referral.Types.State.Answered);
        return referral;
    }
}
