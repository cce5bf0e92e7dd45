using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>
/// The order in which differences are told: contradictions, then divergences, then changes over time; strong before
/// others and stale after others; then by process, area and id, so that it is the same whoever was asked first.
/// </summary>
internal sealed class DifferenceOrder : IComparer<Difference>
{
    private readonly Dictionary<string, int> places;

    public DifferenceOrder(Catalogue catalogue) =>
        places = catalogue.Processes.Select((process, place) => (process.Code, place))
            .ToDictionary(process => process.Code, process => process.place);

    public int Compare(Difference? one, Difference? other) =>
        one is null || other is null
            ? (one is null ? 0 : 1) - (other is null ? 0 : 1)
            : Comparer<(int, bool, bool, int)>.Default.Compare(Rank(one), Rank(other)) is var byRank and not 0 ? byRank
            : string.CompareOrdinal(one.Area, other.Area) is var byArea and not 0 ? byArea
            : string.CompareOrdinal(one.Id, other.Id);

    // Broad judgements first of their kind: they are about most.
    private (int, bool, bool, int) Rank(Difference difference) =>
        ((int)difference.Kind, !difference.Strong, difference.Stale, places.GetValueOrDefault(difference.Process, -1));
}
