using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>What comparing one area's verdicts comes to.</summary>
/// <param name="Comparands">The verdicts.</param>
/// <param name="Pairs">Every pair that was looked at, with what came of it.</param>
/// <param name="Differences">Those that differ, written down, in the order in which they are told.</param>
internal sealed record FoundDifferences(
    IReadOnlyList<Comparand> Comparands, IReadOnlyList<ComparedPair> Pairs, IReadOnlyList<Difference> Differences)
{
    /// <summary>Pairs that were not held against each other, each with every reason for it.</summary>
    public IEnumerable<ComparedPair> LeftOut => Pairs.Where(pair => pair.Comparison.Finding is Finding.SetAside);

    public static FoundDifferences In(
        string area, DateOnly asOf, RecordsOfArea records, Descriptions descriptions, Catalogue catalogue, DifferenceOptions options)
    {
        var rule = new DifferenceRule(options, catalogue.KindsMayBeSame);
        var comparands = Comparand.All(records.Verdicts, descriptions, catalogue.CanonicalAspect);
        var pairs = AreaComparisons.Of(comparands, rule).ToList();
        var cited = new JointVerdicts(asOf, descriptions, Catalogue.IsFictional(area), records.Inspections);
        var writer = new DifferenceRecords(area, descriptions, catalogue, options, cited.Write);
        return new FoundDifferences(
            comparands,
            pairs,
            [.. pairs.Where(pair => pair.Comparison.IsDifference).Select(writer.Write).Order(new DifferenceOrder(catalogue))]);
    }
}
