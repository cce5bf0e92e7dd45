using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.Gateway.Joint.Positions;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint;

/// <summary>Differences over many areas. Verdicts are put by area first: only those of one area are ever paired.</summary>
public static class DifferencesAcrossAreas
{
    /// <summary>
    /// Every difference in the areas with what became of it, contradictions first, then divergences, then changes over time. A verdict with a
    /// wide footprint is compared in each of its areas, and a difference has an id for each. Where the answers hold earlier
    /// versions of verdicts, differences that a later version resolved are among them.
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
        DifferenceOptions options) =>
        [.. Choose(areas, asOf, answers, catalogue, options, new()).Write()];

    /// <summary>Those of them that are wanted, chosen and counted before any is written down.</summary>
    /// <param name="areas">As for all of them, as the other parameters.</param>
    /// <param name="asOf">The day of the view.</param>
    /// <param name="answers">What every inspectorate answered.</param>
    /// <param name="catalogue">What is to be known about the country.</param>
    /// <param name="options">The parameters of the rule.</param>
    /// <param name="choice">Which are wanted.</param>
    /// <param name="leftOut">Whether the pairs that were left out are wanted as well.</param>
    internal static ChosenDifferences Choose(
        IReadOnlyList<string> areas,
        DateOnly asOf,
        IReadOnlyList<SourceAnswer> answers,
        Catalogue catalogue,
        DifferenceOptions options,
        DifferenceChoice choice,
        bool leftOut = false)
    {
        var descriptions = new Descriptions(answers);
        var shown = answers.Where(answer => answer.IsShown).ToList();
        var verdicts = ByArea(shown.SelectMany(answer => answer.Verdicts), verdict => verdict.Footprint);
        var inspections = ByArea(shown.SelectMany(answer => answer.Inspections), inspection => inspection.Footprint);
        var earlier = ByArea(shown.SelectMany(answer => answer.Earlier), verdict => verdict.Footprint);
        var outcomes = new Outcomes(answers, descriptions, asOf);
        var rule = new DifferenceRule(options, catalogue.KindsMayBeSame);
        var chosen = new ChosenDifferences(catalogue);
        foreach (var area in areas.Distinct())
        {
            var records = RecordsOfArea.Of(verdicts[area], inspections[area]);
            if (records.IsEmpty)
                continue;
            var writing = new AreaWriting(area, asOf, records, descriptions, catalogue, options, outcomes);
            chosen.Add(
                writing,
                DifferingPairs.Of(writing.Comparands, rule)
                    .Select(pair => new Differing(area, pair, options))
                    .Concat(writing.Settled([.. earlier[area]], rule))
                    .Where(choice.Takes)
                    .Where(one => choice.TakesState(one, writing.Write)),
                leftOut ? writing.LeftOut(rule).Where(choice.Takes) : []);
        }

        return chosen;
    }

    private static ILookup<string, T> ByArea<T>(IEnumerable<T> records, Func<T, Footprint?> footprint) =>
        records
            .SelectMany(record => (footprint(record)?.Areas ?? []).Distinct().Select(area => (area, record)))
            .ToLookup(pair => pair.area, pair => pair.record);
}
