using Grpc.Core;
using Inspectorates.Gateway.Answering;
using Inspectorates.Gateway.Asking;
using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Grpc;

/// <summary>The joint service over gRPC.</summary>
internal sealed class JointInspectionGrpc(JointViews views, JointDifferences differences, VerdictHistoryQuestions histories)
    : JointInspectionService.JointInspectionServiceBase
{
    public override Task<GetJointInspectionResponse> GetJointInspection(
        GetJointInspectionRequest request, ServerCallContext context) =>
        views.GetJointInspectionAsync(request, CallerOf(context), context.CancellationToken);

    public override Task<ListDifferencesResponse> ListDifferences(ListDifferencesRequest request, ServerCallContext context) =>
        differences.ListAsync(request, CallerOf(context), context.CancellationToken);

    public override Task<GetDifferenceResponse> GetDifference(GetDifferenceRequest request, ServerCallContext context) =>
        differences.GetAsync(request, CallerOf(context), context.CancellationToken);

    public override Task<ListAreasResponse> ListAreas(ListAreasRequest request, ServerCallContext context) =>
        Task.FromResult(JointViews.ListAreas(request));

    public override Task<GetAreaResponse> GetArea(GetAreaRequest request, ServerCallContext context) =>
        Task.FromResult(JointViews.GetArea(request));

    public override Task<GetVerdictHistoryResponse> GetVerdictHistory(GetVerdictHistoryRequest request, ServerCallContext context) =>
        histories.GetAsync(request, CallerOf(context), context.CancellationToken);

    // A deadline is a moment of the machine's clock, whatever clock views are composed by.
    private static Caller CallerOf(ServerCallContext context) => Caller.Of(
        context.GetHttpContext().Request,
        context.Deadline == DateTime.MaxValue ? null : context.Deadline - TimeProvider.System.GetUtcNow().UtcDateTime);
}
