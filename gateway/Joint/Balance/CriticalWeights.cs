namespace Inspectorates.Gateway.Joint.Balance;

/// <summary>The nearest lower and higher weight of one at which the result changes; null: it never does.</summary>
/// <param name="Lower">At which lower weight; 0 to the weight it has.</param>
/// <param name="Higher">At which higher weight; the weight it has to 1.</param>
internal sealed record CriticalWeightsOfOne(Crossing? Lower, Crossing? Higher);

/// <summary>
/// At which weight of each the result changes, while the others keep their relation to each other and share what is left.
/// </summary>
internal static class CriticalWeights
{
    public static IReadOnlyList<CriticalWeightsOfOne> Of(Weighing weighing, ResultBands bands) =>
        [.. Enumerable.Range(0, weighing.Count).Select(place => Of(weighing, bands, place))];

    private static CriticalWeightsOfOne Of(Weighing weighing, ResultBands bands, int place)
    {
        var weight = weighing.Weights[place];
        // Where it has all the weight the others have no relation to keep.
        if (weighing.ScoreWithout(place) is not { } without)
            return new(null, null);
        var lower = Crossing.Along(bands, weighing.Score, without);
        var higher = Crossing.Along(bands, weighing.Score, weighing.Values[place]);
        return new(
            lower is { } down ? down with { At = weight * (Rational.One - down.At) } : null,
            higher is { } up ? up with { At = weight + (up.At * (Rational.One - weight)) } : null);
    }
}
