using Grpc.Core;
using Inspectorates.Hosting.Records.Recommendations;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Trust;
using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Rpc;

/// <summary>Serves what the inspectorate recommends, and to whom.</summary>
internal sealed class RecommendationGrpc(RecommendationIntake intake, RecommendationWrites writes, RecordWriter writer, FurtherReading reading)
    : RecommendationService.RecommendationServiceBase
{
    private const int FewestParts = 2;
    private const int MostParts = 10;

    public override Task<RecordRecommendationResponse> RecordRecommendation(RecordRecommendationRequest request, ServerCallContext context)
    {
        var recommendation = intake.New(request.Recommendation);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new RecordRecommendationResponse { Recommendation = writes.Record(session, stamp, recommendation) }, repeatable: true);
    }

    public override Task<ReviseRecommendationResponse> ReviseRecommendation(ReviseRecommendationRequest request, ServerCallContext context)
    {
        var recommendation = intake.Revised(request.Recommendation, request.Reason);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new ReviseRecommendationResponse { Recommendation = writes.Revise(session, stamp, recommendation, request.Reason, request.Etag) }, repeatable: true);
    }

    public override Task<SplitRecommendationResponse> SplitRecommendation(SplitRecommendationRequest request, ServerCallContext context)
    {
        RecommendationIntake.Step(request.Name, request.Reason);
        if (request.Parts.Count is < FewestParts or > MostParts)
            throw RefusalException.Of(
                request.Parts.Count == 0 ? ErrorReason.FieldRequired : ErrorReason.FieldOutOfRange, "parts",
                $"parts has {request.Parts.Count}; a recommendation is split into {FewestParts} to {MostParts}.");
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
        {
            var (replaced, successors) = writes.Replace(
                session, stamp, "Split", request.Name, request.Reason, request.Etag,
                whole => [.. request.Parts.Select((part, place) => ($"parts[{place}]", Part(whole, part)))]);
            return new SplitRecommendationResponse { Recommendation = replaced, Successors = { successors } };
        });
    }

    public override Task<ReaddressRecommendationResponse> ReaddressRecommendation(ReaddressRecommendationRequest request, ServerCallContext context)
    {
        RecommendationIntake.Step(request.Name, request.Reason);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
        {
            var (replaced, successors) = writes.Replace(
                session, stamp, "Readdress", request.Name, request.Reason, request.Etag, whole =>
                {
                    (whole.Addressee, whole.Control) = (request.Addressee?.Clone(), request.Control);
                    whole.ControllingBodies.AddRange(request.ControllingBodies.Select(body => body.Clone()));
                    return [("", whole)];
                });
            return new ReaddressRecommendationResponse { Recommendation = replaced, Successor = successors[0] };
        });
    }

    public override Task<PublishRecommendationResponse> PublishRecommendation(PublishRecommendationRequest request, ServerCallContext context)
    {
        RecommendationIntake.Step(request.Name, null);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new PublishRecommendationResponse { Recommendation = writes.Publish(session, stamp, request.Name, request.Etag) }, repeatable: true);
    }

    public override Task<WithdrawRecommendationResponse> WithdrawRecommendation(WithdrawRecommendationRequest request, ServerCallContext context)
    {
        RecommendationIntake.Step(request.Name, request.Reason);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new WithdrawRecommendationResponse { Recommendation = writes.Withdraw(session, stamp, request.Name, request.Reason, request.Etag) }, repeatable: true);
    }

    public override async Task<GetRecommendationResponse> GetRecommendation(GetRecommendationRequest request, ServerCallContext context) =>
        new() { Recommendation = await reading.GetAsync(RecommendationKind.Kind, request.Name, request.RecordedAsOf, context) };

    public override async Task<ListRecommendationsResponse> ListRecommendations(ListRecommendationsRequest request, ServerCallContext context)
    {
        var isPartnership = request.AddresseeKind == AgencyKinds.Partnership;
        var list = new FurtherList(
            request.Area, request.AsOf, request.RecordedAsOf, request.AllRevisions,
            ("process", request.Process), ("inspection", request.Inspection), ("addressee", isPartnership ? "PARTNERSHIP" : ""),
            ("addressee-kind", isPartnership ? "" : request.AddresseeKind))
        { Check = faults => ReadFilters.Process(faults, request.Process) };
        var (records, next) = await reading.ListAsync(RecommendationKind.Kind, request, list, context);
        return new ListRecommendationsResponse { Recommendations = { records }, NextPageToken = next };
    }

    private static Recommendation Part(Recommendation whole, SplitRecommendationRequest.Types.Part part)
    {
        var made = whole.Clone();
        (made.Text, made.Addressee, made.Control) = (part.Text, part.Addressee?.Clone(), part.Control);
        made.ControllingBodies.AddRange(part.ControllingBodies.Select(body => body.Clone()));
        if (part.Process.Length > 0)
            made.Process = part.Process;
        if (part.DueOn.Length > 0 || part.DueToBeDecided)
            (made.DueOn, made.DueToBeDecided) = (part.DueOn, part.DueToBeDecided);
        return made;
    }
}
