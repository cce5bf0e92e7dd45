using Inspectorates.Gateway.Joint.Positions;
using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>What comparing one area's verdicts comes to.</summary>
/// <param name="Comparands">The verdicts.</param>
/// <param name="Pairs">Every pair that was looked at, with what came of it.</param>
/// <param name="Differences">Those that differ, written down, in the order in which they are told.</param>
/// <param name="LeftOut">Those that were not held against each other, with every reason; empty where not asked for.</param>
internal sealed record FoundDifferences(
    IReadOnlyList<Comparand> Comparands,
    IReadOnlyList<ComparedPair> Pairs,
    IReadOnlyList<Difference> Differences,
    IReadOnlyList<LeftOutPair> LeftOut)
{
    public static FoundDifferences In(
        string area,
        DateOnly asOf,
        RecordsOfArea records,
        Descriptions descriptions,
        Catalogue catalogue,
        DifferenceOptions options,
        Outcomes outcomes,
        bool leftOut = false)
    {
        var writing = new AreaWriting(area, asOf, records, descriptions, catalogue, options, outcomes);
        var rule = new DifferenceRule(options, catalogue.KindsMayBeSame);
        var pairs = AreaComparisons.Of(writing.Comparands, rule).ToList();
        var differing = pairs.Where(pair => pair.Comparison.IsDifference).Select(pair => new Differing(area, pair, options));
        return new FoundDifferences(
            writing.Comparands,
            pairs,
            [.. new DifferenceOrder(catalogue).Sort(differing).Select(writing.Write)],
            leftOut ? [.. LeftOutOrder.Sort(writing.LeftOut(rule)).Select(writing.Write)] : []);
    }
}
