using FsCheck.Xunit;
using Inspectorates.Gateway.Joint.Balance;
using static Inspectorates.Gateway.Tests.Joint.Balance.Scale;

namespace Inspectorates.Gateway.Tests.Joint.Balance;

public sealed class RationalTests
{
    [Theory]
    [InlineData("0.4", "2/5", "0.4")]
    [InlineData("1/3", "1/3", "0.3333333333333333")]
    [InlineData("2/3", "2/3", "0.6666666666666667")]
    [InlineData("-0.50", "-1/2", "-0.5")]
    [InlineData("6/4", "3/2", "1.5")]
    [InlineData("4/2", "2", "2")]
    [InlineData("10", "10", "10")]
    [InlineData("0", "0", "0")]
    [InlineData("-0", "0", "0")]
    [InlineData("0/5", "0", "0")]
    [InlineData("007.10", "71/10", "7.1")]
    [InlineData("0.00000000000000005", "1/20000000000000000", "0")]
    [InlineData("0.00000000000000015", "3/20000000000000000", "0.0000000000000002")]
    [InlineData("-0.00000000000000001", "-1/100000000000000000", "0")]
    public void A_decimal_or_a_fraction_is_read_exactly_and_written_as_both(string text, string fraction, string written)
    {
        Assert.True(Rational.TryParse(text, out var number));
        Assert.Equal((fraction, written), (number.ToString(), number.ToDecimal(16)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("+1")]
    [InlineData("1e3")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1,5")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1/0")]
    [InlineData("1/-2")]
    [InlineData("1/2/3")]
    [InlineData("0x10")]
    [InlineData("1.5/2")]
    [InlineData("\u0661")]
    [InlineData("1\n")]
    [InlineData("--1")]
    public void Anything_else_is_no_number(string text)
    {
        Assert.False(Rational.TryParse(text, out var number));
        Assert.Equal(Rational.Zero, number);
    }

    [Theory]
    [InlineData("5/2", 0, "2")]
    [InlineData("7/2", 0, "4")]
    [InlineData("-5/2", 0, "-2")]
    [InlineData("1/8", 2, "0.12")]
    [InlineData("3/8", 2, "0.38")]
    [InlineData("999/1000", 2, "1")]
    [InlineData("120", 0, "120")]
    [InlineData("120", 2, "120")]
    [InlineData("-1/3", 0, "0")]
    [InlineData("-1/3", 2, "-0.33")]
    public void A_decimal_that_does_not_end_within_the_places_is_rounded_half_to_even(string number, int places, string written) =>
        Assert.Equal(written, Number(number).ToDecimal(places));

    [Theory]
    [InlineData("5/2", 2)]
    [InlineData("-5/2", -3)]
    [InlineData("4", 4)]
    [InlineData("-4", -4)]
    public void The_floor_is_the_largest_whole_number_that_is_not_larger(string number, int floor) =>
        Assert.Equal(floor, Number(number).Floor());

    [Theory]
    [InlineData(1, -2, "-1/2")]
    [InlineData(-1, -2, "1/2")]
    [InlineData(0, -2, "0")]
    [InlineData(6, -4, "-3/2")]
    public void A_sign_below_the_line_goes_above_it(int above, int below, string written) =>
        Assert.Equal(written, new Rational(above, below).ToString());

    [Fact]
    public void The_default_is_zero_and_counts_as_one()
    {
        Assert.Equal(Rational.Zero, default);
        Assert.Equal(Rational.One, default(Rational) + Rational.One);
        Assert.Equal("0", default(Rational).ToString());
    }

    [Fact]
    public void Nothing_is_divided_by_nothing()
    {
        Assert.Equal("A fraction of nothing.", Assert.Throws<DivideByZeroException>(() => new Rational(1, 0)).Message);
        Assert.Throws<DivideByZeroException>(() => Rational.One / Rational.Zero);
    }

    [Property(MaxTest = Cases.Each)]
    public void It_reckons_as_fractions_do(int a, short b, int c, short d)
    {
        var (one, other) = (new Rational(a, b == 0 ? 7 : b), new Rational(c, d == 0 ? 7 : d));

        Assert.Equal(one, one + other - other);
        Assert.Equal(other.Sign == 0 ? one : one * other / other, one);
        Assert.Equal(one * (other + Rational.One), (one * other) + one);
        Assert.Equal(one - other, -(other - one));
        Assert.Equal((one - other).Sign, one.CompareTo(other));
        Assert.Equal((one < other, one > other), ((one - other).Sign < 0, (one - other).Sign > 0));
        Assert.Equal((one <= other, one >= other), (!(one > other), !(one < other)));
        Assert.True(one.Denominator.Sign > 0);
        Assert.Equal(one, Number(one.ToString()));
    }
}
