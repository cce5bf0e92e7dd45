using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Inspectorates.Hosting.Records;
using Inspectorates.Hosting.Records.Referrals;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Rpc;

/// <summary>Serves referrals of concerns between inspectorates, on both sides.</summary>
internal sealed class ReferralGrpc(
    ReferralIntake intake, ReferralWrites writes, ReferralReceiving receiving, IInspectorate inspectorate, MeasuresNow measures, RecordWriter writer,
    StoreWriter storeWriter, FurtherReading reading, LondonClock clock)
    : ReferralService.ReferralServiceBase
{
    public override async Task<ReferConcernResponse> ReferConcern(ReferConcernRequest request, ServerCallContext context)
    {
        intake.Referring(request);
        return await writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
        {
            var (referral, concern) = writes.Refer(session, stamp, request.Concern, request.Text, request.Etag);
            return new ReferConcernResponse { Referral = referral, Concern = concern };
        });
    }

    public override async Task<AcknowledgeReferralResponse> AcknowledgeReferral(AcknowledgeReferralRequest request, ServerCallContext context)
    {
        intake.Acknowledgement(request);
        return await writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new AcknowledgeReferralResponse { Referral = writes.Acknowledge(session, stamp, request.Name, request.Acknowledgement, request.Etag) });
    }

    public override async Task<AnswerReferralResponse> AnswerReferral(AnswerReferralRequest request, ServerCallContext context)
    {
        intake.Answer(request);
        return await writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new AnswerReferralResponse { Referral = writes.Answer(session, stamp, request.Name, request.Answer, request.Etag) });
    }

    public override async Task<GetReferralResponse> GetReferral(GetReferralRequest request, ServerCallContext context)
    {
        var referral = await reading.GetAsync(ReferralKind.Kind, request.Name, request.RecordedAsOf, context);
        return new GetReferralResponse { Referral = Waiting(referral, request.RecordedAsOf) };
    }

    public override async Task<ListReferralsResponse> ListReferrals(ListReferralsRequest request, ServerCallContext context)
    {
        var state = request.State == 0 ? "" : EnumNames.NameOf(request.State);
        var list = new FurtherList("", "", request.RecordedAsOf, request.AllRevisions, (ReferralKind.Party, request.With), (ReferralKind.State, state))
        {
            Check = faults => Filters(faults, request),
        };
        var (records, next) = await reading.ListAsync(ReferralKind.Kind, request, list, context);
        var referrals = records.Select(referral => request.AllRevisions ? referral : Waiting(referral, request.RecordedAsOf));
        return new ListReferralsResponse { Referrals = { referrals.Where(referral => !request.WaitingOnly || referral.Waits.Count > 0) }, NextPageToken = next };
    }

    public override async Task<DeliverMessageResponse> DeliverMessage(DeliverMessageRequest request, ServerCallContext context)
    {
        var received = intake.Message(request.Message);
        // The record says whose message it was: its signature is the only identity that counts here.
        var sender = Caller.Service(received.Message.Origin);
        var receipt = await storeWriter.RunAsync(session => receiving.Take(session, Stamp.Of(clock, session.Head, sender, ""), received));
        return new DeliverMessageResponse { Receipt = receipt };
    }

    public override async Task<GetMeasuresResponse> GetMeasures(GetMeasuresRequest request, ServerCallContext context) =>
        new() { Measures = await measures.GetAsync(context.CancellationToken) };

    private static void Filters(Faults faults, ListReferralsRequest request)
    {
        faults.Known("state", request.State);
        if (request.With.Length > 0 && !Codes.IsSlug(request.With))
            faults.Add(ErrorReason.FieldMalformed, "with", $"'{Shown.Of(request.With)}' is no code of an inspectorate, such as one of those in the measures.");
        if (request is { WaitingOnly: true, AllRevisions: true })
            faults.Add(ErrorReason.FieldsInconsistent, "waiting_only", "Only the latest revision of a referral waits: waiting_only and all_revisions exclude each other.");
    }

    private Referral Waiting(Referral referral, Timestamp? then)
    {
        referral.Waits.AddRange(ReferralWaits.Of(referral, inspectorate.Code, then?.ToDateTimeOffset() ?? clock.Now));
        return referral;
    }
}
