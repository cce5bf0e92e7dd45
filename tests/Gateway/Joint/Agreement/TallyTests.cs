using Inspectorates.Gateway.Joint.Agreement;

namespace Inspectorates.Gateway.Tests.Joint.Agreement;

/// <summary>What is known of units, summed up: adding a tally often is adding its units as often.</summary>
public sealed class TallyTests
{
    private static Tally Of(params int[][] units)
    {
        var tally = new Tally(3);
        foreach (var unit in units)
            tally.Add(unit);
        return tally;
    }

    private static void Same(Tally expected, Tally actual)
    {
        Assert.Equal(
            (expected.Units, expected.Pairable, expected.IsComplete, expected.Varies), (actual.Units, actual.Pairable, actual.IsComplete, actual.Varies));
        Assert.Equal(expected.PairsThatAgree, actual.PairsThatAgree, 12);
        Assert.Equal(expected.SumOfSquaredShares, actual.SumOfSquaredShares, 12);
        Assert.Equal(expected.SumOfSharesByOthers, actual.SumOfSharesByOthers, 12);
        for (var one = 0; one < 3; one++)
            for (var other = 0; other < 3; other++)
                Assert.Equal(expected.Coincidences[one, other], actual.Coincidences[one, other], 12);
    }

    [Fact]
    public void Units_are_counted_with_the_pairs_within_them()
    {
        var tally = Of([2, 1, 0], [0, 3, 0], [0, 0, 1], [0, 0, 0]);

        Assert.Equal((3, 2, false, true), (tally.Units, tally.Pairable, tally.IsComplete, tally.Varies));
        Assert.Equal((1.0 / 3) + 1, tally.PairsThatAgree, 12);
        Assert.Equal((2.0 / 9 * (2.0 / 9)) + (4.0 / 9 * (4.0 / 9)) + (1.0 / 3 * (1.0 / 3)), tally.SumOfSquaredShares, 12);
        Assert.Equal(1 - tally.SumOfSquaredShares, tally.SumOfSharesByOthers, 12);
        Assert.Equal([2, 4, 0], tally.Coincidences.Marginals().ToArray());
        Assert.Equal((1, 1, 3), (tally.Coincidences[0, 0], tally.Coincidences[0, 1], tally.Coincidences[1, 1]));
    }

    [Fact]
    public void A_tally_added_often_is_its_units_added_as_often()
    {
        var (one, other) = (new[] { 2, 1, 0 }, new[] { 0, 1, 2 });
        var drawn = Of([1, 1, 1]);
        drawn.Add(Of(one, other), 3);

        Same(Of([1, 1, 1], one, one, one, other, other, other), drawn);
    }

    [Fact]
    public void Tallies_are_complete_together_where_each_is_and_their_units_have_as_many_ratings()
    {
        Assert.True(Together(Of(), Of([2, 0, 0])));
        Assert.True(Together(Of([1, 1, 0]), Of([2, 0, 0])));
        Assert.True(Together(Of([1, 1, 0]), Of()));
        Assert.False(Together(Of([1, 1, 0]), Of([3, 0, 0])));
        Assert.False(Together(Of([1, 1, 0]), Of([1, 1, 0], [1, 0, 0])));
        Assert.False(Together(Of([1, 1, 0], [1, 0, 0]), Of([1, 1, 0])));
        Assert.False(Together(Of([1, 1, 0], [1, 0, 0]), Of([1, 1, 0], [1, 0, 0])));
        Assert.False(Together(Of([1, 0, 0]), Of()));

        static bool Together(Tally tally, Tally other)
        {
            tally.Add(other);
            return tally.IsComplete;
        }
    }

    [Fact]
    public void A_tally_that_is_cleared_is_as_new()
    {
        var tally = Of([1, 2, 0], [1, 0, 0]);
        tally.Clear();

        Assert.Equal((0, 0, 0.0, true, false), (tally.Units, tally.Pairable, tally.PairsThatAgree, tally.IsComplete, tally.Varies));
        tally.Add([1, 1, 0]);
        Same(Of([1, 1, 0]), tally);
    }

    [Fact]
    public void Of_no_pairs_there_is_nothing_to_compare()
    {
        Assert.Equal(ChanceCorrected.Nothing, GwetAc1.Of(Of()));
        Assert.Equal(ChanceCorrected.Nothing, GwetAc1.Of(Of([1, 0, 0], [0, 1, 0])));
        Assert.Equal(ChanceCorrected.Nothing, FleissKappa.Of(Of()));
    }

    [Fact]
    public void Where_chance_alone_would_agree_always_nothing_is_told() =>
        Assert.Equal(Coefficient.NoVariation, ChanceCorrected.Of(1, 1, varies: true).Coefficient);

    [Fact]
    public void A_rater_who_rated_nothing_is_no_rater()
    {
        int?[][] two = [[1, 2, 1, 1], [1, 2, 2, 1]];

        Assert.Equal(SeveralRaters.Of(two, [1, 2, 3]), SeveralRaters.Of([.. two, [null, null, null, null]], [1, 2, 3]));
    }
}
