namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>
/// The pairs of one area that differ, and no others: what says alike is never put together, so that the cost follows the
/// number of verdicts and of differences. The same as those among <see cref="AreaComparisons"/> that differ.
/// </summary>
internal static class DifferingPairs
{
    public static IEnumerable<ComparedPair> Of(IReadOnlyList<Comparand> comparands, DifferenceRule rule)
    {
        var judged = comparands.Where(comparand => !comparand.IsSetAside).ToList();
        var broad = judged.FindAll(comparand => comparand.IsBroad);
        var byProcess = judged
            .Where(comparand => comparand.IsOnProcess)
            .ToLookup(comparand => comparand.Verdict.Process);

        return byProcess.SelectMany(onProcess => Across([.. onProcess]))
            .Concat(Across(broad))
            .Concat(broad.Where(judgement => judgement.SpeaksToday).SelectMany(judgement => judgement.Processes
                .SelectMany(process => byProcess[process])
                .Where(verdict => Axis.Opposed(judgement.Verdict.Standing, verdict.Verdict.Standing))
                .Select(verdict => (judgement, verdict))))
            .Select(pair => rule.Pair(pair.Item1, pair.Item2))
            .Where(pair => pair.Comparison.IsDifference);
    }

    private static IEnumerable<(Comparand, Comparand)> Across(IReadOnlyList<Comparand> comparands)
    {
        var sides = comparands.ToLookup(comparand => Axis.SideOf(comparand.Verdict.Standing));
        return Between(Axis.Side.AsExpected, Axis.Side.Mixed)
            .Concat(Between(Axis.Side.AsExpected, Axis.Side.Short))
            .Concat(Between(Axis.Side.Mixed, Axis.Side.Short));

        IEnumerable<(Comparand, Comparand)> Between(Axis.Side one, Axis.Side other) =>
            sides[one].SelectMany(_ => sides[other], (first, second) => (first, second));
    }
}
