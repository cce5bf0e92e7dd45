using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Inspectorates.Hosting.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace Inspectorates.Hosting.Store;

/// <summary>The append-only log: each entry's hash covers its content and the hash before it.</summary>
internal static class EntryLog
{
    /// <summary>Appends an entry.</summary>
    /// <returns>Its place in the log.</returns>
    public static long Append(SqliteConnection connection, Stamp stamp, string kind, string name, int revision, byte[] body)
    {
        var head = connection.First(
            "SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1", row => new Head(row.GetInt64(0), row.Bytes(1)))
            ?? new Head(0, new byte[32]);
        var entry = new Entry(
            head.Seq + 1, kind, name, revision, body, stamp.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            stamp.Caller.Subject, stamp.Caller.Issuer, string.Join(' ', stamp.Caller.Roles), stamp.RequestId);
        connection.Run(
            """
            INSERT INTO entry (seq, kind, name, revision, body, at, subject, issuer, role, request_id, previous_hash, hash)
            VALUES ($seq, $kind, $name, $revision, $body, $at, $subject, $issuer, $role, $request, $previous, $hash)
            """,
            ("$seq", entry.Seq), ("$kind", kind), ("$name", name), ("$revision", revision), ("$body", body), ("$at", entry.At),
            ("$subject", entry.Subject), ("$issuer", entry.Issuer), ("$role", entry.Role), ("$request", entry.RequestId),
            ("$previous", head.Hash), ("$hash", HashOf(entry, head.Hash)));
        return entry.Seq;
    }

    /// <summary>The first entry whose hash does not follow from its content and the one before; null: the chain holds.</summary>
    public static long? FirstBroken(SqliteConnection connection)
    {
        var previous = new byte[32];
        var expected = 1L;
        var entries = connection.Query(
            "SELECT seq, kind, name, revision, body, at, subject, issuer, role, request_id, previous_hash, hash FROM entry ORDER BY seq",
            row => (Entry: new Entry(
                row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.Bytes(4), row.GetString(5),
                row.GetString(6), row.GetString(7), row.GetString(8), row.GetString(9)), Previous: row.Bytes(10), Hash: row.Bytes(11)));
        foreach (var (entry, before, hash) in entries)
        {
            if (entry.Seq != expected++ || !before.SequenceEqual(previous) || !hash.SequenceEqual(HashOf(entry, previous)))
                return entry.Seq;
            previous = hash;
        }

        return null;
    }

    private static byte[] HashOf(Entry entry, byte[] previous)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(previous);
        AddText(entry.Seq.ToString(CultureInfo.InvariantCulture));
        AddText(entry.Kind);
        AddText(entry.Name);
        AddText(entry.Revision.ToString(CultureInfo.InvariantCulture));
        AddText(entry.At);
        AddText(entry.Subject);
        AddText(entry.Issuer);
        AddText(entry.Role);
        AddText(entry.RequestId);
        Add(entry.Body);
        return hash.GetHashAndReset();

        void AddText(string text) => Add(Encoding.UTF8.GetBytes(text));

        // Lengths first, so that no two different entries give the same bytes.
        void Add(byte[] bytes)
        {
            Span<byte> length = stackalloc byte[8];
            BinaryPrimitives.WriteInt64BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
    }

    private sealed record Head(long Seq, byte[] Hash);

    private sealed record Entry(
        long Seq, string Kind, string Name, int Revision, byte[] Body, string At, string Subject, string Issuer, string Role, string RequestId);
}
