using Inspectorates.Gateway.Joint;
using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.V1.Grade.Types;

namespace Inspectorates.Gateway.Tests.Joint.Differences;

/// <summary>A difference as it is told.</summary>
public sealed class DifferenceTests
{
    private static Difference Between(Verdict one, Verdict other) => Assert.Single(
        Make.View([.. new[] { one, other }.GroupBy(verdict => verdict.Inspectorate).Select(kept => Make.Answer(kept.Key, [.. kept]))])
            .Differences);

    [Fact]
    public void It_cites_both_verdicts_the_earlier_first()
    {
        var difference = Between(Make.Verdict("red", "1", day: "2024-12-09"), Make.Verdict("blue", "2", Standing.Fails, "2024-06-03"));

        Assert.Equal(
            ["inspectorates/blue/verdicts/2", "inspectorates/red/verdicts/1"], difference.Verdicts.Select(verdict => verdict.Name));
    }

    [Fact]
    public void It_is_explained_in_one_sentence_with_words_and_days_of_both() =>
        Assert.Equal(
            "Strong contradiction: on \"Strategy discussion / strategy meeting\" The blue inspectorate says \"Grade Fails\" (timeliness, the partnership, "
            + "fieldwork 3 June 2024) and The red inspectorate says \"Grade Meets\" (timeliness, the partnership, fieldwork "
            + "9 December 2024), 189 days apart; they contradict each other, since both are about the same matter within 365 days.",
            Between(Make.Verdict("red", "1"), Make.Verdict("blue", "2", Standing.Fails, "2024-06-03")).Explanation);

    [Theory]
    [InlineData(Standing.Exceeds, Standing.FallsShort, 3, true)]
    [InlineData(Standing.Exceeds, Standing.Fails, 4, true)]
    [InlineData(Standing.Meets, Standing.Fails, 3, true)]
    [InlineData(Standing.Meets, Standing.FallsShort, 2, false)]
    public void A_contradiction_of_three_or_more_steps_is_strong(Standing one, Standing other, int steps, bool strong)
    {
        var difference = Between(Make.Verdict("red", "1", one), Make.Verdict("blue", "2", other));

        Assert.Equal((steps, strong), (difference.StepsApart, difference.Strong));
    }

    [Fact]
    public void Only_a_contradiction_is_strong() =>
        Assert.False(Between(Make.Broad("red", "1", Standing.Exceeds), Make.Broad("blue", "2", Standing.Fails)).Strong);

    [Fact]
    public void A_divergence_further_apart_than_the_window_is_stale_and_still_a_divergence()
    {
        var difference = Between(Make.Broad("red", "1"), Make.Broad("blue", "2", Standing.Fails, "2022-01-01"));

        Assert.Equal((Difference.Types.Kind.Divergence, true), (difference.Kind, difference.Stale));
    }

    [Fact]
    public void Where_no_distance_is_known_it_is_not_stale_and_that_is_said()
    {
        var difference = Between(Make.Broad("red", "1"), Make.Broad("blue", "2", Standing.Fails, ""));

        Assert.Equal((false, 0, Difference.Types.DistanceBasis.Unspecified), (difference.Stale, difference.DaysApart, difference.DistanceBasis));
        Assert.Contains(difference.Remarks, remark => remark.Contains("not known", StringComparison.Ordinal));
    }

    [Fact]
    public void A_distance_by_publication_is_said()
    {
        static void Published(Verdict verdict) => verdict.PublishedOn = "2024-12-09";

        var difference = Between(Make.Verdict("red", "1", change: Published), Make.Verdict("blue", "2", Standing.Fails, "", Published));

        Assert.Equal(Difference.Types.DistanceBasis.Publication, difference.DistanceBasis);
        Assert.Contains(difference.Remarks, remark => remark.Contains("by publication", StringComparison.Ordinal));
    }

    [Fact]
    public void A_part_against_the_whole_and_a_joint_inspection_against_one_alone_are_said()
    {
        var difference = Between(
            Make.Verdict("red", "1", change: verdict => verdict.Authors.Add("green")),
            Make.Verdict("blue", "2", Standing.Fails, change: verdict => verdict.Subject = Make.About(Make.Agency("probation-region"))));

        Assert.Equal(
            ["One is about the whole, the other about a part.", "The joint inspection against The blue inspectorate alone."],
            difference.Remarks);
    }

    [Fact]
    public void Its_id_outlives_revisions_and_other_words()
    {
        var before = Between(Make.Verdict("red", "1"), Make.Verdict("blue", "2", Standing.Fails));
        var after = Between(
            Make.Verdict("red", "1", Standing.Exceeds, change: verdict =>
            {
                verdict.Revision = 2;
                verdict.Text = "other words";
                verdict.Grade.Label = "other label";
            }),
            Make.Verdict("blue", "2", Standing.Fails));

        Assert.Equal(before.Id, after.Id);
        Assert.Matches("^[0-9a-hjkmnp-tv-z]{16}$", before.Id);
    }

    [Fact]
    public void Its_id_does_not_depend_on_which_verdict_is_the_earlier() =>
        Assert.Equal(
            Between(Make.Verdict("red", "1", day: "2024-06-03"), Make.Verdict("blue", "2", Standing.Fails, "2024-12-09")).Id,
            Between(Make.Verdict("red", "1", day: "2024-12-09"), Make.Verdict("blue", "2", Standing.Fails, "2024-06-03")).Id);

    [Fact]
    public void Ids_are_the_same_on_every_machine() =>
        Assert.Equal("c4bm3y7w3eeqqgaq", DifferenceId.Of("926", "strategy-discussion", "timeliness", "a", "b"));

    [Fact]
    public void Pairs_that_were_left_out_are_listed_with_the_reason()
    {
        var records = RecordsOfArea.Of(
            [Make.Verdict("red", "1"), Make.Verdict("blue", "2", Standing.Fails, change: verdict => verdict.Pilot = true)], []);

        var found = FoundDifferences.In(Make.AreaCode, Make.AsOf, records, Compare.Described, Make.Catalogue, new(), new([], Compare.Described, Make.AsOf), leftOut: true);

        Assert.Empty(found.Differences);
        var pair = Assert.Single(found.LeftOut);
        Assert.Equal([LeftOutPair.Types.Reason.Pilot], pair.Reasons);
        Assert.Equal(["The verdict of The blue inspectorate (fieldwork 9 December 2024) is from a pilot."], pair.Explanations);
    }
}
