using Grpc.Core;
using Inspectorates.Hosting.Records.Replies;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Rpc;

/// <summary>Serves what inspected bodies say to the inspectorate.</summary>
internal sealed class ReplyGrpc(ReplyIntake intake, ReplyWrites writes, RecordWriter writer, FurtherReading reading) : ReplyService.ReplyServiceBase
{
    public override Task<RecordReplyResponse> RecordReply(RecordReplyRequest request, ServerCallContext context)
    {
        var reply = intake.Reply(request.Reply);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new RecordReplyResponse { Reply = writes.Record(session, stamp, reply) }, repeatable: true);
    }

    public override async Task<GetReplyResponse> GetReply(GetReplyRequest request, ServerCallContext context) =>
        new() { Reply = await reading.GetAsync(ReplyKinds.Reply, request.Name, request.RecordedAsOf, context) };

    public override async Task<ListRepliesResponse> ListReplies(ListRepliesRequest request, ServerCallContext context)
    {
        var list = new FurtherList(request.Area, request.AsOf, request.RecordedAsOf, false, ("inspection", request.Inspection), ("verdict", request.Verdict));
        var (records, next) = await reading.ListAsync(ReplyKinds.Reply, request, list, context);
        return new ListRepliesResponse { Replies = { records }, NextPageToken = next };
    }

    public override Task<RecordAccuracyExchangeResponse> RecordAccuracyExchange(RecordAccuracyExchangeRequest request, ServerCallContext context)
    {
        var exchange = intake.Exchange(request.Exchange);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new RecordAccuracyExchangeResponse { Exchange = writes.Record(session, stamp, exchange) }, repeatable: true);
    }

    public override Task<AnswerAccuracyExchangeResponse> AnswerAccuracyExchange(AnswerAccuracyExchangeRequest request, ServerCallContext context)
    {
        intake.Answer(request);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new AnswerAccuracyExchangeResponse { Exchange = writes.Answer(session, stamp, request) }, repeatable: true);
    }

    public override async Task<ListAccuracyExchangesResponse> ListAccuracyExchanges(ListAccuracyExchangesRequest request, ServerCallContext context)
    {
        var list = new FurtherList(request.Area, request.AsOf, request.RecordedAsOf, false, ("inspection", request.Inspection));
        var (records, next) = await reading.ListAsync(ReplyKinds.Accuracy, request, list, context);
        return new ListAccuracyExchangesResponse { Exchanges = { records }, NextPageToken = next };
    }
}
