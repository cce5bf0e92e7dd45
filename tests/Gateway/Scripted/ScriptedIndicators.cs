using Grpc.Core;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Scripted;

public sealed class ScriptedIndicators(ScriptedInspectorate script) : IndicatorService.IndicatorServiceBase
{
    public override Task<ListIndicatorReadingsResponse> ListIndicatorReadings(ListIndicatorReadingsRequest request, ServerCallContext context)
    {
        if (script.Readings is null)
            throw new RpcException(new Status(StatusCode.Unimplemented, ""));
        var (page, next) = Paging.Cut(script.Readings, request.PageSize, request.PageToken, script.Behaviour);
        return Task.FromResult(new ListIndicatorReadingsResponse { IndicatorReadings = { page }, NextPageToken = next });
    }
}
