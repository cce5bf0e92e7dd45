using System.Buffers.Binary;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Inspectorates.Hosting.Store;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Inspectorates.Conformance.Stores;

/// <summary>The log of a store read from outside and its hashes computed anew, from the words of docs/decisions/0050.</summary>
internal sealed record LogChain(IReadOnlyList<LogChain.Link> Links)
{
    /// <summary>An entry.</summary>
    internal sealed record Link(long Seq, string Kind, string Name, string Hash, string At);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Reads a store's log; fails where a number is missing or a hash is not what it must be.</summary>
    public static async Task<LogChain> ReadAsync(string connectionString)
    {
        await using var connection = await OpenAsync(connectionString);
        await using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT seq, kind, name, revision, at, subject, issuer, role, request_id, previous_hash, hash, body, format, salt, content_hash FROM entry ORDER BY seq";
        await using var rows = await command.ExecuteReaderAsync(Stop);
        var (links, previous) = (new List<Link>(), new byte[32]);
        while (await rows.ReadAsync(Stop))
        {
            var seq = rows.GetInt64(0);
            Assert.Equal(links.Count + 1, seq);
            Assert.Equal(previous, rows.Bytes(9));
            Assert.True(links.Count == 0 || string.CompareOrdinal(links[^1].At, rows.GetString(4)) <= 0, $"Entry {seq} is of before the one before it.");
            var texts = Enumerable.Range(0, 9).Select(column => column is 0 or 3 ? rows.GetInt64(column).ToString(CultureInfo.InvariantCulture) : rows.GetString(column));
            previous = rows.GetInt64(12) == 1
                ? HashOf([previous, .. texts.Select(Encoding.UTF8.GetBytes), rows.Bytes(11)])
                : HashOf(["inspectorates/entry/2"u8.ToArray(), previous, .. texts.Select(Encoding.UTF8.GetBytes), SHA256.HashData([.. rows.Bytes(13), .. rows.Bytes(11)])]);
            Assert.True(previous.AsSpan().SequenceEqual(rows.Bytes(10)), $"The hash of entry {seq} is not that of its parts.");
            links.Add(new Link(seq, rows.GetString(1), rows.GetString(2), Convert.ToHexString(previous), rows.GetString(4)));
        }

        return new LogChain(links);
    }

    /// <summary>A number from a store, read from outside.</summary>
    public static async Task<long> NumberAsync(string connectionString, string sql)
    {
        await using var connection = await OpenAsync(connectionString);
        return await connection.NumberAsync(sql, Stop);
    }

    internal static byte[] HashOf(IEnumerable<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = new byte[8];
        foreach (var part in parts)
        {
            BinaryPrimitives.WriteInt64BigEndian(length, part.Length);
            hash.AppendData(length);
            hash.AppendData(part);
        }

        return hash.GetHashAndReset();
    }

    private static async Task<DbConnection> OpenAsync(string connectionString)
    {
        DbConnection connection = connectionString.StartsWith("Host=", StringComparison.Ordinal)
            ? new NpgsqlConnection(connectionString)
            : new SqliteConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(Stop);
        return connection;
    }
}
