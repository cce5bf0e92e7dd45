using Grpc.Core;
using Inspectorates.Gateway.Asking;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Answering;

/// <summary>Asks inspectorates for their registries of indicators, and takes no answer that is not one.</summary>
internal static class IndicatorAnswers
{
    /// <summary>Its registry, in the order of codes.</summary>
    /// <exception cref="RefusedException">The service does not accept the caller's token.</exception>
    public static Task<SourceReply<List<Indicator>>> IndicatorsAsync(
        this InspectorateSource source, Caller caller, TimeSpan within, CancellationToken cancelled) =>
        source.AskAsync(ReadAsync, caller, within, cancelled);

    private static async Task<List<Indicator>> ReadAsync(SourceChannel channel, CallOptions options)
    {
        List<Indicator> all;
        try
        {
            all = await PageWalk.AllAsync<Indicator>(async token =>
            {
                var page = await channel.Inspectorates.ListIndicatorsAsync(new() { PageSize = PageWalk.PageSize, PageToken = token }, options);
                return (page.Indicators, page.NextPageToken);
            });
        }
        catch (RpcException refused) when (refused.StatusCode is StatusCode.Unimplemented)
        {
            throw new InvalidAnswerException("Its service keeps no registry of indicators yet.");
        }

        return all.SelectMany(Joint.Indicators.IndicatorFaults.Of).Any() is false
            ? all
            : throw new InvalidAnswerException("What its service answered about its indicators is not whole.");
    }
}
