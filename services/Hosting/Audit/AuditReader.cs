using System.Data.Common;
using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Audit;

/// <summary>Reads who wrote what, without the content.</summary>
internal static class AuditReader
{
    private const string Columns =
        "name, '', CAST(seq AS TEXT) AS place, seq, kind, revision, at, subject, issuer, role, request_id, content_hash, previous_hash, hash";

    /// <summary>An entry; null: the record has none of this number.</summary>
    public static async Task<Entry?> EntryAsync(IStore store, long number, CancellationToken cancelled)
    {
        await using var connection = await store.OpenForReadingAsync(cancelled);
        return await connection.QueryAsync($"SELECT {Columns} FROM entry WHERE seq = @seq", Read, cancelled, ("@seq", number)) is [var found] ? found : null;
    }

    /// <summary>A page of entries, oldest first.</summary>
    /// <param name="name">Only those about it; empty: all.</param>
    public static async Task<Page<Entry>> EntriesAsync(IStore store, string name, int size, PagePlace? after, CancellationToken cancelled)
    {
        await using var connection = await store.OpenForReadingAsync(cancelled);
        return await Page<Entry>.ReadAsync(
            connection, size, $"SELECT {Columns} FROM entry WHERE seq > @after{(name.Length > 0 ? " AND name = @name" : "")} ORDER BY seq LIMIT @limit",
            Read, cancelled,
            [
                ("@after", after is null ? 0L : long.Parse(after.Name, CultureInfo.InvariantCulture)),
                .. name.Length > 0 ? [("@name", (object?)name)] : Array.Empty<(string, object?)>(),
            ]);
    }

    private static Entry Read(DbDataReader row) => new()
    {
        Name = row.GetString(0),
        Number = row.GetInt64(3),
        Kind = row.GetString(4),
        Revision = (int)row.GetInt64(5),
        At = Timestamp.FromDateTimeOffset(Instants.Parse(row.GetString(6))),
        Subject = row.GetString(7),
        Issuer = row.GetString(8),
        Role = row.GetString(9),
        RequestId = row.GetString(10),
        // Entries of the first release are hashed over their content itself, whose hash alone could be guessed.
        ContentHash = row.IsDBNull(11) ? ByteString.Empty : ByteString.CopyFrom(row.Bytes(11)),
        PreviousHash = ByteString.CopyFrom(row.Bytes(12)),
        Hash = ByteString.CopyFrom(row.Bytes(13)),
    };
}
