using Inspectorates.Gateway.Joint;
using Inspectorates.Gateway.Joint.Balance;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.V1.Grade.Types;
using Method = Inspectorates.Joint.V1.WeightProfile.Types.Method;

namespace Inspectorates.Gateway.Tests.Joint.Balance;

public sealed class AreaBalanceTests
{
    private static readonly SourceAnswer[] ThreeGoodsAndAFailing =
    [
        Broad("red", Standing.Meets), Broad("blue", Standing.Meets), Broad("green", Standing.Meets), Broad("grey", Standing.Fails),
    ];

    private static readonly ProfileLimiter AnyFailing = new(ProfileLimiter.Any, Standing.Fails, Scale.Low);

    [Fact]
    public void Three_goods_and_a_failing_at_equal_weights_are_on_the_line_and_what_moves_it_is_said()
    {
        var balance = ProfileOf.Equal.Weigh(ThreeGoodsAndAFailing);

        Assert.Equal(("5/2", "2.5"), (balance.Score.Fraction, balance.Score.Decimal));
        Assert.Equal(("5/2", "Low", "Good"), (balance.OnEdge.Edge.Fraction, balance.OnEdge.Below, balance.OnEdge.Above));
        Assert.Equal(
            "The score is exactly 2.5: on the line between Low and Good. By the profile a score on this line counts as Good.",
            balance.OnEdge.Explanation);
        Assert.Equal(
            [
                "Any more weight on The grey inspectorate, the others keeping their relation, makes it Low.",
                "Any more weight on The red inspectorate, The blue inspectorate or The green inspectorate, the others keeping their relation, puts it above the line, at Good.",
            ],
            balance.OnEdge.Movers);
        Assert.Equal(
            [
                "By \"Trial\" (version 3), Norfolk scores exactly 2.5, on the line between Low and Good; there it counts as Good.",
                "The three methods do not come to the same: weighted it is Good, limited and then weighted Good, by the worst Worst.",
                "If nothing is known about the weights, 58 % of all possible weightings give Good and 41 % Low. The few others give Worst.",
                "Any shift of weight from The red inspectorate to The grey inspectorate, however small, makes it Low.",
            ],
            balance.Sentences);
        Assert.Equal(
            [("Worst", "1/64"), ("Low", "13/32"), ("Good", "37/64"), ("Best", "0")],
            balance.Shares.Select(share => (share.Result, share.Share.Fraction)));
        Assert.Equal(new ShareBasis { Exact = true }, balance.ShareBasis);
        Assert.Equal(
            ["\"Trial\" only illustrates: it is nobody's policy.", "No inspectorate gives this overall. It follows from declared weights and from nothing else."],
            balance.Notices);
        Assert.Equal(("2025-06-01", true, false, ""), (balance.AsOf, balance.Complete, balance.WhatIf, balance.NoOverall));
        Assert.Empty(balance.Absent);
        Assert.Null(balance.AllAbsent);
    }

    [Fact]
    public void The_table_of_contributions_has_weights_values_and_parts_that_add_up_and_cites_each_verdict()
    {
        var balance = ProfileOf.Inspectorates(("grey", "0.2"), ("red", "0.4"), ("blue", "0.2"), ("green", "0.2")).Weigh(ThreeGoodsAndAFailing);

        Assert.Equal("13/5", balance.Score.Fraction);
        Assert.Equal(
            [("grey", "1/5", "1", "1/5"), ("red", "2/5", "3", "6/5"), ("blue", "1/5", "3", "3/5"), ("green", "1/5", "3", "3/5")],
            balance.Contributions.Select(part => (part.Code, part.Weight.Fraction, part.Value.Fraction, part.Contribution_.Fraction)));
        Assert.All(balance.Contributions, part =>
        {
            var verdict = Assert.Single(part.Verdicts);
            Assert.Equal(
                ($"inspectorates/{part.Code}/verdicts/1", "frame framework", "2024-12-09", $"https://example.org/{part.Code}"),
                (verdict.Name, verdict.FrameworkLabel, verdict.Fieldwork.End, verdict.SourceUri));
            Assert.Equal(($"The {part.Code} inspectorate", verdict.Standing), (part.Label, part.Lowest));
        });
        Assert.Null(balance.OnEdge);
        Assert.Contains("Norfolk scores 2.6, which is Good.", balance.Sentences[0], StringComparison.Ordinal);
    }

