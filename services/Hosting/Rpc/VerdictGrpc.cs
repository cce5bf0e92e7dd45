using Grpc.Core;
using Inspectorates.Hosting.Records;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Rpc;

/// <summary>Serves the inspectorate's verdicts.</summary>
internal sealed class VerdictGrpc(
    VerdictIntake intake, VerdictWrites writes, RecordWriter writer, VerdictReader reader, ReadFilters filters, Pages pages)
    : VerdictService.VerdictServiceBase
{
    public override Task<RecordVerdictResponse> RecordVerdict(RecordVerdictRequest request, ServerCallContext context)
    {
        var verdict = intake.One(request.Verdict, named: false);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (connection, stamp) =>
            new RecordVerdictResponse { Verdict = writes.Record(connection, stamp, verdict, "verdict") });
    }

    public override Task<BatchRecordVerdictsResponse> BatchRecordVerdicts(BatchRecordVerdictsRequest request, ServerCallContext context)
    {
        var verdicts = intake.Batch(request.Verdicts);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (connection, stamp) =>
            new BatchRecordVerdictsResponse
            {
                Verdicts = { verdicts.Select((verdict, index) => writes.Record(connection, stamp, verdict, $"verdicts[{index}]")) },
            });
    }

    public override Task<GetVerdictResponse> GetVerdict(GetVerdictRequest request, ServerCallContext context) =>
        Task.FromResult(new GetVerdictResponse { Verdict = reader.Get(Caller.Of(context), request.Name) });

    public override Task<ListVerdictsResponse> ListVerdicts(ListVerdictsRequest request, ServerCallContext context)
    {
        var faults = new Faults();
        var query = new VerdictQuery(
            ReadFilters.Area(faults, request.Area), request.Process, request.Framework, request.Inspection,
            filters.AsOf(faults, request.AsOf), request.IncludeWithdrawn);
        filters.Framework(faults, request.Framework);
        ReadFilters.Process(faults, request.Process);
        faults.ThrowIfAny();

        var caller = Caller.Of(context);
        var from = pages.Open(request, request.PageToken, caller);
        query = query with { Day = from?.Day ?? query.Day };
        var page = reader.List(caller, query, Pages.Size(request.PageSize), from?.Place);
        return Task.FromResult(new ListVerdictsResponse
        {
            Verdicts = { page.Records },
            NextPageToken = pages.Token(request, caller, query.Day, page.Next),
        });
    }

    public override Task<ListVerdictRevisionsResponse> ListVerdictRevisions(ListVerdictRevisionsRequest request, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        var from = pages.Open(request, request.PageToken, caller);
        var page = reader.Revisions(caller, request.Name, Pages.Size(request.PageSize), from?.Place);
        return Task.FromResult(new ListVerdictRevisionsResponse
        {
            Verdicts = { page.Records },
            NextPageToken = pages.Token(request, caller, DateOnly.MinValue, page.Next),
        });
    }

    public override Task<SupersedeVerdictResponse> SupersedeVerdict(SupersedeVerdictRequest request, ServerCallContext context)
    {
        var verdict = intake.One(request.Verdict, named: true, request.Reason);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (connection, stamp) =>
            new SupersedeVerdictResponse { Verdict = writes.Supersede(connection, stamp, verdict, request.Reason, request.Etag) });
    }

    public override Task<WithdrawVerdictResponse> WithdrawVerdict(WithdrawVerdictRequest request, ServerCallContext context)
    {
        VerdictIntake.Withdrawal(request);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (connection, stamp) =>
            new WithdrawVerdictResponse { Verdict = writes.Withdraw(connection, stamp, request.Name, request.Reason, request.Etag) });
    }
}
