using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Joint.Balance;

/// <summary>A score exactly on the line between two results, and what would move it to either side.</summary>
internal static class EdgePositions
{
    /// <summary>Where the score lies; null: on no line.</summary>
    public static EdgePosition? Of(Overall overall, BalanceView view)
    {
        if (view.Profile.Bands.EdgeAt(overall.Score) is not { } place)
            return null;
        var (below, above) = (view.Result(place - 1), view.Result(place));
        return new()
        {
            Edge = ProfileRecords.Exact(overall.Score),
            Below = below,
            Above = above,
            Explanation = $"The score is exactly {BalanceWords.Number(overall.Score)}: on the line between {below} and {above}. "
                + $"By the profile a score on this line counts as {view.Result(overall.Weighted)}.",
            Movers = { Movers(overall, view, below, above) },
        };
    }

    private static IEnumerable<string> Movers(Overall overall, BalanceView view, string below, string above)
    {
        var higher = Labels(part => part.Value > overall.Score);
        var lower = Labels(part => part.Value < overall.Score);
        if (higher.Count + lower.Count == 0)
            yield return "No weights move it: everything weighed stands exactly on the line. Another verdict would.";
        if (lower.Count > 0)
            yield return $"Any more weight on {Either(lower)}, the others keeping their relation, makes it {below}.";
        if (higher.Count > 0)
            yield return $"Any more weight on {Either(higher)}, the others keeping their relation, puts it above the line, at {above}.";

        List<string> Labels(Func<WeighedPart, bool> holds) => [.. view.Parts.Where(holds).Select(part => view.ShortLabel(part.Code))];
    }

    private static string Either(List<string> labels) =>
        labels.Count == 1 ? labels[0] : $"{string.Join(", ", labels.Take(labels.Count - 1))} or {labels[^1]}";
}
