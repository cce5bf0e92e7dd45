using System.Data.Common;
using Google.Protobuf;

namespace Inspectorates.Hosting.Store;

/// <summary>A page of records and where it ended.</summary>
/// <param name="Records">The records.</param>
/// <param name="Next">The place of the last one, where more follow; null: this was the last page.</param>
internal sealed record Page<T>(IReadOnlyList<T> Records, PagePlace? Next)
    where T : IMessage
{
    // An answer may have 1 MiB; what is left is for the token and the frame. A page that is full by size is a short one.
    private const int MostBytes = 960 * 1024;

    /// <summary>Reads a page: the query's columns are body, day and name of the place, and what <paramref name="read"/> needs.</summary>
    public static async Task<Page<T>> ReadAsync(
        DbConnection connection, int size, string sql, Func<DbDataReader, T> read, CancellationToken cancelled,
        params (string Name, object? Value)[] parameters)
    {
        var rows = await connection.QueryAsync(
            sql, row => (Record: read(row), Place: new PagePlace(row.GetString(1), row.GetString(2))), cancelled, [.. parameters, ("@limit", size + 1)]);
        var (records, bytes) = (new List<T>(), 0);
        foreach (var (record, _) in rows.Take(size))
        {
            // Each record carries its own tag and length.
            bytes += record.CalculateSize() + 8;
            if (bytes > MostBytes && records.Count > 0)
                break;
            records.Add(record);
        }

        return new Page<T>(records, records.Count < rows.Count ? rows[records.Count - 1].Place : null);
    }
}

/// <summary>A place in an ordered list.</summary>
internal sealed record PagePlace(string Day, string Name);
