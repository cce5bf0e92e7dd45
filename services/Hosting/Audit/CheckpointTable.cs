using System.Data.Common;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Audit;

/// <summary>Checkpoints signed here, and the keys that signed them.</summary>
internal static class CheckpointTable
{
    /// <summary>Keeps a checkpoint; one that another replica signed at the same size stands.</summary>
    public static void Add(WriteSession session, Checkpoint checkpoint, SigningKey key)
    {
        var at = checkpoint.SignedAt.ToDateTimeOffset().Text();
        session.Run(
            "INSERT INTO checkpoint_key (key_id, public_key, first_used_at) VALUES (@id, @key, @at) ON CONFLICT DO NOTHING",
            ("@id", key.Id), ("@key", key.PublicKey), ("@at", at));
        session.Run(
            "INSERT INTO checkpoint (size, root, signed_at, key_id, signature) VALUES (@size, @root, @at, @id, @signature) ON CONFLICT DO NOTHING",
            ("@size", checkpoint.Size), ("@root", checkpoint.RootHash.ToByteArray()), ("@at", at), ("@id", key.Id),
            ("@signature", checkpoint.Signature.ToByteArray()));
    }

    /// <summary>Size of the latest one; 0: none was signed yet.</summary>
    public static Task<long> LastSizeAsync(DbConnection connection, CancellationToken cancelled) =>
        connection.NumberAsync("SELECT MAX(size) FROM checkpoint", cancelled);

    /// <summary>The checkpoint of a size; null: there is none.</summary>
    public static async Task<Checkpoint?> FindAsync(DbConnection connection, string origin, long size, CancellationToken cancelled) =>
        await connection.QueryAsync(
            "SELECT size, root, signed_at, key_id, signature FROM checkpoint WHERE size = @size",
            row => new Checkpoint
            {
                Origin = origin,
                Size = row.GetInt64(0),
                RootHash = ByteString.CopyFrom(row.Bytes(1)),
                SignedAt = Timestamp.FromDateTimeOffset(Instants.Parse(row.GetString(2))),
                KeyId = ByteString.CopyFrom(row.Bytes(3)),
                Signature = ByteString.CopyFrom(row.Bytes(4)),
            },
            cancelled, ("@size", size)) is [var found] ? found : null;

    /// <summary>Every key that signed one, the last to be used first.</summary>
    public static Task<List<CheckpointKey>> KeysAsync(DbConnection connection, CancellationToken cancelled) => connection.QueryAsync(
        "SELECT key_id, public_key FROM checkpoint_key ORDER BY first_used_at DESC, key_id",
        row => new CheckpointKey { KeyId = ByteString.CopyFrom(row.Bytes(0)), PublicKey = ByteString.CopyFrom(row.Bytes(1)) }, cancelled);
}
