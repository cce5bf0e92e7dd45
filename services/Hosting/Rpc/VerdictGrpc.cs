using Grpc.Core;
using Inspectorates.Hosting.Records;
using Inspectorates.Hosting.Records.Steps;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Rpc;

/// <summary>Serves the inspectorate's verdicts.</summary>
internal sealed class VerdictGrpc(
    VerdictIntake intake, VerdictWrites writes, VerdictSteps steps, RecordWriter writer, VerdictReader reader, ReadFilters filters, Pages pages)
    : VerdictService.VerdictServiceBase
{
    private const string Example = "inspectorates/ofsted/verdicts/3f2504e0";

    public override Task<RecordVerdictResponse> RecordVerdict(RecordVerdictRequest request, ServerCallContext context)
    {
        var verdict = intake.One(request.Verdict, named: false);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new RecordVerdictResponse { Verdict = writes.Record(session, stamp, verdict.Clone(), "verdict") }, repeatable: true);
    }

    public override Task<BatchRecordVerdictsResponse> BatchRecordVerdicts(BatchRecordVerdictsRequest request, ServerCallContext context)
    {
        var verdicts = intake.Batch(request.Verdicts);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new BatchRecordVerdictsResponse
            {
                Verdicts = { verdicts.Select((verdict, index) => writes.Record(session, stamp, verdict.Clone(), $"verdicts[{index}]")) },
            },
            repeatable: true);
    }

    public override async Task<GetVerdictResponse> GetVerdict(GetVerdictRequest request, ServerCallContext context)
    {
        var faults = new Faults();
        var known = filters.Known(faults, request.RecordedAsOf);
        faults.ThrowIfAny();
        return new GetVerdictResponse { Verdict = await reader.GetAsync(Caller.Of(context), request.Name, known, context.CancellationToken) };
    }

    public override async Task<ListVerdictsResponse> ListVerdicts(ListVerdictsRequest request, ServerCallContext context)
    {
        var faults = new Faults();
        var query = new VerdictQuery(
            filters.Which(faults, request.Area, request.AsOf, request.RecordedAsOf), request.Process, request.Framework, request.Inspection,
            request.IncludeWithdrawn);
        filters.Framework(faults, request.Framework);
        ReadFilters.Process(faults, request.Process);
        faults.ThrowIfAny();

        var caller = Caller.Of(context);
        var from = pages.Open(request, request.PageToken, caller);
        query = query with { Which = query.Which with { Day = from?.Day ?? query.Which.Day } };
        var page = request.SupersededOnly
            ? await reader.SupersededAsync(query, Pages.Size(request.PageSize), from?.Place, context.CancellationToken)
            : await reader.ListAsync(caller, query, Pages.Size(request.PageSize), from?.Place, context.CancellationToken);
        return new ListVerdictsResponse
        {
            Verdicts = { page.Records },
            NextPageToken = pages.Token(request, caller, query.Which.Day, page.Next),
        };
    }

    public override async Task<ListVerdictRevisionsResponse> ListVerdictRevisions(ListVerdictRevisionsRequest request, ServerCallContext context)
    {
        var faults = new Faults();
        var known = filters.Known(faults, request.RecordedAsOf);
        faults.ThrowIfAny();

        var caller = Caller.Of(context);
        var from = pages.Open(request, request.PageToken, caller);
        var page = await reader.RevisionsAsync(caller, request.Name, known, Pages.Size(request.PageSize), from?.Place, context.CancellationToken);
        return new ListVerdictRevisionsResponse
        {
            Verdicts = { page.Records },
            NextPageToken = pages.Token(request, caller, DateOnly.MinValue, page.Next),
        };
    }

    public override Task<SupersedeVerdictResponse> SupersedeVerdict(SupersedeVerdictRequest request, ServerCallContext context)
    {
        var verdict = intake.One(request.Verdict, named: true, request.Reason);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new SupersedeVerdictResponse { Verdict = writes.Supersede(session, stamp, verdict, request.Reason, request.Etag) });
    }

    public override Task<WithdrawVerdictResponse> WithdrawVerdict(WithdrawVerdictRequest request, ServerCallContext context)
    {
        VerdictIntake.Step(request.Name, Example, request.Reason);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new WithdrawVerdictResponse { Verdict = writes.Withdraw(session, stamp, request.Name, request.Reason, request.Etag) });
    }

    public override Task<SubmitVerdictResponse> SubmitVerdict(SubmitVerdictRequest request, ServerCallContext context)
    {
        VerdictIntake.Step(request.Name, Example);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new SubmitVerdictResponse { Verdict = steps.Submit(session, stamp, request.Name, request.Etag) });
    }

    public override Task<ApproveVerdictResponse> ApproveVerdict(ApproveVerdictRequest request, ServerCallContext context)
    {
        VerdictIntake.Step(request.Name, Example);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new ApproveVerdictResponse { Verdict = steps.Approve(session, stamp, request.Name, request.Etag) });
    }

    public override Task<ReturnVerdictResponse> ReturnVerdict(ReturnVerdictRequest request, ServerCallContext context)
    {
        VerdictIntake.Step(request.Name, Example, request.Reason);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new ReturnVerdictResponse { Verdict = steps.Return(session, stamp, request.Name, request.Etag, request.Reason) });
    }

    public override Task<ScheduleVerdictResponse> ScheduleVerdict(ScheduleVerdictRequest request, ServerCallContext context)
    {
        VerdictIntake.Step(request.Name, Example);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new ScheduleVerdictResponse { Verdict = steps.Schedule(session, stamp, request.Name, request.Etag, request.PublishAt) });
    }

    public override Task<PublishVerdictResponse> PublishVerdict(PublishVerdictRequest request, ServerCallContext context)
    {
        VerdictIntake.Step(request.Name, Example);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new PublishVerdictResponse { Verdict = steps.Publish(session, stamp, request.Name, request.Etag) });
    }
}
