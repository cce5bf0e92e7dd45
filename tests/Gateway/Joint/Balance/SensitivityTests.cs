using Inspectorates.Gateway.Joint.Balance;
using static Inspectorates.Gateway.Tests.Joint.Balance.Scale;

namespace Inspectorates.Gateway.Tests.Joint.Balance;

public sealed class SensitivityTests
{
    private static readonly string[] Equal = ["1", "1", "1", "1"];

    [Fact]
    public void Three_goods_and_a_failing_at_equal_weights_are_exactly_on_the_line()
    {
        var weighing = Weigh(Equal, "3", "3", "3", "1");

        Assert.Equal("5/2", weighing.Score.ToString());
        Assert.Equal(Good, Four.Of(weighing.Score));
        Assert.Equal(Good, Four.EdgeAt(weighing.Score));
        Assert.Equal(Low, Bands(edgesBelongBelow: true).Of(weighing.Score));
    }

    [Theory]
    [InlineData("1.49", Worst)]
    [InlineData("1.5", Low)]
    [InlineData("2.4999999999999999999", Low)]
    [InlineData("2.5", Good)]
    [InlineData("3.5", Best)]
    [InlineData("9", Best)]
    [InlineData("-9", Worst)]
    public void An_edge_belongs_to_the_result_above_it(string score, int result) => Assert.Equal(result, Four.Of(Number(score)));

    [Theory]
    [InlineData("1.5", Worst)]
    [InlineData("1.5000000000000000001", Low)]
    [InlineData("2.5", Low)]
    [InlineData("3.5", Good)]
    public void Or_to_the_one_below_it_where_the_profile_says_so(string score, int result) =>
        Assert.Equal(result, Bands(edgesBelongBelow: true).Of(Number(score)));

    [Fact]
    public void A_score_beside_an_edge_is_on_none() => Assert.Null(Four.EdgeAt(Number("2.5000000000000000001")));

