using Kind = Inspectorates.Joint.V1.AgreementCoefficient.Types.Kind;

namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>Everything that is computed from the matrix of two authors, with its intervals.</summary>
internal sealed class PairMeasures
{
    public static readonly IReadOnlyList<Kind> Kinds =
    [
        Kind.AlphaNominal, Kind.AlphaOrdinal, Kind.AlphaInterval, Kind.KappaUnweighted, Kind.KappaLinear, Kind.KappaQuadratic, Kind.Ac1,
    ];

    private readonly DisagreementWeights[] weights;
    private readonly double[] values;

    private PairMeasures(int categories)
    {
        weights = [DisagreementWeights.Unweighted(categories), DisagreementWeights.Linear(categories), DisagreementWeights.Quadratic(categories)];
        values = [.. Enumerable.Range(0, categories).Select(place => (double)place)];
    }

    /// <summary>The coefficients in the order of <see cref="Kinds"/>.</summary>
    public required IReadOnlyList<Coefficient> Coefficients { get; init; }

    /// <summary>Their intervals, and last that of the mean gap; null: none.</summary>
    public required IReadOnlyList<Interval?> Intervals { get; init; }

    /// <param name="categories">How many steps the scale has.</param>
    /// <param name="whole">The matrix over all areas.</param>
    /// <param name="byArea">The cells of each area that has any, and how often each.</param>
    /// <param name="options">How intervals are made.</param>
    public static PairMeasures Of(
        int categories, ConfusionMatrix whole, IReadOnlyList<(int Row, int Column, int Count)[]> byArea, AgreementOptions options)
    {
        var made = new PairMeasures(categories) { Coefficients = [], Intervals = [] };
        var drawn = new ConfusionMatrix(categories);
        var coefficients = new Coefficient[Kinds.Count];
        var intervals = Bootstrap.Of(
            byArea.Count,
            options,
            drawn.Clear,
            (area, times) =>
            {
                foreach (var (row, column, count) in byArea[area])
                    drawn.Add(row, column, count * times);
            },
            Kinds.Count + 1,
            measured =>
            {
                made.Compute(drawn, coefficients);
                for (var kind = 0; kind < coefficients.Length; kind++)
                    measured[kind] = coefficients[kind].Value;
                measured[^1] = MeanGap.Of(drawn);
            });
        made.Compute(whole, coefficients);
        return new(categories) { Coefficients = coefficients, Intervals = intervals };
    }

    private void Compute(ConfusionMatrix matrix, Coefficient[] coefficients)
    {
        var met = Coincidences.Of(matrix);
        coefficients[0] = KrippendorffAlpha.Of(met, values, Measurement.Nominal);
        coefficients[1] = KrippendorffAlpha.Of(met, values, Measurement.Ordinal);
        coefficients[2] = KrippendorffAlpha.Of(met, values, Measurement.Interval);
        coefficients[3] = CohenKappa.Weighted(matrix, weights[0]);
        coefficients[4] = CohenKappa.Weighted(matrix, weights[1]);
        coefficients[5] = CohenKappa.Weighted(matrix, weights[2]);
        coefficients[6] = GwetAc1.Of(matrix);
    }
}
