using Inspectorates.Gateway.Asking;
using Inspectorates.Gateway.Joint;
using Inspectorates.Gateway.Joint.Indicators;
using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Answering;

/// <summary>Answers which figures the inspectorates look at, and which number would be right.</summary>
internal sealed class IndicatorListing(InspectorateSources sources, GatewaySettings settings)
{
    /// <summary>Indicators that match the filters.</summary>
    /// <exception cref="RefusedException">A filter, page size or token is wrong, or no inspectorate answered.</exception>
    public async Task<ListAllIndicatorsResponse> ListAsync(ListAllIndicatorsRequest request, Caller caller, CancellationToken cancelled)
    {
        var question = new ListAllIndicatorsRequest(request) { PageSize = 0, PageToken = "" };
        PageToken.Check(question, request.PageSize, request.PageToken);
        AreaFilters.CheckDefined("type", request.Type);
        AreaFilters.CheckInspectorate("inspectorate", request.Inspectorate, sources.Codes);

        var within = settings.Asking.Within(caller.Patience);
        var replies = await Task.WhenAll(sources.All
            .Where(source => request.Inspectorate.Length == 0 || source.Code == request.Inspectorate)
            .Select(source => source.IndicatorsAsync(caller, within, cancelled)));
        if (replies.All(reply => reply.Answer is null))
            throw JointViews.NobodyAnswered([.. replies.Select(reply => reply.Source)]);

        List<ListedIndicator> found =
        [
            .. from reply in replies
               from indicator in reply.Answer ?? []
               where request.Type == 0 || indicator.Type == request.Type
               select new ListedIndicator
               {
                   Inspectorate = reply.Source.Inspectorate, Indicator = indicator, Sentences = { IndicatorSentences.Of(indicator) },
               },
        ];
        var (page, next) = PageToken.Cut(found, question, request.PageSize, request.PageToken);
        return new()
        {
            Indicators = { page },
            NextPageToken = next,
            Sources =
            {
                replies.Select(reply => SourceRecords.Write(
                    reply.Source, reply.Answer is { } answer ? $"Its registry has {Words.Count(answer.Count, "indicator")}." : "", null)),
            },
            Complete = replies.All(reply => reply.Answer is not null),
            TotalSize = found.Count,
        };
    }
}