    [Fact]
    public void Bands_begin_at_ever_higher_scores()
    {
        Assert.Throws<ArgumentException>(() => new ResultBands([new("a", 0), new("b", 2), new("c", 2)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ResultBands([]));
        Assert.Equal(0, new ResultBands([new("a", 9), new("b", 2)]).Of(1));
    }

    [Fact]
    public void Weights_are_shares_of_all_weight_and_none_is_negative_nor_are_all_zero()
    {
        Assert.Equal(Numbers("1/4", "3/4"), Weigh(["2", "6"], "1", "2").Weights);
        Refused("No weight is less than 0.", "2", "-1");
        Refused("At least one weight is more than 0.", "0", "0");
        Refused("Every value has a weight.", "1");

        static void Refused(string why, params string[] weights) => Assert.StartsWith(
            why, Assert.Throws<ArgumentException>(() => Weigh(weights, "1", "2")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void On_the_line_more_weight_on_the_failing_one_or_less_on_another_makes_it_worse_at_once()
    {
        var critical = CriticalWeights.Of(Weigh(Equal, "3", "3", "3", "1"), Four);

        Assert.Equal(new CriticalWeightsOfOne(new(Number("0.25"), false, Low), null), critical[0]);
        Assert.Equal(new CriticalWeightsOfOne(null, new(Number("0.25"), false, Low)), critical[3]);
    }

    [Fact]
    public void Where_the_edge_belongs_below_the_point_itself_changes_the_result()
    {
        var bands = Bands(edgesBelongBelow: true);
        var weighing = Weigh(["2", "1", "1", "1"], "3", "3", "3", "1");

        Assert.Equal(new Crossing(Number("0.25"), true, Low), CriticalWeights.Of(weighing, bands)[3].Higher);
        Assert.Equal(new Crossing(Number("0.05"), true, Low), SmallestShifts.Down(weighing, bands)!.Amount);
        Assert.Equal(new Crossing(Number("0.0625"), true, Low), Robustness.Down(weighing, bands));
        // The others alone stand at exactly 2.5, which a weight of 0 reaches.
        Assert.Equal(new Crossing(Rational.Zero, true, Low), CriticalWeights.Of(weighing, bands)[1].Lower);
        Assert.Null(CriticalWeights.Of(weighing, Four)[1].Lower);
    }

    [Fact]
    public void The_result_can_change_in_both_directions()
    {
        var one = CriticalWeights.Of(Weigh(["1", "1"], "1", "4"), Four)[1];

        Assert.Equal(new Crossing(Number("1/2"), false, Low), one.Lower);
        Assert.Equal(new Crossing(Number("5/6"), true, Best), one.Higher);
    }

    [Fact]
    public void What_has_all_the_weight_has_no_critical_weight_for_the_others_have_no_relation_to_keep() =>
        Assert.Equal(new CriticalWeightsOfOne(null, null), CriticalWeights.Of(Weigh(["1", "0"], "1", "4"), Four)[0]);

    [Fact]
    public void What_weighs_nothing_may_have_a_critical_weight() =>
        Assert.Equal(new CriticalWeightsOfOne(null, new(Number("1/6"), true, Low)), CriticalWeights.Of(Weigh(["1", "0"], "1", "4"), Four)[1]);

    [Fact]
    public void A_shift_takes_from_the_furthest_first_and_goes_on_to_the_next()
    {
        // 2.7 now: all of the best takes 0.1 off it, and the other 0.1 comes of the next.
        var shift = SmallestShifts.Down(Weigh(["0.05", "0.6", "0.35"], "4", "3", "2"), Four)!;

        Assert.Equal("27/10", Weigh(["0.05", "0.6", "0.35"], "4", "3", "2").Score.ToString());
        Assert.Equal([new Move(0, 2, Number("0.05")), new Move(1, 2, Number("0.1"))], shift.Moves);
        Assert.Equal(new Crossing(Number("0.15"), false, Low), shift.Amount);
    }

    [Fact]
    public void What_weighs_nothing_gives_nothing()
    {
        var shift = SmallestShifts.Down(Weigh(["0", "0.8", "0.2"], "4", "3", "1"), Four)!;

        Assert.Equal([new Move(1, 2, Number("0.05"))], shift.Moves);
        Assert.Equal(new Crossing(Number("0.05"), false, Low), shift.Amount);
    }

    [Fact]
    public void A_shift_up_takes_from_the_lowest_and_reaches_the_edge()
    {
        var shift = SmallestShifts.Up(Weigh(["0.5", "0.5"], "2", "3.5"), Four)!;

        Assert.Equal([new Move(0, 1, Number("0.5"))], shift.Moves);
        Assert.Equal(new Crossing(Number("0.5"), true, Best), shift.Amount);
        Assert.Null(SmallestShifts.Up(Weigh(["0.5", "0.5"], "2", "3.4"), Four));
    }

    [Fact]
    public void No_shift_changes_what_all_weights_agree_on()
    {
        var weighing = Weigh(["1", "2"], "3", "3");

        Assert.Null(SmallestShifts.Down(weighing, Four));
        Assert.Null(SmallestShifts.Up(weighing, Four));
        Assert.Null(Robustness.Down(weighing, Four));
        Assert.Null(Robustness.Up(weighing, Four));
        Assert.All(CriticalWeights.Of(weighing, Four), one => Assert.Equal(new(null, null), one));
    }

    [Fact]
    public void Of_equal_takers_the_first_takes()
    {
        var shift = SmallestShifts.Down(Weigh(Equal, "3", "1", "3", "1"), Four)!;

        Assert.Equal(1, shift.Moves[0].Taker);
        Assert.Equal(0, shift.Moves[0].Giver);
    }

    [Fact]
    public void Shares_of_values_all_on_an_edge_are_whole()
    {
        Assert.Equal(Numbers("0", "0", "1", "0"), SharesOfWeightings.Exact(Numbers("2.5", "2.5"), Four));
        Assert.Equal(Numbers("0", "1", "0", "0"), SharesOfWeightings.Exact(Numbers("2.5", "2.5"), Bands(edgesBelongBelow: true)));
        Assert.Throws<ArgumentOutOfRangeException>(() => SharesOfWeightings.Exact([], Four));
    }

    [Fact]
    public void Shares_of_the_five_standings_are_exact()
    {
        var shares = SharesOfWeightings.Exact(Numbers("4", "3", "2.5", "2", "1"), Four);

        Assert.Equal(Rational.One, Weighing.Sum(shares));
        // 4 and 3 and 2 and 1 lie evenly about 2.5, so that the shares do.
        Assert.Equal(shares, shares.Reverse());
        Assert.Equal("71/144", shares[Good].ToString());
    }

    [Fact]
    public void Sampled_shares_come_near_the_exact_ones_and_the_seed_draws_them_again()
    {
        var values = Numbers("3", "3", "3", "1");
        var sampled = SampledShares.Draw(values, Four, 100_000, 7);
        var again = SampledShares.Draw(values, Four, 100_000, 7);

        Assert.Equal(sampled.Shares, again.Shares);
        Assert.NotEqual(sampled.Shares, SampledShares.Draw(values, Four, 100_000, 8).Shares);
        Assert.Equal((100_000, 7), (sampled.Samples, sampled.Seed));
        Assert.Equal(Rational.One, Weighing.Sum(sampled.Shares));
        Assert.Equal(0.00156, sampled.StandardError, 0.00002);
        Assert.All(
            sampled.Shares.Zip(SharesOfWeightings.Exact(values, Four)),
            pair => Assert.Equal(pair.Second.ToDouble(), pair.First.ToDouble(), 5 * sampled.StandardError));
    }

    [Theory]
    [InlineData(false, "0", "1")]
    [InlineData(true, "1", "0")]
    public void Sampled_shares_of_values_all_on_an_edge_are_whole_and_on_the_side_of_the_edge(bool below, string low, string high) =>
        Assert.Equal(
            Numbers(low, high),
            SampledShares.Draw(Numbers("2", "2", "2"), new([new("Low", 0), new("High", 2, below)]), 100, 7).Shares);

    [Fact]
    public void Up_to_forty_values_have_exact_shares_and_more_have_sampled_ones_with_seed_and_error()
    {
        Rational[] values = [.. Enumerable.Range(0, 41).Select(place => new Rational((place % 4) + 1, 1))];

        var (_, exact) = SensitivityRecords.Shares(values[..40], Four);
        var (shares, sampled) = SensitivityRecords.Shares(values, Four);

        Assert.Equal((true, 0, 0, ""), (exact.Exact, exact.Samples, exact.Seed, exact.StandardError));
        Assert.Equal((false, 100_000, 20), (sampled.Exact, sampled.Samples, sampled.Seed));
        Assert.Matches("^0[.][0-9]{1,6}$", sampled.StandardError);
        Assert.InRange(double.Parse(sampled.StandardError, System.Globalization.CultureInfo.InvariantCulture), 0.0001, 0.002);
        Assert.Equal(Rational.One, Weighing.Sum(shares));
    }
}
