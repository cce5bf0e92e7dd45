using System.Runtime.CompilerServices;

namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>
/// Krippendorff's alpha: agreement of any number of raters, missing values allowed, at any level of measurement.
/// K. Krippendorff, Computing Krippendorff's alpha-reliability (2011), Annenberg School for Communication, section C and D.
/// </summary>
public static class KrippendorffAlpha
{
    /// <summary>
    /// One less the observed disagreement over that expected by chance, over the units with two or more values.
    /// </summary>
    /// <param name="observersByUnits">A row of values for each observer, a column for each unit; null: no value.</param>
    /// <param name="measurement">What the distance between two values means.</param>
    /// <exception cref="ArgumentException">
    /// The rows are not equally long, a value is not finite, or one is negative at the ratio level.
    /// </exception>
    public static Coefficient Of(IReadOnlyList<IReadOnlyList<double?>> observersByUnits, Measurement measurement)
    {
        if (observersByUnits.Any(row => row.Count != observersByUnits[0].Count))
            throw new ArgumentException("Every observer has a value or null for every unit.", nameof(observersByUnits));
        double[] values = [.. observersByUnits.SelectMany(row => row).OfType<double>().Distinct().Order()];
        if (values.Any(value => !double.IsFinite(value) || (measurement is Measurement.Ratio && value < 0)))
            throw new ArgumentException("A value is a finite number, at the ratio level none is negative.", nameof(observersByUnits));
        var met = new Coincidences(values.Length);
        var unit = new int[values.Length];
        for (var column = 0; observersByUnits.Count > 0 && column < observersByUnits[0].Count; column++)
        {
            Array.Clear(unit);
            foreach (var row in observersByUnits)
                if (row[column] is { } value)
                    unit[Array.BinarySearch(values, value)]++;
            met.Add(unit);
        }

        return Of(met, values, measurement);
    }

    /// <summary>The same of two raters by their matrix; a category's value is its place in the scale.</summary>
    public static Coefficient Of(ConfusionMatrix matrix, Measurement measurement) =>
        Of(Coincidences.Of(matrix), [.. Enumerable.Range(0, matrix.Categories).Select(place => (double)place)], measurement);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static Coefficient Of(Coincidences met, ReadOnlySpan<double> values, Measurement measurement)
    {
        var marginals = met.Marginals();
        var pairable = 0.0;
        foreach (var marginal in marginals)
            pairable += marginal;

        var (observed, expected) = (0.0, 0.0);
        for (var one = 0; one < values.Length; one++)
        {
            var between = 0.0;
            for (var other = one + 1; other < values.Length; other++)
            {
                // Ordinal: the values of both and between, the two ends half.
                var ranks = between + ((marginals[one] + marginals[other]) / 2);
                between += marginals[other];
                var distance = Distance(values[one], values[other], ranks, measurement);
                observed += met[one, other] * distance * distance;
                expected += marginals[one] * marginals[other] * distance * distance;
            }
        }

        return pairable == 0 ? Coefficient.NothingToCompare
            : expected == 0 ? Coefficient.NoVariation
            : Coefficient.Of(1 - ((pairable - 1) * observed / expected));
    }

    private static double Distance(double one, double other, double ranks, Measurement measurement) => measurement switch
    {
        Measurement.Nominal => 1,
        Measurement.Ordinal => ranks,
        Measurement.Interval => other - one,
        Measurement.Ratio => (other - one) / (other + one),
        _ => throw new ArgumentOutOfRangeException(nameof(measurement), measurement, "There is no such level of measurement."),
    };
}
