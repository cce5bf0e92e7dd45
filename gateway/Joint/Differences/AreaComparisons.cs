namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>
/// The pairs of one area that can say anything about each other: verdicts on one process, broad judgements with each
/// other, and broad judgements with verdicts on the processes they cover. Each pair once.
/// </summary>
internal static class AreaComparisons
{
    /// <summary>Pairs that may be set aside included, so that the reason can be listed.</summary>
    /// <param name="comparands">The verdicts of the area.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="wanted">Which pairs are looked at; null: all.</param>
    public static IEnumerable<ComparedPair> Of(
        IReadOnlyList<Comparand> comparands, DifferenceRule rule, Func<Comparand, Comparand, bool>? wanted = null)
    {
        var broad = comparands.Where(comparand => comparand.IsBroad).ToList();
        var byProcess = comparands
            .Where(comparand => comparand.IsOnProcess)
            .ToLookup(comparand => comparand.Verdict.Process);

        var pairs = byProcess.SelectMany(onProcess => Pairs([.. onProcess]))
            .Concat(Pairs(broad))
            .Concat(broad.SelectMany(judgement =>
                judgement.Processes.SelectMany(process => byProcess[process].Select(verdict => (judgement, verdict)))));
        return pairs
            .Where(pair => wanted is null || wanted(pair.Item1, pair.Item2))
            .Select(pair => rule.Pair(pair.Item1, pair.Item2));
    }

    private static IEnumerable<(Comparand, Comparand)> Pairs(List<Comparand> comparands) =>
        comparands.SelectMany((_, place) => comparands.Skip(place + 1), (one, other) => (one, other));
}
