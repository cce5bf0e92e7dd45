using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint;

/// <summary>
/// What the shown answers hold about one area: each verdict exactly once, shown, replaced or withdrawn. The order of
/// the answers does not matter.
/// </summary>
internal sealed record RecordsOfArea(
    IReadOnlyList<Verdict> Verdicts,
    IReadOnlyList<Verdict> Replaced,
    IReadOnlyList<Verdict> Withdrawn,
    IReadOnlyList<Inspection> Inspections)
{
    /// <summary>Whether there is nothing to compare or to list.</summary>
    public bool IsEmpty => Verdicts.Count + Replaced.Count + Withdrawn.Count == 0;

    public static RecordsOfArea Of(string area, IEnumerable<SourceAnswer> answers)
    {
        var shown = answers.Where(answer => answer.IsShown).ToList();
        return Of(
            shown.SelectMany(answer => answer.Verdicts).Where(verdict => Covers(verdict.Footprint, area)),
            shown.SelectMany(answer => answer.Inspections).Where(inspection => Covers(inspection.Footprint, area)));
    }

    /// <summary>The same from records that are all about the area.</summary>
    public static RecordsOfArea Of(IEnumerable<Verdict> verdicts, IEnumerable<Inspection> inspections)
    {
        var byState = verdicts
            .DistinctBy(verdict => verdict.Name)
            .OrderBy(verdict => verdict.Name, StringComparer.Ordinal)
            .ToLookup(verdict => verdict.State is Verdict.Types.State.Withdrawn);
        var (kept, replaced) = ReplacedByReading.Part([.. byState[false]]);
        return new RecordsOfArea(
            kept,
            replaced,
            [.. byState[true]],
            [
                .. inspections
                    .DistinctBy(inspection => inspection.Name)
                    .OrderBy(inspection => inspection.Inspectorate, StringComparer.Ordinal)
                    .ThenBy(inspection => inspection.Name, StringComparer.Ordinal),
            ]);
    }

    public static bool Covers(Footprint? footprint, string area) => footprint?.Areas.Contains(area) ?? false;
}