    [Fact]
    public void How_far_it_turns_on_the_weights_is_written_down_in_full()
    {
        var balance = ProfileOf.Inspectorates(("red", "0.4"), ("blue", "0.2"), ("green", "0.2"), ("grey", "0.2")).Weigh(ThreeGoodsAndAFailing);

        var (red, blue, grey) = (balance.CriticalWeights[0], balance.CriticalWeights[1], balance.CriticalWeights[3]);
        Assert.Equal(("red", "2/5", "1/4", false, "Low"), (red.Code, red.Weight.Fraction, red.Lower.At.Fraction, red.Lower.Reached, red.Lower.Result));
        Assert.Null(red.Higher);
        Assert.True(blue is { Lower: null, Higher: null });
        Assert.Equal(("1/4", null), (grey.Higher.At.Fraction, grey.Lower));
        Assert.Equal(("1/20", false, "Low"), (balance.SmallestShiftDown.Amount.At.Fraction, balance.SmallestShiftDown.Amount.Reached, balance.SmallestShiftDown.Amount.Result));
        var move = Assert.Single(balance.SmallestShiftDown.Moves);
        Assert.Equal(("red", "grey", "1/20"), (move.Giver, move.Taker, move.Amount.Fraction));
        Assert.Null(balance.SmallestShiftUp);
        Assert.Equal(balance.SmallestShiftDown, balance.SmallestShift);
        Assert.Equal(("1/16", null, "1/16"), (balance.EpsilonDown.Fraction, balance.EpsilonUp?.Fraction, balance.Epsilon.Fraction));
        Assert.Contains(
            "Shifting more than 5 % of all weight makes it Low: 5 % from The red inspectorate, to The grey inspectorate.", balance.Sentences);
        Assert.Equal(["red", "blue", "green", "grey"], balance.Swings.Select(swing => swing.Code));
        var swing = balance.Swings[0];
        Assert.Equal(("7/3", "3", "6/5"), (swing.ScoreWithout.Fraction, swing.ScoreAlone.Fraction, swing.Width.Fraction));
        Assert.Equal(
            [(Standing.Exceeds, "3", "Good"), (Standing.Meets, "13/5", "Good"), (Standing.Mixed, "12/5", "Low"), (Standing.FallsShort, "11/5", "Low"), (Standing.Fails, "9/5", "Low")],
            swing.ByStanding.Select(other => (other.Standing, other.Score.Fraction, other.Result)));
    }

    [Fact]
    public void The_lesser_epsilon_is_the_one_that_counts()
    {
        var near = ProfileOf.Inspectorates(("red", "1"), ("blue", "1")).Weigh(Broad("red", Standing.Exceeds), Broad("blue", Standing.Fails));
        var up = ProfileOf.Inspectorates(("red", "0.6"), ("blue", "0.4")).Weigh(Broad("red", Standing.Exceeds), Broad("blue", Standing.FallsShort));

        Assert.Equal(("0", "2/3", "0"), (near.EpsilonDown.Fraction, near.EpsilonUp.Fraction, near.Epsilon.Fraction));
        Assert.Equal(("7/12", "3/8", "3/8"), (up.EpsilonDown.Fraction, up.EpsilonUp.Fraction, up.Epsilon.Fraction));
        Assert.Equal((near.SmallestShiftDown, up.SmallestShiftUp), (near.SmallestShift, up.SmallestShift));
        Assert.Contains(
            "Shifting 15 % of all weight makes it Best: 15 % from The blue inspectorate, to The red inspectorate.", up.Sentences);
    }

    [Fact]
    public void Three_methods_stand_side_by_side_and_the_answer_says_that_they_differ()
    {
        var balance = (ProfileOf.Equal with { Limiters = [AnyFailing] }).Weigh(ThreeGoodsAndAFailing);

        Assert.True(balance.MethodsDiffer);
        Assert.Equal(
            [
                (Method.Weighted, "Good", "The weighted score is 2.5."),
                (Method.LimitedThenWeighted, "Low", "The grey inspectorate has a verdict that fails, which by the profile leaves Low at best."),
                (Method.Worst, "Worst", "The lowest of what is weighed, The grey inspectorate, stands at 1."),
            ],
            balance.Methods.Select(method => (method.Method, method.Result, method.Explanation)));
    }

    [Fact]
    public void Where_the_methods_agree_that_is_said_too()
    {
        var balance = (ProfileOf.Equal with { Limiters = [AnyFailing] })
            .Weigh(Broad("red", Standing.Meets), Broad("blue", Standing.Meets), Broad("green", Standing.Meets), Broad("grey", Standing.Meets));

        Assert.False(balance.MethodsDiffer);
        Assert.Equal("No limiter of the profile lowers the result of the score.", balance.Methods[1].Explanation);
        Assert.Contains("All three methods come to Good: weighted, limited and then weighted, and by the worst.", balance.Sentences);
        Assert.Contains(
            "If nothing is known about the weights, the result is known all the same: all possible weightings give Good.", balance.Sentences);
        Assert.Contains("No weights whatever change the result.", balance.Sentences);
        Assert.Null(balance.Epsilon);
        Assert.Null(balance.SmallestShift);
    }

