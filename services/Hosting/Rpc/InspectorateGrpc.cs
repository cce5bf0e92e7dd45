using Grpc.Core;
using Inspectorates.Hosting.Records;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Rpc;

/// <summary>Serves the inspectorate's description of itself.</summary>
internal sealed class InspectorateGrpc(KnownFrameworks known) : InspectorateService.InspectorateServiceBase
{
    public override Task<GetInspectorateResponse> GetInspectorate(GetInspectorateRequest request, ServerCallContext context) =>
        Task.FromResult(new GetInspectorateResponse { Inspectorate = known.Description });
}
