using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Inspectorates.Hosting.Records;
using Inspectorates.Hosting.Records.Concerns;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Rpc;

/// <summary>Serves concerns about agencies to the inspectorate's own staff.</summary>
internal sealed class ConcernGrpc(
    ConcernIntake intake, ConcernWrites writes, Ladder ladder, RecordWriter writer, FurtherReading reading, LondonClock clock)
    : ConcernService.ConcernServiceBase
{
    public override async Task<RaiseConcernResponse> RaiseConcern(RaiseConcernRequest request, ServerCallContext context)
    {
        var concern = intake.One(request.Concern);
        return await writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new RaiseConcernResponse { Concern = writes.Raise(session, stamp, concern) });
    }

    public override async Task<EscalateConcernResponse> EscalateConcern(EscalateConcernRequest request, ServerCallContext context)
    {
        intake.Escalation(request);
        return await writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new EscalateConcernResponse { Concern = writes.Escalate(session, stamp, request.Name, request.Holder, request.Reason, request.Etag) });
    }

    public override async Task<CloseConcernResponse> CloseConcern(CloseConcernRequest request, ServerCallContext context)
    {
        intake.Closing(request);
        return await writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new CloseConcernResponse { Concern = writes.Close(session, stamp, request.Name, request.Outcome, request.OutcomeText, request.Etag) });
    }

    public override async Task<GetConcernResponse> GetConcern(GetConcernRequest request, ServerCallContext context)
    {
        var concern = await reading.GetAsync(ConcernKind.Kind, request.Name, request.RecordedAsOf, context);
        return new GetConcernResponse { Concern = Timed(concern, request.RecordedAsOf) };
    }

    public override async Task<ListConcernsResponse> ListConcerns(ListConcernsRequest request, ServerCallContext context)
    {
        var state = request.State != 0 ? EnumNames.NameOf(request.State) : request.HeldBeyondOnly ? EnumNames.NameOf(Concern.Types.State.Open) : "";
        var list = new FurtherList(request.Area, "", request.RecordedAsOf, request.AllRevisions, (ConcernKind.State, state))
        {
            Check = faults =>
            {
                faults.Known("state", request.State);
                if (request is { HeldBeyondOnly: true, AllRevisions: true })
                    faults.Add(ErrorReason.FieldsInconsistent, "held_beyond_only", "Only the latest revision of a concern is held: held_beyond_only and all_revisions exclude each other.");
            },
        };
        var (records, next) = await reading.ListAsync(ConcernKind.Kind, request, list, context);
        var concerns = records.Select(concern => request.AllRevisions ? concern : Timed(concern, request.RecordedAsOf));
        return new ListConcernsResponse { Concerns = { concerns.Where(concern => !request.HeldBeyondOnly || concern.HeldBeyond is not null) }, NextPageToken = next };
    }

    public override Task<GetEscalationLadderResponse> GetEscalationLadder(GetEscalationLadderRequest request, ServerCallContext context) =>
        Task.FromResult(new GetEscalationLadderResponse { Ladder = ladder.Describe() });

    // A reader of the past sees how long it was held then.
    private Concern Timed(Concern concern, Timestamp? then)
    {
        concern.HeldBeyond = HeldTime.Of(concern, then?.ToDateTimeOffset() ?? clock.Now);
        return concern;
    }
}
