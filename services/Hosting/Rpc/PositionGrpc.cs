using Google.Protobuf;
using Grpc.Core;
using Inspectorates.Hosting.Audit;
using Inspectorates.Hosting.Publication;
using Inspectorates.Hosting.Records;
using Inspectorates.Hosting.Records.Positions;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Rpc;

/// <summary>Serves what the inspectorate says about differences it is party to.</summary>
internal sealed class PositionGrpc(
    PositionIntake intake, PositionWrites writes, PartyClient parties, IInspectorate inspectorate, SigningKey key, RecordWriter writer,
    PositionReader reader, ReadFilters filters, Pages pages)
    : PositionService.PositionServiceBase
{
    private const int MostDifferences = 100;

    public override async Task<RecordPositionResponse> RecordPosition(RecordPositionRequest request, ServerCallContext context)
    {
        var position = intake.One(request.Position);
        // Asked before the writer, which waits for nobody; what it comes to counts only where the request has no answer yet.
        var keeper = PositionIntake.KeeperOf(position.OtherVerdict)!;
        var other = keeper == inspectorate.Code
            ? OtherVerdict.NotKnown
            : await parties.AskAsync(keeper, position.OtherVerdict, context.CancellationToken);
        return await writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new RecordPositionResponse { Position = writes.Record(session, stamp, position, other, sign: !request.ValidateOnly) });
    }

    public override Task<RevisePositionResponse> RevisePosition(RevisePositionRequest request, ServerCallContext context)
    {
        var said = intake.Revision(request);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new RevisePositionResponse { Position = writes.Revise(session, stamp, request.Name, said, request.Reason, request.Etag) });
    }

    public override async Task<GetPositionResponse> GetPosition(GetPositionRequest request, ServerCallContext context)
    {
        var faults = new Faults();
        var known = filters.Known(faults, request.RecordedAsOf);
        faults.ThrowIfAny();
        return new GetPositionResponse { Position = await reader.GetAsync(Caller.Of(context), request.Name, known, context.CancellationToken) };
    }

    public override async Task<ListPositionsResponse> ListPositions(ListPositionsRequest request, ServerCallContext context)
    {
        var faults = new Faults();
        var which = filters.Which(faults, request.Area, request.AsOf, request.RecordedAsOf);
        faults.ThrowIfAny();

        var caller = Caller.Of(context);
        var from = pages.Open(request, request.PageToken, caller);
        var query = new PositionQuery(request.Difference, which.Area, KnownBy(which, request.AsOf.Length > 0), request.AllRevisions);
        var page = await reader.ListAsync(caller, query, Pages.Size(request.PageSize), from?.Place, context.CancellationToken);
        return new ListPositionsResponse
        {
            Positions = { page.Records },
            NextPageToken = pages.Token(request, caller, DateOnly.MinValue, page.Next),
        };
    }

    public override async Task<ListCommitmentsResponse> ListCommitments(ListCommitmentsRequest request, ServerCallContext context)
    {
        var faults = new Faults();
        if (request.Differences.Count > MostDifferences)
            faults.Add(ErrorReason.FieldOutOfRange, "differences", $"differences has {request.Differences.Count}; at most {MostDifferences} are taken.");
        var which = filters.Which(faults, request.Area, "", null);
        faults.ThrowIfAny();

        var caller = Caller.Of(context);
        var from = pages.Open(request, request.PageToken, caller);
        var page = await reader.CommitmentsAsync([.. request.Differences], which.Area, Pages.Size(request.PageSize), from?.Place, context.CancellationToken);
        return new ListCommitmentsResponse
        {
            Commitments = { page.Records },
            NextPageToken = pages.Token(request, caller, DateOnly.MinValue, page.Next),
            Key = new CheckpointKey { KeyId = ByteString.CopyFrom(key.Id), PublicKey = ByteString.CopyFrom(key.PublicKey) },
        };
    }

    // What is said about differences is placed by the record's own clock alone.
    private static DateTimeOffset? KnownBy(ListQuery which, bool hasDay)
    {
        if (!hasDay)
            return which.Known;
        var end = LondonClock.EndOf(which.Day);
        return which.Known is { } known && known < end ? known : end;
    }
}
