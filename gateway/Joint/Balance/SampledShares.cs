namespace Inspectorates.Gateway.Joint.Balance;

/// <summary>
/// Shares of weightings by drawing them: for so many values that the fractions of the exact shares would grow without
/// measure. The same seed draws the same weightings.
/// </summary>
/// <param name="Shares">The shares, worst result first; together 1.</param>
/// <param name="Samples">How many weightings were drawn.</param>
/// <param name="Seed">The seed.</param>
internal sealed record SampledShares(IReadOnlyList<Rational> Shares, int Samples, int Seed)
{
    /// <summary>The largest standard error of a share.</summary>
    public double StandardError => Shares.Max(share =>
    {
        var part = (double)share.Numerator / (double)share.Denominator;
        return Math.Sqrt(part * (1 - part) / Samples);
    });

    public static SampledShares Draw(IReadOnlyList<Rational> values, ResultBands bands, int samples, int seed)
    {
        var numbers = values.Select(value => (double)value.Numerator / (double)value.Denominator).ToArray();
        var edges = bands.All.Skip(1)
            .Select(band => (At: (double)band.From.Numerator / (double)band.From.Denominator, band.EdgeBelongsBelow)).ToArray();
        // Not for secrets: it must be the same wherever it is asked again.
#pragma warning disable CA5394
        var random = new Random(seed);
        var counts = new int[bands.All.Count];
        for (var sample = 0; sample < samples; sample++)
        {
            var (sum, all) = (0.0, 0.0);
            foreach (var value in numbers)
            {
                // Independent exponentials, as shares of their sum, are uniform over the simplex; that these are all negative
                // is lost in the sharing.
                var weight = Math.Log(1 - random.NextDouble());
                (sum, all) = (sum + (weight * value), all + weight);
            }

            var score = sum / all;
            counts[edges.Count(edge => edge.EdgeBelongsBelow ? score > edge.At : score >= edge.At)]++;
        }
#pragma warning restore CA5394

        return new([.. counts.Select(count => new Rational(count, samples))], samples, seed);
    }
}
