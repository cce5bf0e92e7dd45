using Google.Protobuf;

namespace Inspectorates.Hosting.Store;

/// <summary>Everything there is of a kind of further record, whoever may see it: for what is counted and never shown.</summary>
internal static class LatestRecords
{
    /// <summary>The latest revision of every record of a kind.</summary>
    public static async Task<List<T>> OfAsync<T>(IStore store, FurtherKind<T> kind, CancellationToken cancelled)
        where T : class, IMessage<T>, new()
    {
        await using var connection = await store.OpenForReadingAsync(cancelled);
        return await connection.QueryAsync(
            """
            SELECT e.body FROM further_record v JOIN entry e ON e.seq = v.seq WHERE v.kind = @kind
              AND NOT EXISTS (SELECT 1 FROM further_record w WHERE w.name = v.name AND w.revision > v.revision)
            """,
            row => FurtherKind<T>.Read(row.Bytes(0)), cancelled, ("@kind", kind.Code));
    }
}
