using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Inspectorates.Gateway.Joint.Balance;

/// <summary>
/// A fraction in lowest terms. Scores meet the edges of bands exactly, which binary floating point does not: three times
/// 3 and once 1 at equal weights is 5/2 here, and a little more there.
/// </summary>
internal readonly partial record struct Rational : IComparable<Rational>
{
    public static readonly Rational Zero = new(0, 1);
    public static readonly Rational One = new(1, 1);

    private readonly BigInteger denominator;

    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException("A fraction of nothing.");
        var common = BigInteger.CopySign(BigInteger.GreatestCommonDivisor(numerator, denominator), denominator);
        Numerator = numerator / common;
        // 0 stands for 1, so that the default is zero and equals it.
        this.denominator = denominator / common is { IsOne: false } more ? more : BigInteger.Zero;
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator => denominator.IsZero ? BigInteger.One : denominator;

    public int Sign => Numerator.Sign;

    public static implicit operator Rational(int whole) => new(whole, 1);

    public static Rational operator +(Rational one, Rational other) =>
        new((one.Numerator * other.Denominator) + (other.Numerator * one.Denominator), one.Denominator * other.Denominator);

    public static Rational operator -(Rational one, Rational other) => one + -other;

    public static Rational operator -(Rational one) => new(-one.Numerator, one.Denominator);

    public static Rational operator *(Rational one, Rational other) =>
        new(one.Numerator * other.Numerator, one.Denominator * other.Denominator);

    public static Rational operator /(Rational one, Rational other) =>
        new(one.Numerator * other.Denominator, one.Denominator * other.Numerator);

    public static bool operator <(Rational one, Rational other) => one.CompareTo(other) < 0;

    public static bool operator >(Rational one, Rational other) => one.CompareTo(other) > 0;

    public static bool operator <=(Rational one, Rational other) => one.CompareTo(other) <= 0;

    public static bool operator >=(Rational one, Rational other) => one.CompareTo(other) >= 0;

    public int CompareTo(Rational other) =>
        (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>The largest whole number that is not larger.</summary>
    public BigInteger Floor()
    {
        var (whole, rest) = BigInteger.DivRem(Numerator, Denominator);
        return rest.Sign < 0 ? whole - 1 : whole;
    }

    /// <summary>Reads a decimal, <c>-0.4</c>, or a fraction, <c>1/3</c>. Nothing else: no exponent, no sign but minus.</summary>
    public static bool TryParse(string text, out Rational value)
    {
        value = Zero;
        if (!Form().IsMatch(text))
            return false;
        if (text.Split('/') is [var above, var below])
        {
            var denominator = Whole(below);
            if (denominator.IsZero)
                return false;
            value = new(Whole(above), denominator);
            return true;
        }

        value = text.Split('.') is [var whole, var part]
            ? new(Whole(whole + part), BigInteger.Pow(10, part.Length))
            : new(Whole(text), 1);
        return true;
    }

    /// <summary>As a decimal: exact where it ends within the places, else rounded half to even; no trailing zeros.</summary>
    public string ToDecimal(int places)
    {
        var scale = BigInteger.Pow(10, places);
        var (whole, rest) = BigInteger.DivRem(BigInteger.Abs(Numerator) * scale, Denominator);
        var half = (rest * 2).CompareTo(Denominator);
        if (half > 0 || (half == 0 && !whole.IsEven))
            whole++;
        var digits = whole.ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
        var text = $"{digits[..^places]}.{digits[^places..]}".TrimEnd('0').TrimEnd('.');
        // What is rounded to nothing has no sign.
        return (whole * Sign).Sign < 0 ? "-" + text : text;
    }

    /// <summary><c>5/2</c>, or <c>3</c>.</summary>
    public override string ToString() =>
        Denominator.IsOne
            ? Numerator.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    private static BigInteger Whole(string digits) => BigInteger.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^-?[0-9]{1,40}(?:\.[0-9]{1,40}|/[0-9]{1,40})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
