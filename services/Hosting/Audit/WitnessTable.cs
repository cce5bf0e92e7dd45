using System.Data.Common;
using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;
using static Inspectorates.V1.WitnessedCheckpoint.Types;

namespace Inspectorates.Hosting.Audit;

/// <summary>Checkpoints of other inspectorates' records as they were fetched. None is ever changed or removed.</summary>
internal static class WitnessTable
{
    private const string Columns =
        "inspectorate, '', CAST(number AS TEXT) AS place, size, root, signed_at, key_id, signature, witnessed_at, outcome, explanation";

    /// <summary>Keeps one, unless it is the very one kept last: another replica may witness as well.</summary>
    public static bool Add(WriteSession session, string inspectorate, WitnessedCheckpoint witnessed)
    {
        var checkpoint = witnessed.Checkpoint;
        var signature = checkpoint.Signature.ToByteArray();
        var last = session.First(
            "SELECT signature, outcome FROM witnessed_checkpoint WHERE inspectorate = @code ORDER BY number DESC LIMIT 1",
            row => new Last(row.Bytes(0), row.GetInt64(1)), ("@code", inspectorate));
        if (last is not null && last.Signature.AsSpan().SequenceEqual(signature) && (last.Outcome == (long)witnessed.Outcome || IsGood(last.Outcome)))
            return false;
        session.Run(
            """
            INSERT INTO witnessed_checkpoint (number, inspectorate, size, root, signed_at, key_id, signature, witnessed_at, outcome, explanation)
            VALUES ((SELECT COALESCE(MAX(number), 0) + 1 FROM witnessed_checkpoint),
              @code, @size, @root, @signed, @id, @signature, @witnessed, @outcome, @explanation)
            """,
            ("@code", inspectorate), ("@size", checkpoint.Size), ("@root", checkpoint.RootHash.ToByteArray()),
            ("@signed", checkpoint.SignedAt is { } at && Instants.IsValid(at) ? at.ToDateTimeOffset().Text() : ""),
            ("@id", checkpoint.KeyId.ToByteArray()), ("@signature", signature),
            ("@witnessed", witnessed.WitnessedAt.ToDateTimeOffset().Text()), ("@outcome", (long)witnessed.Outcome), ("@explanation", witnessed.Explanation));
        return true;
    }

    /// <summary>The last one that followed from those before; null: none was witnessed yet.</summary>
    public static async Task<Checkpoint?> LastGoodAsync(DbConnection connection, string inspectorate, CancellationToken cancelled) =>
        await connection.QueryAsync(
            $"SELECT {Columns} FROM witnessed_checkpoint WHERE inspectorate = @code AND outcome IN ({(int)Outcome.First}, {(int)Outcome.Consistent}) ORDER BY number DESC LIMIT 1",
            Read, cancelled, ("@code", inspectorate)) is [var last] ? last.Checkpoint : null;

    /// <summary>A page of them, newest first.</summary>
    /// <param name="inspectorate">Only those of one; empty: all.</param>
    public static async Task<Page<WitnessedCheckpoint>> ListAsync(
        IStore store, string inspectorate, int size, PagePlace? after, CancellationToken cancelled)
    {
        await using var connection = await store.OpenForReadingAsync(cancelled);
        return await Page<WitnessedCheckpoint>.ReadAsync(
            connection, size,
            $"SELECT {Columns} FROM witnessed_checkpoint WHERE number < @before{(inspectorate.Length > 0 ? " AND inspectorate = @code" : "")} ORDER BY number DESC LIMIT @limit",
            Read, cancelled,
            [
                ("@before", after is null ? long.MaxValue : long.Parse(after.Name, CultureInfo.InvariantCulture)),
                .. inspectorate.Length > 0 ? [("@code", (object?)inspectorate)] : Array.Empty<(string, object?)>(),
            ]);
    }

    private static bool IsGood(long outcome) => outcome is (long)Outcome.First or (long)Outcome.Consistent;

    private static WitnessedCheckpoint Read(DbDataReader row) => new()
    {
        Checkpoint = new Checkpoint
        {
            Origin = $"inspectorates/{row.GetString(0)}",
            Size = row.GetInt64(3),
            RootHash = ByteString.CopyFrom(row.Bytes(4)),
            SignedAt = row.GetString(5) is { Length: > 0 } signed ? Timestamp.FromDateTimeOffset(Instants.Parse(signed)) : null,
            KeyId = ByteString.CopyFrom(row.Bytes(6)),
            Signature = ByteString.CopyFrom(row.Bytes(7)),
        },
        WitnessedAt = Timestamp.FromDateTimeOffset(Instants.Parse(row.GetString(8))),
        Outcome = (Outcome)row.GetInt64(9),
        Explanation = row.GetString(10),
    };

    private sealed record Last(byte[] Signature, long Outcome);
}
