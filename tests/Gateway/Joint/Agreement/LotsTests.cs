using Inspectorates.Gateway.Joint.Agreement;

namespace Inspectorates.Gateway.Tests.Joint.Agreement;

public sealed class LotsTests
{
    // The first numbers of the published reference implementation (S. Vigna, splitmix64.c) from the state 1234567.
    [Fact]
    public void The_lots_are_those_of_SplitMix64()
    {
        var lots = new SplitMix(1234567);

        Assert.Equal(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            Enumerable.Range(0, 5).Select(_ => lots.Next()));
    }

    [Fact]
    public void A_lot_below_a_bound_is_below_it_and_each_is_as_likely()
    {
        var lots = new SplitMix(7);
        var drawn = Enumerable.Range(0, 70_000).GroupBy(_ => lots.Below(7)).ToDictionary(lot => lot.Key, lot => lot.Count());

        Assert.Equal([0, 1, 2, 3, 4, 5, 6], drawn.Keys.Order());
        Assert.All(drawn.Values, count => Assert.InRange(count, 9_600, 10_400));
        Assert.Equal(0, lots.Below(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => lots.Below(0));
    }

    // Of draws below three, 0 falls into the part that would make some numbers likelier, and the next above it does not.
    [Theory]
    [InlineData(7046029254386353131, 0UL, 2)]
    [InlineData(9188376289577737681, 0xAAAAAAAAAAAAAAAB, 2)]
    public void A_draw_that_would_make_some_numbers_likelier_is_drawn_again_and_no_other(ulong seed, ulong first, int below)
    {
        Assert.Equal(first, new SplitMix(seed).Next());
        Assert.Equal(below, new SplitMix(seed).Below(3));
    }

    [Fact]
    public void An_interval_is_between_the_ranks_that_two_and_a_half_in_a_hundred_lie_beyond()
    {
        double[] hundreds = [.. Enumerable.Range(1, 1000).Select(value => (double)value)];

        Assert.Equal(new Interval(25, 975, 0), Interval.Of(hundreds));
        Assert.Equal(new Interval(25, 975, 0), Interval.Of([.. hundreds.Reverse()]));
        Assert.Equal(new Interval(1, 1, 0), Interval.Of([1]));
    }

    [Fact]
    public void Resamples_without_a_value_are_counted_apart_and_where_they_are_most_there_is_no_interval()
    {
        Assert.Equal(new Interval(3, 5, 2), Interval.Of([double.NaN, 5, 3, double.NaN]));
        Assert.Null(Interval.Of([double.NaN, 5, double.NaN]));
        Assert.Null(Interval.Of([]));
    }

    [Fact]
    public void Areas_are_drawn_as_many_as_there_are_and_the_same_for_the_same_seed()
    {
        IReadOnlyList<int> Draw(int seed)
        {
            var drawn = new List<int>();
            Bootstrap.Of(
                5, new AgreementOptions(Replicates: 3, Seed: seed), () => drawn.Add(-1),
                (area, times) => drawn.AddRange(Enumerable.Repeat(area, times)), 0, _ => { });
            return drawn;
        }

        Bootstrap.Of(
            5, new AgreementOptions(Replicates: 3), () => { }, (_, times) => Assert.InRange(times, 1, 5), 0, _ => { });
        Assert.Equal(18, Draw(1).Count);
        Assert.Equal(3, Draw(1).Count(place => place == -1));
        Assert.All(Draw(1), place => Assert.InRange(place, -1, 4));
        Assert.Equal(Draw(1), Draw(1));
        Assert.NotEqual(Draw(1), Draw(2));
        Assert.Equal([null, null], Bootstrap.Of(0, new AgreementOptions(), () => { }, (_, _) => { }, 2, _ => { }));
    }
}
