using FsCheck.Xunit;
using Inspectorates.Gateway.Joint.Balance;

namespace Inspectorates.Gateway.Tests.Joint.Balance;

/// <summary>What holds of every weighing. The runner prints the seed of a case that fails.</summary>
[Properties(Arbitrary = [typeof(BalanceCases)], MaxTest = Cases.Each)]
public sealed class BalanceLawsTests
{
    private static readonly Rational Little = new(1, 1_000_000_000);

    [Property]
    public void Shares_of_weightings_are_none_below_nothing_and_together_one(BalanceCase one)
    {
        var shares = SharesOfWeightings.Exact(one.Weighing.Values, one.Bands);

        Assert.All(shares, share => Assert.True(share >= Rational.Zero && share <= Rational.One));
        Assert.Equal(Rational.One, Weighing.Sum(shares));
    }

    [Property]
    public void A_share_is_none_exactly_where_no_weighting_can_give_the_result_but_on_an_edge(BalanceCase one)
    {
        var shares = SharesOfWeightings.Exact(one.Weighing.Values, one.Bands);
        var (least, most) = (one.Bands.Of(one.Weighing.Values.Min()), one.Bands.Of(one.Weighing.Values.Max()));

        Assert.All(shares.Index(), share => Assert.True(
            share.Item.Sign == 0 || (share.Index >= least && share.Index <= most)));
        Assert.All(shares.Index().Where(share => share.Index > least && share.Index < most), share => Assert.True(share.Item.Sign > 0));
    }

    [Property]
    public void Exact_shares_are_what_drawing_comes_to(BalanceCase one)
    {
        var exact = SharesOfWeightings.Exact(one.Weighing.Values, one.Bands);
        var drawn = SampledShares.Draw(one.Weighing.Values, one.Bands, 400, one.Others.Sum());

        // Values all on one edge are one point, which drawing in floating point may put on either side.
        if (one.Weighing.Values.Distinct().Count() > 1)
            Assert.All(exact.Zip(drawn.Shares), pair => Assert.Equal(pair.First.ToDouble(), pair.Second.ToDouble(), 0.16));
    }

    [Property]
    public void Shares_of_two_values_are_the_lengths_of_the_line_between_them(BalanceCase one)
    {
        if (one.Quarters.Length < 2 || one.Quarters[0] == one.Quarters[1])
            return;
        Rational[] two = [.. one.Weighing.Values.Take(2).Order()];
        var shares = SharesOfWeightings.Exact(two, one.Bands);

        Rational above = Rational.Zero;
        for (var place = one.Bands.All.Count - 1; place > 0; place--)
        {
            above += shares[place];
            var length = (two[1] - one.Bands.All[place].From) / (two[1] - two[0]);
            Assert.Equal(length < Rational.Zero ? Rational.Zero : length > Rational.One ? Rational.One : length, above);
        }
    }

    [Property]
    public void Only_the_relation_of_weights_to_each_other_matters(BalanceCase one)
    {
        var scaled = one.Of(one.Weights.Select(weight => weight * 7));

        Assert.Equal(one.Weighing.Weights, scaled.Weights);
        Assert.Equal(one.Weighing.Score, scaled.Score);
        Assert.Equal(CriticalWeights.Of(one.Weighing, one.Bands), CriticalWeights.Of(scaled, one.Bands));
    }

    [Property]
    public void The_order_does_not_matter(BalanceCase one)
    {
        var turned = one with { Weights = [.. one.Weights.Reverse()], Quarters = [.. one.Quarters.Reverse()] };

        Assert.Equal(one.Weighing.Score, turned.Weighing.Score);
        Assert.Equal(one.Result, turned.Result);
        Assert.Equal(CriticalWeights.Of(one.Weighing, one.Bands).Reverse(), CriticalWeights.Of(turned.Weighing, one.Bands));
        Assert.Equal(SmallestShifts.Down(one.Weighing, one.Bands)?.Amount, SmallestShifts.Down(turned.Weighing, one.Bands)?.Amount);
        Assert.Equal(SmallestShifts.Up(one.Weighing, one.Bands)?.Amount, SmallestShifts.Up(turned.Weighing, one.Bands)?.Amount);
        Assert.Equal(Robustness.Down(one.Weighing, one.Bands), Robustness.Down(turned.Weighing, one.Bands));
        Assert.Equal(
            SharesOfWeightings.Exact(one.Weighing.Values, one.Bands), SharesOfWeightings.Exact(turned.Weighing.Values, one.Bands));
    }

    [Property]
    public void What_weighs_nothing_can_be_taken_away(BalanceCase one)
    {
        var kept = Enumerable.Range(0, one.Weights.Length).Where(place => one.Weights[place] > 0).ToList();
        var without = one with { Weights = [.. kept.Select(place => one.Weights[place])], Quarters = [.. kept.Select(place => one.Quarters[place])] };

        Assert.Equal(one.Weighing.Score, without.Weighing.Score);
        Assert.Equal(one.Result, without.Result);
        var critical = CriticalWeights.Of(one.Weighing, one.Bands);
        Assert.Equal(kept.Select(place => critical[place]), CriticalWeights.Of(without.Weighing, one.Bands));
    }

