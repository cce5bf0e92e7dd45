using Inspectorates.V1;
using static Inspectorates.V1.Grade.Types;

namespace Inspectorates.Gateway.Tests.Joint.Differences;

/// <summary>What else a reader should know of a difference.</summary>
public sealed class RemarksTests
{
    private static Google.Protobuf.Collections.RepeatedField<string> Of(Action<Verdict>? one = null, Action<Verdict>? other = null) => Assert.Single(
        Make.View(
            Make.Answer("red", Make.Verdict("red", "1", change: one)),
            Make.Answer("blue", Make.Verdict("blue", "2", Standing.Fails, change: other))).Differences).Remarks;

    private static Action<Verdict> Wide(string label, params string[] areas) =>
        verdict => verdict.Footprint = new Footprint { Label = label, Areas = { areas } };

    [Fact]
    public void Two_verdicts_of_one_area_with_an_address_each_need_none() => Assert.Empty(Of());

    [Fact]
    public void A_wider_verdict_is_said_to_be_with_how_many_areas() =>
        Assert.Equal(
            ["One is force-wide: Norfolk Constabulary (2 areas), not for this area alone."],
            Of(Wide("force-wide: Norfolk Constabulary", "926", "927")));

    [Fact]
    public void Without_words_for_the_areas_their_number_is_said() =>
        Assert.Equal(["One is 3 areas wide, not for this area alone."], Of(other: Wide("", "925", "926", "927")));

    [Fact]
    public void A_label_of_one_area_is_no_wider_one() => Assert.Empty(Of(Wide("the county", "926")));

    [Fact]
    public void Two_that_are_equally_wide_are_said_together() =>
        Assert.Equal(["Both are 2 areas wide, not for this area alone."], Of(Wide("", "926", "927"), Wide("", "926", "927")));

    [Fact]
    public void Two_that_are_wide_in_different_ways_are_both_said() =>
        Assert.Equal(
            ["One is 2 areas wide, not for this area alone.", "One is 3 areas wide, not for this area alone."],
            Of(Wide("", "926", "927", "928"), Wide("", "926", "927")));

    [Theory]
    [InlineData("2024-06-03")]
    [InlineData("2025-01-06")]
    public void Whom_a_joint_inspection_is_held_against_is_said_whichever_was_first(string day) =>
        Assert.Equal(
            ["The joint inspection against The blue inspectorate alone."],
            Of(verdict =>
            {
                verdict.Authors.Add("green");
                verdict.Fieldwork = new DateRange { Start = day, End = day };
            }));

    [Fact]
    public void A_report_that_credits_action_is_said_to()
    {
        static void Credits(Verdict verdict) => verdict.CreditsEarlierAction = true;

        Assert.Equal(["A report itself credits action taken since an earlier inspection."], Of(Credits));
        Assert.Equal(["A report itself credits action taken since an earlier inspection."], Of(null, Credits));
    }

    [Theory]
    [InlineData("whole", "recording", "One is about the whole, the other about a part.")]
    [InlineData("recording", "whole", "One is about the whole, the other about a part.")]
    [InlineData("whole", "", "")]
    [InlineData("whole", "whole", "")]
    [InlineData("recording", "timeliness", "")]
    public void A_part_of_a_process_against_the_whole_is_said(string aspect, string other, string remark) =>
        Assert.Equal(remark, string.Join(' ', Of(verdict => verdict.Aspect = aspect, verdict => verdict.Aspect = other)));

    [Fact]
    public void A_broad_judgement_of_the_partnership_is_not_said_to_be_the_whole_of_an_agencys_part() =>
        Assert.Empty(Assert.Single(Make.View(
            Make.Answer("red", Make.Broad("red", "1")),
            Make.Answer("blue", Make.Verdict("blue", "2", Standing.Fails, change: verdict => verdict.Subject = Make.About(Make.Agency("icb"))))).Differences).Remarks);

    [Fact]
    public void Where_a_report_has_no_address_it_is_said_why() =>
        Assert.Equal(
            [
                "No address of the report of The blue inspectorate is known: it is a record of the inspectorate's own systems, which state none.",
                "No address of the report of The red inspectorate is known: the data it was taken from (outcomes 2024) give none.",
            ],
            Of(
                verdict => verdict.Source = new Provenance { Edition = "outcomes 2024" },
                verdict => verdict.Source = null));

    [Fact]
    public void An_edition_that_is_not_known_is_not_said() =>
        Assert.Equal(
            ["No address of the report of The red inspectorate is known: the data it was taken from give none."],
            Of(verdict => verdict.Source = new Provenance()));
}
