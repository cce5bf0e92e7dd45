using System.Data.Common;
using Google.Protobuf;
using Grpc.Core;
using Inspectorates.Hosting.Audit;
using Inspectorates.Hosting.Records;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Rpc;

/// <summary>Serves what shows that the record is append-only.</summary>
internal sealed class AuditGrpc(IStore store, IInspectorate inspectorate, SigningKey key, Pages pages) : AuditService.AuditServiceBase
{
    private const int LongestName = 1000;

    public override async Task<GetCheckpointResponse> GetCheckpoint(GetCheckpointRequest request, ServerCallContext context)
    {
        Check(request.Size >= 0, "size", request.Size, "0, or at least 1");
        await using var connection = await store.OpenForReadingAsync(context.CancellationToken);
        var size = request.Size > 0 ? request.Size : await CheckpointTable.LastSizeAsync(connection, context.CancellationToken);
        return new GetCheckpointResponse
        {
            Checkpoint = await CheckpointTable.FindAsync(connection, $"inspectorates/{inspectorate.Code}", size, context.CancellationToken)
                ?? throw RefusalException.Of(
                    ErrorReason.CheckpointNotFound, "size", size == 0 ? "No checkpoint was signed yet." : $"There is no checkpoint over {size} entries."),
        };
    }

    public override async Task<ListCheckpointKeysResponse> ListCheckpointKeys(ListCheckpointKeysRequest request, ServerCallContext context)
    {
        await using var connection = await store.OpenForReadingAsync(context.CancellationToken);
        var current = new CheckpointKey { KeyId = ByteString.CopyFrom(key.Id), PublicKey = ByteString.CopyFrom(key.PublicKey) };
        var used = await CheckpointTable.KeysAsync(connection, context.CancellationToken);
        return new ListCheckpointKeysResponse { Keys = { current, used.Where(one => one.KeyId != current.KeyId) } };
    }

    public override async Task<GetConsistencyProofResponse> GetConsistencyProof(GetConsistencyProofRequest request, ServerCallContext context)
    {
        var faults = new Faults();
        AddUnless(faults, request.FirstSize >= 1, "first_size", request.FirstSize, "at least 1");
        AddUnless(faults, request.SecondSize >= 1, "second_size", request.SecondSize, "at least 1");
        AddUnless(faults, request.FirstSize <= request.SecondSize || request.SecondSize < 1, "first_size", request.FirstSize, "at most second_size");
        faults.ThrowIfAny();

        await using var connection = await store.OpenForReadingAsync(context.CancellationToken);
        await MustBeSignedAsync(connection, "second_size", request.SecondSize, context.CancellationToken);
        var proof = await TreeTable.WithAsync(
            connection, read => MerkleTree.ConsistencyProof(request.FirstSize, request.SecondSize, read), context.CancellationToken);
        return new GetConsistencyProofResponse { Hashes = { proof.Select(ByteString.CopyFrom) } };
    }

    public override async Task<GetInclusionProofResponse> GetInclusionProof(GetInclusionProofRequest request, ServerCallContext context)
    {
        var faults = new Faults();
        AddUnless(faults, request.Entry >= 1, "entry", request.Entry, "at least 1");
        AddUnless(faults, request.Size >= 1, "size", request.Size, "at least 1");
        faults.ThrowIfAny();

        var entry = await AuditReader.EntryAsync(store, request.Entry, context.CancellationToken)
            ?? throw RefusalException.Of(ErrorReason.EntryNotFound, "entry", $"The record has no entry {request.Entry}.");
        await using var connection = await store.OpenForReadingAsync(context.CancellationToken);
        await MustBeSignedAsync(connection, "size", request.Size, context.CancellationToken);
        Check(request.Entry <= request.Size, "entry", request.Entry, "at most size");
        var proof = await TreeTable.WithAsync(
            connection, read => MerkleTree.InclusionProof(request.Entry - 1, request.Size, read), context.CancellationToken);
        return new GetInclusionProofResponse { Entry = entry, Hashes = { proof.Select(ByteString.CopyFrom) } };
    }

    public override async Task<ListEntriesResponse> ListEntries(ListEntriesRequest request, ServerCallContext context)
    {
        MustBeText("name", request.Name);
        var caller = Caller.Of(context);
        var from = pages.Open(request, request.PageToken, caller);
        var page = await AuditReader.EntriesAsync(store, request.Name, Pages.Size(request.PageSize), from?.Place, context.CancellationToken);
        return new ListEntriesResponse { Entries = { page.Records }, NextPageToken = pages.Token(request, caller, DateOnly.MinValue, page.Next) };
    }

    public override async Task<ListWitnessedCheckpointsResponse> ListWitnessedCheckpoints(ListWitnessedCheckpointsRequest request, ServerCallContext context)
    {
        MustBeText("inspectorate", request.Inspectorate);
        var caller = Caller.Of(context);
        var from = pages.Open(request, request.PageToken, caller);
        var page = await WitnessTable.ListAsync(store, request.Inspectorate, Pages.Size(request.PageSize), from?.Place, context.CancellationToken);
        return new ListWitnessedCheckpointsResponse
        {
            Checkpoints = { page.Records },
            NextPageToken = pages.Token(request, caller, DateOnly.MinValue, page.Next),
        };
    }

    // Proofs are made of nodes that are there up to the latest checkpoint.
    private static async Task MustBeSignedAsync(DbConnection connection, string field, long size, CancellationToken cancelled)
    {
        var last = await CheckpointTable.LastSizeAsync(connection, cancelled);
        if (size > last)
            throw RefusalException.Of(
                ErrorReason.CheckpointNotFound, field, last == 0 ? "No checkpoint was signed yet." : $"The latest checkpoint is over {last} entries, not {size}.");
    }

    private static void Check(bool holds, string field, long given, string right)
    {
        var faults = new Faults();
        AddUnless(faults, holds, field, given, right);
        faults.ThrowIfAny();
    }

    private static void AddUnless(Faults faults, bool holds, string field, long given, string right)
    {
        if (!holds)
            faults.Add(ErrorReason.FieldOutOfRange, field, $"{field} is {given}; it is {right}.");
    }

    private static void MustBeText(string field, string given)
    {
        var faults = new Faults();
        faults.Text(field, given, LongestName);
        faults.ThrowIfAny();
    }
}
