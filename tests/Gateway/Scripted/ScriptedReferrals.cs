using Grpc.Core;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Scripted;

public sealed class ScriptedReferrals(ScriptedInspectorate script) : ReferralService.ReferralServiceBase
{
    public override Task<GetMeasuresResponse> GetMeasures(GetMeasuresRequest request, ServerCallContext context) =>
        Task.FromResult(new GetMeasuresResponse { Measures = script.Measures?.Clone() ?? throw new RpcException(new Status(StatusCode.Unimplemented, "")) });
}
