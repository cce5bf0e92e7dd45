using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint;

/// <summary>Differences over many areas. Verdicts are put by area first: only those of one area are ever paired.</summary>
public static class DifferencesAcrossAreas
{
    /// <summary>
    /// Every difference in the areas, contradictions first, then divergences, then changes over time. A verdict with a
    /// wide footprint is compared in each of its areas, and a difference has an id for each.
    /// </summary>
    /// <param name="areas">
    /// DfE codes of the areas to look in. Fictional areas are looked in where they are given: leave them out of a list
    /// over all areas.
    /// </param>
    /// <param name="asOf">The day of the view.</param>
    /// <param name="answers">What every inspectorate answered for all these areas, one answer each, in any order.</param>
    /// <param name="catalogue">What is to be known about the country.</param>
    /// <param name="options">The parameters of the rule.</param>
    public static IReadOnlyList<Difference> Find(
        IReadOnlyList<string> areas,
        DateOnly asOf,
        IReadOnlyList<SourceAnswer> answers,
        Catalogue catalogue,
        DifferenceOptions options)
    {
        var descriptions = new Descriptions(answers);
        var shown = answers.Where(answer => answer.IsShown).ToList();
        var verdicts = ByArea(shown.SelectMany(answer => answer.Verdicts), verdict => verdict.Footprint);
        var inspections = ByArea(shown.SelectMany(answer => answer.Inspections), inspection => inspection.Footprint);
        return
        [
            .. areas.Distinct()
                .SelectMany(area => FoundDifferences
                    .In(area, asOf, RecordsOfArea.Of(verdicts[area], inspections[area]), descriptions, catalogue, options)
                    .Differences)
                .Order(new DifferenceOrder(catalogue)),
        ];
    }

    private static ILookup<string, T> ByArea<T>(IEnumerable<T> records, Func<T, Footprint?> footprint) =>
        records
            .SelectMany(record => (footprint(record)?.Areas ?? []).Distinct().Select(area => (area, record)))
            .ToLookup(pair => pair.area, pair => pair.record);
}