    [Fact]
    public void The_strictest_limiter_counts_and_one_on_another_does_not()
    {
        var limiters = new ProfileLimiter[] { new("red", Standing.Fails, Scale.Worst), AnyFailing, new("grey", Standing.FallsShort, Scale.Worst) };

        Assert.Equal("Worst", (ProfileOf.Equal with { Limiters = limiters }).Weigh(ThreeGoodsAndAFailing).Methods[1].Result);
        Assert.Equal("Low", (ProfileOf.Equal with { Limiters = limiters[..2] }).Weigh(ThreeGoodsAndAFailing).Methods[1].Result);
        Assert.Equal("Good", (ProfileOf.Equal with { Limiters = limiters[..1] }).Weigh(ThreeGoodsAndAFailing).Methods[1].Result);
    }

    [Fact]
    public void Without_a_profile_there_is_no_overall_and_the_answer_says_why()
    {
        var balance = AreaBalances.WithoutProfile(Make.Area(), Make.AsOf, ThreeGoodsAndAFailing, ["one", "two"]);

        Assert.Equal((null, null, 0), (balance.Profile, balance.Score, balance.Methods.Count));
        Assert.Equal(
            "No overall is given: there is no official mapping between the inspectorates' scales, and an overall exists only by declared "
            + "weights. None were asked for. Weight profiles that can be asked for: one and two.",
            balance.NoOverall);
        Assert.Equal([balance.NoOverall], balance.Sentences);
        Assert.EndsWith(
            "There are no weight profiles here.",
            AreaBalances.WithoutProfile(Make.Area(), Make.AsOf, ThreeGoodsAndAFailing, []).NoOverall,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_of_the_question_stand_in_place_of_the_profiles()
    {
        DeclaredWeight[] asked = [new("red", 1), new("blue", 0), new("green", 0), new("grey", 1)];
        var balance = ProfileOf.Equal.Weigh(asked, ThreeGoodsAndAFailing);

        Assert.Equal(("2", "Low", true), (balance.Score.Fraction, balance.Methods[0].Result, balance.WhatIf));
        Assert.Equal(["blue", "green"], balance.WithoutWeight);
        Assert.Equal(["red", "grey"], balance.Contributions.Select(part => part.Code));
        Assert.Contains("The weights are those of the question and not the profile's: this is a what-if.", balance.Notices);
        Assert.StartsWith("By \"Trial\" (version 3) with the weights of the question, Norfolk scores 2,", balance.Sentences[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Each_inspectorate_is_left_out_in_turn()
    {
        var balance = ProfileOf.Equal.Weigh(ThreeGoodsAndAFailing);

        Assert.Equal(
            [("blue", "7/3", "Low", true), ("green", "7/3", "Low", true), ("grey", "3", "Good", false), ("red", "7/3", "Low", true)],
            balance.LeftOut.Select(left => (left.Inspectorate, left.Score.Fraction, left.Result, left.ResultChanges)));
        // With one of the goods gone a little more than half the weightings still give Good: 1 - (3/4)^2 = 7/16 do not.
        Assert.Equal([true, true, false, true], balance.LeftOut.Select(left => left.RankReversal));
        Assert.Equal(
            "Without The blue inspectorate the score is 2.3333, which is Low and no longer Good; counted over all weightings, two results change places.",
            balance.LeftOut[0].Explanation);
        Assert.Equal("Without The grey inspectorate the score is 3, which is still Good.", balance.LeftOut[2].Explanation);
    }

    [Fact]
    public void One_alone_is_not_left_out() =>
        Assert.Empty(ProfileOf.Inspectorates(("red", "1")).Weigh(ThreeGoodsAndAFailing).LeftOut);

    [Fact]
    public void A_fictional_area_and_an_incomplete_answer_are_said()
    {
        var balance = AreaBalances.Compose(
            Make.Area("X01", fictional: true), Make.AsOf, [Make.Answer("red"), Make.Missing("blue")], Make.Catalogue, ProfileOf.Equal);

        Assert.Equal("Norfolk is fictional: it is made up for worked examples, and nothing about it is a fact.", balance.Notices[0]);
        Assert.Equal("This is not complete: The blue inspectorate gave no proper answer, and that is not agreement.", balance.Notices[1]);
        Assert.False(balance.Complete);
    }

    [Fact]
    public void The_order_of_answers_does_not_matter() =>
        Assert.Equal(ProfileOf.Equal.Weigh(ThreeGoodsAndAFailing), ProfileOf.Equal.Weigh([.. ThreeGoodsAndAFailing.Reverse()]));

    internal static SourceAnswer Broad(string inspectorate, Standing standing, Action<Verdict>? change = null) =>
        Make.Answer(inspectorate, Make.Broad(inspectorate, "1", standing, change: verdict =>
        {
            verdict.Source = new Provenance { Uri = $"https://example.org/{inspectorate}", Edition = "test" };
            change?.Invoke(verdict);
        }));
}
