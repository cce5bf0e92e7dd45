namespace Inspectorates.Gateway.Joint.Balance;

/// <summary>A score and the results it comes to by the three methods; places of results, 0 the worst.</summary>
/// <param name="Weighing">The values and their weights.</param>
/// <param name="Score">The weighted mean.</param>
/// <param name="Weighted">The result of the score alone.</param>
/// <param name="Limited">The same, no better than the limiters allow.</param>
/// <param name="Worst">The result of the lowest value, whatever its weight.</param>
/// <param name="Limiting">What limits the score's result below itself; null: nothing.</param>
internal sealed record Overall(
    Weighing Weighing, Rational Score, int Weighted, int Limited, int Worst, (ProfileLimiter Limiter, WeighedPart By)? Limiting)
{
    /// <summary>Weighs the parts; null: there are none.</summary>
    public static Overall? Of(IReadOnlyList<WeighedPart> parts, IReadOnlyList<ProfileLimiter> limiters, ResultBands bands)
    {
        if (parts.Count == 0)
            return null;
        var weighing = Weighing.Of([.. parts.Select(part => part.Weight)], [.. parts.Select(part => part.Value)]);
        var weighted = bands.Of(weighing.Score);
        var strictest = limiters
            .SelectMany(limiter => parts.Where(part => Applies(limiter, part)).Select(part => (Limiter: limiter, By: part)))
            .OrderBy(pair => pair.Limiter.AtMost)
            .Where(pair => pair.Limiter.AtMost < weighted)
            .Take(1)
            .ToList();
        return new(
            weighing,
            weighing.Score,
            weighted,
            strictest.Count == 0 ? weighted : strictest[0].Limiter.AtMost,
            bands.Of(weighing.Values.Min()),
            strictest.Count == 0 ? null : strictest[0]);
    }

    private static bool Applies(ProfileLimiter limiter, WeighedPart part) =>
        (limiter.When == ProfileLimiter.Any || limiter.When == part.Code) && part.Lowest >= limiter.AtOrBelow;
}
