using Inspectorates.Gateway.Joint.Measures;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Joint.Measures;

/// <summary>The inspectorates' own measures side by side, and what is underway between them.</summary>
public sealed class InspectoratesMeasuredTests
{
    private static readonly Dictionary<string, string> Labels = new() { ["alpha"] = "Alpha", ["beta"] = "Beta", ["gamma"] = "Gamma" };

    [Fact]
    public void F9_what_one_has_sent_and_the_other_has_not_received_is_underway()
    {
        var passages = InspectoratesMeasured.Passages([Measures("alpha", sentTo: ("beta", 3)), Measures("beta", from: ("alpha", 2))], Labels);

        var passage = Assert.Single(passages);
        Assert.Equal(("alpha", "beta", 3, 2, 1), (passage.Sender, passage.Host, passage.Sent, passage.Received, passage.Underway));
        Assert.Equal("Alpha has sent 3 referrals to Beta; 1 of them is not there yet.", passage.Sentence);
    }

    [Fact]
    public void F13_whoever_could_not_be_asked_is_not_known_and_never_none()
    {
        var sent = Assert.Single(InspectoratesMeasured.Passages([Measures("alpha", sentTo: ("beta", 1))], Labels));
        var received = Assert.Single(InspectoratesMeasured.Passages([Measures("beta", from: ("gamma", 2))], Labels));

        Assert.Equal((1, -1, -1), (sent.Sent, sent.Received, sent.Underway));
        Assert.Equal("Alpha has sent 1 referral to Beta; how many are there is not known, for Beta could not be asked.", sent.Sentence);
        Assert.Equal((-1, 2, -1), (received.Sent, received.Received, received.Underway));
        Assert.Equal("Beta has received 2 referrals from Gamma; how many Gamma has sent is not known, for it could not be asked.", received.Sentence);
    }

    [Fact]
    public void Where_both_answered_and_one_knows_nothing_of_it_all_are_underway()
    {
        var passage = Assert.Single(InspectoratesMeasured.Passages([Measures("alpha", sentTo: ("beta", 2)), Measures("beta")], Labels));

        Assert.Equal((2, 0, 2), (passage.Sent, passage.Received, passage.Underway));
    }

    [Theory]
    [InlineData(0, 0, 0, -1, "Alpha has received 4 referrals; none had to be acknowledged yet.")]
    [InlineData(3, 3, 0, 100, "Alpha acknowledged 3 of 3 referrals in time (100 per cent); half of the acknowledgements came within 2.5 working days.")]
    [InlineData(1, 2, 1, 33, "Alpha acknowledged 1 of 3 referrals in time (33 per cent); half of the acknowledgements came within 2.5 working days.")]
    [InlineData(1, 2, 0, 50, "Alpha acknowledged 1 of 2 referrals in time (50 per cent); half of the acknowledgements came within 2.5 working days.")]
    public void F13_the_share_in_time_is_of_those_acknowledged_or_overdue(int inTime, int acknowledged, int overdue, int percent, string sentence)
    {
        var measures = Measures("alpha");
        measures.Received = new ReferralMeasures
        {
            Count = 4,
            Delivered = 4,
            Acknowledged = acknowledged,
            AcknowledgedInTime = inTime,
            AcknowledgementOverdue = overdue,
            MedianAcknowledgementHundredths = acknowledged == 0 ? -1 : 250,
            MedianAnswerHundredths = -1,
        };

        var measured = Assert.Single(InspectoratesMeasured.Of([("Alpha", measures)]));

        Assert.Equal((inTime, acknowledged + overdue, percent), (measured.AcknowledgedInTime.InTime_, measured.AcknowledgedInTime.Of, measured.AcknowledgedInTime.Percent));
        Assert.Contains(sentence, measured.Sentences);
    }

