using Inspectorates.Gateway.Joint.Agreement;

namespace Inspectorates.Gateway.Tests.Joint.Agreement;

public sealed class SignificanceTests
{
    // Critical values of the chi-squared distribution as printed in every table of it (here NIST/SEMATECH 1.3.6.7.4).
    [Theory]
    [InlineData(3.841, 1, 0.05)]
    [InlineData(6.635, 1, 0.01)]
    [InlineData(10.828, 1, 0.001)]
    [InlineData(5.991, 2, 0.05)]
    [InlineData(7.815, 3, 0.05)]
    [InlineData(12.592, 6, 0.05)]
    [InlineData(18.307, 10, 0.05)]
    [InlineData(4.865, 10, 0.90)]
    [InlineData(0.554, 5, 0.99)]
    [InlineData(124.342, 100, 0.05)]
    public void The_upper_tail_has_the_printed_critical_values(double value, int degrees, double tail) =>
        Assert.Equal(tail, ChiSquared.UpperTail(value, degrees), 0.0001 + (tail * 0.005));

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.5)]
    [InlineData(2)]
    [InlineData(3.9)]
    [InlineData(40)]
    [InlineData(600)]
    public void With_two_and_four_degrees_of_freedom_it_is_the_exponential_it_must_be(double value)
    {
        Assert.Equal(1, ChiSquared.UpperTail(value, 2) / Math.Exp(-value / 2), 1e-12);
        Assert.Equal(1, ChiSquared.UpperTail(value, 4) / (Math.Exp(-value / 2) * (1 + (value / 2))), 1e-12);
    }

    [Fact]
    public void With_one_degree_of_freedom_it_is_the_two_tails_of_the_normal_distribution()
    {
        Assert.Equal(0.317310507862914, ChiSquared.UpperTail(1, 1), 1e-14);
        Assert.Equal(0.0455002638963584, ChiSquared.UpperTail(4, 1), 1e-14);
        Assert.Equal(0.00269979606326019, ChiSquared.UpperTail(9, 1), 1e-14);
    }

    [Fact]
    public void Nothing_is_certain_and_infinity_impossible()
    {
        Assert.Equal(1, ChiSquared.UpperTail(0, 3));
        Assert.Equal(0, ChiSquared.UpperTail(double.PositiveInfinity, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquared.UpperTail(-1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquared.UpperTail(double.NaN, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquared.UpperTail(1, 0));
    }

    // Stuart 1955: unaided distance vision of 7,477 women, right eye against left; Agresti, Categorical Data Analysis, 11.3 prints
    // 11.96 with 3 degrees of freedom for the margins, and 19.11 with 6 for symmetry in later editions.
    private static readonly ConfusionMatrix Vision = new(
        [[1520, 266, 124, 66], [234, 1512, 432, 78], [117, 362, 1772, 205], [36, 82, 179, 492]]);

    [Fact]
    public void Stuarts_table_of_eyesight_has_the_published_statistics()
    {
        var margins = StuartMaxwellTest.Of(Vision);
        var symmetry = BowkerTest.Of(Vision);

        Assert.Equal((11.96, 3), (Math.Round(margins.Statistic, 2), margins.DegreesOfFreedom));
        Assert.Equal(0.0075, margins.PValue!.Value, 0.0001);
        Assert.Equal((19.11, 6), (Math.Round(symmetry.Statistic, 2), symmetry.DegreesOfFreedom));
        Assert.Equal(0.0040, symmetry.PValue!.Value, 0.0001);
    }

    [Fact]
    public void Of_two_categories_both_are_McNemars_test()
    {
        var matrix = new ConfusionMatrix([[101, 121], [59, 33]]);

        Assert.Equal((62.0 * 62 / 180, 1), (StuartMaxwellTest.Of(matrix).Statistic, StuartMaxwellTest.Of(matrix).DegreesOfFreedom));
        Assert.Equal(StuartMaxwellTest.Of(matrix), BowkerTest.Of(matrix));
    }

    [Fact]
    public void Where_two_differ_in_nothing_there_is_nothing_to_test_and_no_p_value()
    {
        var matrix = new ConfusionMatrix([[7, 0, 0], [0, 2, 0], [0, 0, 0]]);

        Assert.Equal(new Significance(0, 0), BowkerTest.Of(matrix));
        Assert.Equal(new Significance(0, 0), StuartMaxwellTest.Of(matrix));
        Assert.Null(BowkerTest.Of(matrix).PValue);
    }

    [Fact]
    public void Categories_they_never_differ_in_and_parts_that_do_not_hang_together_add_no_degree_of_freedom()
    {
        var matrix = new ConfusionMatrix([[5, 4, 0, 0, 0], [1, 5, 0, 0, 0], [0, 0, 9, 0, 0], [0, 0, 0, 5, 2], [0, 0, 0, 8, 5]]);

        var margins = StuartMaxwellTest.Of(matrix);

        Assert.Equal(2, margins.DegreesOfFreedom);
        Assert.Equal((9.0 / 5) + (36.0 / 10), margins.Statistic, 12);
        Assert.Equal((margins.Statistic, 2), (BowkerTest.Of(matrix).Statistic, BowkerTest.Of(matrix).DegreesOfFreedom));
    }
}