    [Property]
    public void Short_of_a_critical_weight_the_result_stays_and_beyond_it_changes(BalanceCase one)
    {
        var critical = CriticalWeights.Of(one.Weighing, one.Bands);
        for (var place = 0; place < one.Weights.Length; place++)
        {
            if (one.Weighing.ScoreWithout(place) is not { } without)
                continue;
            var value = one.Weighing.Values[place];
            int At(Rational weight) => one.Bands.Of((weight * value) + ((Rational.One - weight) * without));
            Check(critical[place].Higher, one.Weighing.Weights[place], Rational.One, At, one.Result);
            Check(critical[place].Lower, one.Weighing.Weights[place], Rational.Zero, At, one.Result);
        }
    }

    [Property]
    public void No_smaller_shift_of_weights_changes_the_result(BalanceCase one)
    {
        var distance = Weighing.Sum(one.Weighing.Weights.Zip(one.Other.Weights, (was, other) => was > other ? was - other : Rational.Zero));
        var other = one.Bands.Of(one.Other.Score);

        if (other < one.Result)
            Assert.True(Reaches(SmallestShifts.Down(one.Weighing, one.Bands)!.Amount, distance));
        if (other > one.Result)
            Assert.True(Reaches(SmallestShifts.Up(one.Weighing, one.Bands)!.Amount, distance));
    }

    [Property]
    public void The_smallest_shift_done_and_a_little_more_gives_the_result_it_says(BalanceCase one)
    {
        foreach (var shift in new[] { SmallestShifts.Down(one.Weighing, one.Bands), SmallestShifts.Up(one.Weighing, one.Bands) }.OfType<Shift>())
        {
            var weights = one.Weighing.Weights.ToArray();
            foreach (var move in shift.Moves)
            {
                Assert.True(move.Amount.Sign >= 0);
                weights[move.Giver] -= move.Amount;
                weights[move.Taker] += move.Amount;
            }

            Assert.Equal(shift.Amount.At, Weighing.Sum(shift.Moves.Select(move => move.Amount)));
            Assert.All(weights, weight => Assert.True(weight.Sign >= 0));
            var reached = Weighing.Of(weights, one.Weighing.Values);
            Assert.NotNull(one.Bands.EdgeAt(reached.Score));
            Assert.Equal(shift.Amount.Reached ? shift.Amount.Result : one.Result, one.Bands.Of(reached.Score));
            Assert.Equal(1, Math.Abs(shift.Amount.Result - one.Result));
        }
    }

    [Property]
    public void Whoever_gives_away_less_than_epsilon_cannot_change_the_result(BalanceCase one)
    {
        foreach (var share in new[] { new Rational(1, 100), new Rational(1, 10), new Rational(1, 4), new Rational(1, 2), new Rational(9, 10), Rational.One })
        {
            var result = one.Bands.Of(((Rational.One - share) * one.Weighing.Score) + (share * one.Other.Score));
            if (result < one.Result)
                Assert.True(Reaches(Robustness.Down(one.Weighing, one.Bands)!.Value, share));
            if (result > one.Result)
                Assert.True(Reaches(Robustness.Up(one.Weighing, one.Bands)!.Value, share));
        }
    }

    [Property]
    public void Epsilon_given_to_the_lowest_changes_the_result_and_less_does_not(BalanceCase one)
    {
        var (weighing, bands) = (one.Weighing, one.Bands);
        Check(Robustness.Down(weighing, bands), Rational.Zero, Rational.One, Giving(weighing.Values.Min()), one.Result);
        Check(Robustness.Up(weighing, bands), Rational.Zero, Rational.One, Giving(weighing.Values.Max()), one.Result);

        Func<Rational, int> Giving(Rational value) => share => bands.Of(((Rational.One - share) * weighing.Score) + (share * value));
    }

    [Property]
    public void A_shift_is_never_larger_than_what_must_be_given_away_freely(BalanceCase one)
    {
        // To give away a share of all weight freely moves no more than that share.
        if (Robustness.Down(one.Weighing, one.Bands) is { } epsilon)
            Assert.True(SmallestShifts.Down(one.Weighing, one.Bands)!.Amount.At <= epsilon.At);
        else
            Assert.Null(SmallestShifts.Down(one.Weighing, one.Bands));
    }

    [Property]
    public void A_higher_value_never_makes_it_worse(BalanceCase one)
    {
        var better = one with { Quarters = [one.Quarters[0] + 1, .. one.Quarters.Skip(1)] };

        Assert.True(better.Result >= one.Result);
        var (before, after) = (SharesOfWeightings.Exact(one.Weighing.Values, one.Bands), SharesOfWeightings.Exact(better.Weighing.Values, one.Bands));
        for (var place = 1; place < before.Count; place++)
            Assert.True(Weighing.Sum(after.Skip(place)) >= Weighing.Sum(before.Skip(place)));
        Assert.Equal(better.Weighing.Score, one.Weighing.ScoreWith(0, better.Weighing.Values[0]));
    }

    private static bool Reaches(Crossing crossing, Rational distance) =>
        crossing.Reached ? distance >= crossing.At : distance > crossing.At;

    // At the point, halfway to it and a little beyond it.
    private static void Check(Crossing? crossing, Rational from, Rational to, Func<Rational, int> resultAt, int result)
    {
        if (crossing is not { } found)
        {
            Assert.Equal(result, resultAt(to));
            return;
        }

        Assert.Equal(result, resultAt((from + found.At) / 2));
        Assert.Equal(found.Reached ? found.Result : result, resultAt(found.At));
        var beyond = found.At + ((to > from ? Rational.One : -Rational.One) * Little);
        if (to > from ? beyond <= to : beyond >= to)
            Assert.Equal(found.Result, resultAt(beyond));
    }
}