    [Fact]
    public void F4_a_concern_held_beyond_its_time_is_said_against_its_holder()
    {
        var measures = Measures("alpha");
        measures.Concerns.Add(new HeldConcerns { Holder = "head-of-service", Held = 5, BeyondTime = 2, MostWorkingDaysBeyond = 1 });
        measures.Concerns.Add(new HeldConcerns { Holder = "director", Held = 1, BeyondTime = 0 });

        Assert.Equal(
            ["2 concerns of Alpha are held beyond their time and not escalated: they are with the head of service, the longest by 1 working day.",
            "No other inspectorate has referred a concern to Alpha."],
            InspectoratesMeasured.Of([("Alpha", measures)])[0].Sentences);
    }

    [Theory]
    [InlineData(1, 1, "Alpha has sent 1 referral to Beta, and it is there.")]
    [InlineData(1, 0, "Alpha has sent 1 referral to Beta; it is not there yet.")]
    [InlineData(2, 2, "Alpha has sent 2 referrals to Beta, and all of them are there.")]
    [InlineData(0, 2, "Beta has received 2 referrals from Alpha, which has none of them in its own record.")]
    [InlineData(1, 2, "Beta has received 2 referrals from Alpha, which has 1 of them in its own record.")]
    public void F13_records_of_the_two_that_do_not_agree_are_never_told_as_if_they_did(int sent, int received, string sentence) => Assert.Equal(
        sentence,
        Assert.Single(InspectoratesMeasured.Passages([Measures("alpha", sentTo: ("beta", sent)), Measures("beta", from: ("alpha", received))], Labels)).Sentence);

    [Theory]
    [InlineData(1, 0, "; the acknowledgement came on the same working day.")]
    [InlineData(1, 100, "; the acknowledgement came within 1 working day.")]
    [InlineData(2, 0, "; half of the acknowledgements came on the same working day.")]
    public void F13_how_soon_is_told_as_people_say_it(int acknowledged, int hundredths, string told)
    {
        var measures = Measures("alpha");
        measures.Received = new ReferralMeasures
        {
            Count = 2,
            Delivered = 2,
            Acknowledged = acknowledged,
            AcknowledgedInTime = acknowledged,
            MedianAcknowledgementHundredths = hundredths,
            MedianAnswerHundredths = -1,
        };

        Assert.EndsWith(told, InspectoratesMeasured.Of([("Alpha", measures)])[0].Sentences[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_at_the_end_of_what_can_be_counted_make_a_share_and_no_failure()
    {
        var measures = Measures("alpha");
        measures.Received = new ReferralMeasures { Count = int.MaxValue, Acknowledged = int.MaxValue, AcknowledgedInTime = int.MaxValue / 2 };

        Assert.Equal(50, InspectoratesMeasured.Of([("Alpha", measures)])[0].AcknowledgedInTime.Percent);
    }

    [Fact]
    public void The_order_of_the_answers_changes_nothing()
    {
        InspectorateMeasures[] all = [Measures("beta", from: ("alpha", 2)), Measures("gamma", sentTo: ("alpha", 1)), Measures("alpha", sentTo: ("beta", 3))];

        Assert.Equal(InspectoratesMeasured.Passages(all, Labels), InspectoratesMeasured.Passages([.. all.Reverse()], Labels));
        Assert.Equal(["alpha", "beta", "gamma"], InspectoratesMeasured.Of(all.Select(one => (Labels[one.Inspectorate], one))).Select(one => one.Inspectorate));
    }

    internal static InspectorateMeasures Measures(string code, (string Code, int Count)? sentTo = null, (string Code, int Count)? from = null)
    {
        var measures = new InspectorateMeasures { Inspectorate = code, AsOf = "2026-06-15", Sent = Counted(sentTo?.Count ?? 0), Received = Counted(from?.Count ?? 0) };
        if (sentTo is { } to)
            measures.SentTo.Add(new ReferralsWith { Inspectorate = to.Code, Measures = Counted(to.Count) });
        if (from is { } sender)
            measures.ReceivedFrom.Add(new ReferralsWith { Inspectorate = sender.Code, Measures = Counted(sender.Count) });
        return measures;
    }

    private static ReferralMeasures Counted(int count) =>
        new() { Count = count, Delivered = count, MedianAcknowledgementHundredths = -1, MedianAnswerHundredths = -1 };
}
