using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Inspectorates.V1;

/// <summary>
/// Asks for records of one kind, of one area or all, as of a day and an instant of the record, page by page. The requests of the contract
/// that do so have no common message; whoever asks many of them the same asks them through this.
/// </summary>
public interface IListOfAreaRequest : IMessage
{
    /// <summary>DfE or GSS code. Empty: all areas.</summary>
    string Area { get; set; }

    /// <summary>What was public by the end of this day in London, as an ISO string. Empty: today.</summary>
    string AsOf { get; set; }

    /// <summary>What was in the record at this instant. Null: now.</summary>
    Timestamp? RecordedAsOf { get; set; }

    /// <summary>How many at most: 1 to 500. 0: 50.</summary>
    int PageSize { get; set; }

    /// <summary>The token the page before gave. Empty: the first page.</summary>
    string PageToken { get; set; }
}

public sealed partial class ListVerdictsRequest : IListOfAreaRequest;

public sealed partial class ListInspectionsRequest : IListOfAreaRequest;

public sealed partial class ListPositionsRequest : IListOfAreaRequest;

public sealed partial class ListRecommendationsRequest : IListOfAreaRequest;

public sealed partial class ListStatementsRequest : IListOfAreaRequest;

public sealed partial class ListRepliesRequest : IListOfAreaRequest;

public sealed partial class ListAccuracyExchangesRequest : IListOfAreaRequest;

public sealed partial class ListTeamsRequest : IListOfAreaRequest;

public sealed partial class ListIndicatorReadingsRequest : IListOfAreaRequest;
