namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>
/// The order in which differences are told: contradictions, then divergences, then changes over time; strong before
/// others and stale after others; then by process, area and id, so that it is the same whoever was asked first.
/// </summary>
internal sealed class DifferenceOrder
{
    private readonly Dictionary<string, int> places;

    public DifferenceOrder(Catalogue catalogue) =>
        places = catalogue.Processes.Select((process, place) => (process.Code, place))
            .ToDictionary(process => process.Code, process => process.place);

    /// <summary>Where it stands among others, but for the id. Broad judgements come first of their kind: they are about most.</summary>
    public DifferenceRank Rank(Differing differing) => new(
        (int)differing.Kind, !differing.Strong, differing.Stale,
        places.GetValueOrDefault(differing.Pair.Process, -1), differing.Area);

    /// <summary>In order.</summary>
    public IEnumerable<Differing> Sort(IEnumerable<Differing> all) =>
        all.OrderBy(Rank).ThenBy(differing => differing.Id, StringComparer.Ordinal);
}

/// <summary>A place in the order, the same for what is ordered by id alone.</summary>
internal readonly record struct DifferenceRank(int Kind, bool NotStrong, bool Stale, int Process, string Area)
    : IComparable<DifferenceRank>
{
    public int CompareTo(DifferenceRank other) =>
        (Kind, NotStrong, Stale, Process).CompareTo((other.Kind, other.NotStrong, other.Stale, other.Process)) is var rank and not 0
            ? rank
            : string.CompareOrdinal(Area, other.Area);
}
