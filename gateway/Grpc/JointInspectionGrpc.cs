using Grpc.Core;
using Inspectorates.Gateway.Answering;
using Inspectorates.Gateway.Answering.Watching;
using Inspectorates.Gateway.Asking;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Grpc;

/// <summary>The joint service over gRPC.</summary>
internal sealed class JointInspectionGrpc(
    JointViews views,
    JointDifferences differences,
    VerdictHistoryQuestions histories,
    DifferenceWatching watching,
    IHostApplicationLifetime lifetime,
    AreaBalanceQuestions balances,
    WeightProfiles profiles,
    RuleDiscrepancyQuestions discrepancies,
    JointAgreement agreement,
    JointGrades grades,
    FrameworkListing frameworks,
    ResponsibilityQuestions responsibilities,
    IndicatorListing indicators,
    InspectorateMeasuring measures)
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

    public override async Task WatchDifferences(
        WatchDifferencesRequest request, IServerStreamWriter<WatchDifferencesResponse> responseStream, ServerCallContext context)
    {
        // An endless stream would hold the shutdown for its whole time limit.
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        try
        {
            await foreach (var message in watching.WatchAsync(request, CallerOf(context), ends.Token))
                await responseStream.WriteAsync(message, ends.Token);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            throw new RefusedException(ErrorReason.GatewayStopping, "The gateway is stopping. Go on with the last token.")
            {
                RetryAfter = TimeSpan.FromSeconds(1),
            };
        }
    }

    public override Task<GetBalanceResponse> GetBalance(GetBalanceRequest request, ServerCallContext context) =>
        balances.GetAsync(request, CallerOf(context), context.CancellationToken);

    public override Task<ListWeightProfilesResponse> ListWeightProfiles(ListWeightProfilesRequest request, ServerCallContext context) =>
        Task.FromResult(profiles.List(request));

    public override Task<GetWeightProfileResponse> GetWeightProfile(GetWeightProfileRequest request, ServerCallContext context) =>
        Task.FromResult(profiles.Get(request));

    public override Task<ListRuleDiscrepanciesResponse> ListRuleDiscrepancies(
        ListRuleDiscrepanciesRequest request, ServerCallContext context) =>
        discrepancies.ListAsync(request, CallerOf(context), context.CancellationToken);

    public override Task<GetAgreementResponse> GetAgreement(GetAgreementRequest request, ServerCallContext context) =>
        agreement.GetAsync(request, CallerOf(context), context.CancellationToken);

    public override Task<GetGradeDistributionResponse> GetGradeDistribution(
        GetGradeDistributionRequest request, ServerCallContext context) =>
        grades.GetAsync(request, CallerOf(context), context.CancellationToken);

    public override Task<ListFrameworksResponse> ListFrameworks(ListFrameworksRequest request, ServerCallContext context) =>
        frameworks.ListAsync(request, CallerOf(context), context.CancellationToken);

    public override Task<ResolveAreaFrameworkResponse> ResolveAreaFramework(
        ResolveAreaFrameworkRequest request, ServerCallContext context) =>
        frameworks.ResolveAsync(request, CallerOf(context), context.CancellationToken);

    public override Task<ListResponsibilitiesResponse> ListResponsibilities(
        ListResponsibilitiesRequest request, ServerCallContext context) => Task.FromResult(responsibilities.List(request));

    public override Task<ListAllIndicatorsResponse> ListAllIndicators(ListAllIndicatorsRequest request, ServerCallContext context) =>
        indicators.ListAsync(request, CallerOf(context), context.CancellationToken);

    public override Task<GetInspectorateMeasuresResponse> GetInspectorateMeasures(
        GetInspectorateMeasuresRequest request, ServerCallContext context) =>
        measures.GetAsync(CallerOf(context), context.CancellationToken);

    public override Task<ListComplaintsResponse> ListComplaints(ListComplaintsRequest request, ServerCallContext context) =>
        Task.FromResult(ComplaintList.Answer());

    // A deadline is a moment of the machine's clock, whatever clock views are composed by.
    private static Caller CallerOf(ServerCallContext context) => Caller.Of(
        context.GetHttpContext().Request,
        context.Deadline == DateTime.MaxValue ? null : context.Deadline - TimeProvider.System.GetUtcNow().UtcDateTime);
}
