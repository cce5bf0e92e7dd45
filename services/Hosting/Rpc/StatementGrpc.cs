using Grpc.Core;
using Inspectorates.Hosting.Records.Statements;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Rpc;

/// <summary>Serves what follows joint reports: statements of proposed action.</summary>
internal sealed class StatementGrpc(StatementIntake intake, StatementWrites writes, RecordWriter writer, FurtherReading reading)
    : StatementService.StatementServiceBase
{
    public override Task<RecordStatementResponse> RecordStatement(RecordStatementRequest request, ServerCallContext context)
    {
        var statement = intake.New(request.Statement);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new RecordStatementResponse { Statement = writes.Record(session, stamp, statement) }, repeatable: true);
    }

    public override Task<ReviseStatementResponse> ReviseStatement(ReviseStatementRequest request, ServerCallContext context)
    {
        var statement = intake.Revised(request.Statement, request.Reason);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new ReviseStatementResponse { Statement = writes.Revise(session, stamp, statement, request.Reason, request.Etag) }, repeatable: true);
    }

    public override Task<PublishStatementResponse> PublishStatement(PublishStatementRequest request, ServerCallContext context)
    {
        StatementIntake.Step(request.Name, null);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new PublishStatementResponse { Statement = writes.Publish(session, stamp, request.Name, request.Etag) }, repeatable: true);
    }

    public override Task<WithdrawStatementResponse> WithdrawStatement(WithdrawStatementRequest request, ServerCallContext context)
    {
        StatementIntake.Step(request.Name, request.Reason);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new WithdrawStatementResponse { Statement = writes.Withdraw(session, stamp, request.Name, request.Reason, request.Etag) }, repeatable: true);
    }

    public override async Task<GetStatementResponse> GetStatement(GetStatementRequest request, ServerCallContext context) =>
        new() { Statement = await reading.GetAsync(StatementKind.Kind, request.Name, request.RecordedAsOf, context) };

    public override async Task<ListStatementsResponse> ListStatements(ListStatementsRequest request, ServerCallContext context)
    {
        var list = new FurtherList(request.Area, request.AsOf, request.RecordedAsOf, request.AllRevisions, ("inspection", request.Inspection));
        var (records, next) = await reading.ListAsync(StatementKind.Kind, request, list, context);
        return new ListStatementsResponse { Statements = { records }, NextPageToken = next };
    }
}
