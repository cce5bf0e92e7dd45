namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>
/// The upper tail of the chi-squared distribution: Q(df/2, x/2), the regularised incomplete gamma function, by its series below
/// df/2 + 1 and its continued fraction above (NIST Digital Library of Mathematical Functions 8.7.1 and 8.9.2; the scheme of
/// Numerical Recipes 6.2). See docs/decisions/0110-coefficients-of-our-own.md.
/// </summary>
public static class ChiSquared
{
    private const double Precision = 1e-16;
    private const int MostTerms = 100_000;

    /// <summary>The probability of a value as large or larger: the p value.</summary>
    /// <param name="value">The statistic, 0 or more.</param>
    /// <param name="degreesOfFreedom">1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is not that.</exception>
    public static double UpperTail(double value, int degreesOfFreedom)
    {
        if (!(value >= 0))
            throw new ArgumentOutOfRangeException(nameof(value), value, "A chi-squared statistic is 0 or more.");
        ArgumentOutOfRangeException.ThrowIfLessThan(degreesOfFreedom, 1);
        if (value == 0)
            return 1;
        if (double.IsPositiveInfinity(value))
            return 0;
        var (shape, at) = (degreesOfFreedom / 2.0, value / 2);
        var scale = Math.Exp((shape * Math.Log(at)) - at - LogGammaOfHalves(degreesOfFreedom));
        return Math.Clamp(at < shape + 1 ? 1 - (scale * Series(shape, at)) : scale * Fraction(shape, at), 0, 1);
    }

    private static double Series(double shape, double at)
    {
        var (term, sum) = (1 / shape, 1 / shape);
        for (var next = shape + 1; term > sum * Precision; next++)
            sum += term *= at / next;
        return sum;
    }

    // Lentz's method; above shape + 1 no denominator comes near 0.
    private static double Fraction(double shape, double at)
    {
        const double Huge = 1e300;
        var b = at + 1 - shape;
        var c = Huge;
        var d = 1 / b;
        var value = d;
        for (var term = 1; term < MostTerms; term++)
        {
            var a = -term * (term - shape);
            b += 2;
            d = 1 / ((a * d) + b);
            c = b + (a / c);
            value *= c * d;
            if (Math.Abs((c * d) - 1) < Precision)
                break;
        }

        return value;
    }

    // The logarithm of the gamma function at half of a whole number, from that of 1/2 or 1.
    private static double LogGammaOfHalves(int halves)
    {
        var log = halves % 2 == 0 ? 0 : Math.Log(Math.PI) / 2;
        for (var at = halves % 2 == 0 ? 1.0 : 0.5; at < halves / 2.0; at++)
            log += Math.Log(at);
        return log;
    }
}
