namespace Inspectorates.Gateway.Joint.Balance;

/// <summary>
/// The share of all possible weightings that gives each result, every weighting as likely as any other: the volume of the
/// part of the simplex of weights on which the weighted mean is in the band.
/// </summary>
internal static class SharesOfWeightings
{
    /// <summary>The exact shares, worst result first; together 1.</summary>
    /// <param name="values">What is weighed; at least one.</param>
    /// <param name="bands">The results.</param>
    public static IReadOnlyList<Rational> Exact(IReadOnlyList<Rational> values, ResultBands bands)
    {
        ArgumentOutOfRangeException.ThrowIfZero(values.Count);
        Rational[] atLeast = [Rational.One, .. bands.All.Skip(1).Select(band => AtLeast(values, band)), Rational.Zero];
        return [.. Enumerable.Range(0, bands.All.Count).Select(place => atLeast[place] - atLeast[place + 1])];
    }

    /// <summary>The share with the result of the band or a better one.</summary>
    private static Rational AtLeast(IReadOnlyList<Rational> values, ResultBand band) => band.EdgeBelongsBelow
        ? Rational.One - NotLess([.. values.Select(value => band.From - value)])
        : NotLess([.. values.Select(value => value - band.From)]);

    // The share of the simplex on which the weighted sum is 0 or more, by the recursion of G. Varsi ("The
    // multidimensional content of the frustum of the simplex", 1973): sums of what is positive only, and equal values
    // are no special case.
    private static Rational NotLess(IReadOnlyList<Rational> coefficients)
    {
        var isBelow = coefficients.ToLookup(coefficient => coefficient.Sign < 0);
        var below = isBelow[true].Select(coefficient => -coefficient).ToList();
        var shares = new Rational[below.Count + 1];
        shares[0] = Rational.One;
        foreach (var above in isBelow[false])
            for (var place = 1; place <= below.Count; place++)
                shares[place] = ((below[place - 1] * shares[place]) + (above * shares[place - 1])) / (below[place - 1] + above);
        return shares[below.Count];
    }
}
