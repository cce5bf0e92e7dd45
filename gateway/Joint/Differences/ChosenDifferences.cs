using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>
/// Differences over areas in the order in which they are told, and after them the pairs that were left out. Only what is
/// asked for is put in order by id and written down: a page of a crowded list costs no more than a page.
/// </summary>
internal sealed class ChosenDifferences(Catalogue catalogue)
{
    private readonly DifferenceOrder order = new(catalogue);
    private readonly Dictionary<DifferenceRank, List<Differing>> byRank = [];
    private readonly Dictionary<string, AreaWriting> writings = [];
    private readonly List<(string Area, ComparedPair Pair)> leftOut = [];

    /// <summary>How many differences.</summary>
    public int Count { get; private set; }

    /// <summary>How many pairs were left out.</summary>
    public int LeftOutCount => leftOut.Count;

    public void Add(AreaWriting writing, IEnumerable<Differing> differing, IEnumerable<ComparedPair> notHeld)
    {
        foreach (var one in differing)
        {
            var rank = order.Rank(one);
            if (!byRank.TryGetValue(rank, out var same))
                byRank[rank] = same = [];
            same.Add(one);
            Count++;
        }

        writings[writing.Area] = writing;
        leftOut.AddRange(LeftOutOrder.Sort(notHeld).Select(pair => (writing.Area, pair)));
    }

    /// <summary>The differences from a place on, written down.</summary>
    public IEnumerable<Difference> Write(int start = 0, int size = int.MaxValue)
    {
        foreach (var same in byRank.OrderBy(one => one.Key).Select(one => one.Value).TakeWhile(_ => size > 0))
        {
            if (same.Count <= start)
            {
                start -= same.Count;
                continue;
            }

            foreach (var one in same.OrderBy(one => one.Id, StringComparer.Ordinal).Skip(start).Take(size))
            {
                size--;
                yield return writings[one.Area].Write(one);
            }

            start = 0;
        }
    }

    /// <summary>The difference with the id; null: it is not among them.</summary>
    public Difference? Find(string id) =>
        byRank.Values.SelectMany(same => same).FirstOrDefault(one => one.Id == id) is { } found
            ? writings[found.Area].Write(found)
            : null;

    /// <summary>The pairs that were left out from a place on, written down.</summary>
    public IEnumerable<LeftOutPair> WriteLeftOut(int start = 0, int size = int.MaxValue) =>
        leftOut.Skip(start).Take(size).Select(one => writings[one.Area].Write(one.Pair));
}
