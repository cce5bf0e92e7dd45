using Google.Protobuf.WellKnownTypes;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Asking;

/// <summary>What every inspectorate is asked for: verdicts, inspections, positions on differences and teams.</summary>
/// <param name="Area">DfE code of the area; null: all areas.</param>
/// <param name="AsOf">What was public by the end of this day; null: today, by the clock of the one asked.</param>
/// <param name="RecordedAsOf">Only what the record held at this instant; null: now.</param>
/// <param name="Withdrawn">Whether tombstones of withdrawn verdicts are wanted as well, to say why a pair was left out.</param>
/// <param name="Further">Whether recommendations and other further kinds of records are asked for as well.</param>
/// <param name="Earlier">Whether earlier versions of verdicts are asked for as well.</param>
internal sealed record Question(
    string? Area, DateOnly? AsOf, Timestamp? RecordedAsOf = null, bool Withdrawn = false, bool Earlier = false, bool Further = false)
{
    /// <summary>The question as the request for a page of one of the lists.</summary>
    /// <param name="token">The page's token; empty: the first.</param>
    /// <param name="also">What this list alone is asked; null: nothing.</param>
    public T Of<T>(string token, Action<T>? also = null)
        where T : IListOfAreaRequest, new()
    {
        var request = new T
        {
            Area = Area ?? "",
            AsOf = SourceLists.Day(AsOf),
            RecordedAsOf = RecordedAsOf,
            PageSize = PageWalk.PageSize,
            PageToken = token,
        };
        also?.Invoke(request);
        return request;
    }
}
