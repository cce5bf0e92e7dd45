using Google.Protobuf.WellKnownTypes;

namespace Inspectorates.Hosting.Store;

/// <summary>What is to open by itself, and when at the earliest.</summary>
internal static class ScheduleTable
{
    public static void Set(WriteSession session, string name, string kind, Timestamp publishAt) => session.Run(
        """
        INSERT INTO schedule (name, kind, publish_at) VALUES (@name, @kind, @at)
        ON CONFLICT (name) DO UPDATE SET publish_at = excluded.publish_at
        """,
        ("@name", name), ("@kind", kind), ("@at", Instants.NotBefore(publishAt).Text()));

    public static void Remove(WriteSession session, string name) =>
        session.Run("DELETE FROM schedule WHERE name = @name", ("@name", name));

    /// <summary>What is due, the longest due first; at most some at a time.</summary>
    public static List<Due> DueAt(WriteSession session, DateTimeOffset now) => session.Query(
        "SELECT name, kind, publish_at FROM schedule WHERE publish_at <= @now ORDER BY publish_at, name LIMIT 100",
        row => new Due(row.GetString(0), row.GetString(1), Instants.Parse(row.GetString(2))), ("@now", now.Text()));

    /// <summary>When the next is due; null: nothing is scheduled.</summary>
    public static async Task<DateTimeOffset?> NextAsync(IStore store, CancellationToken cancelled)
    {
        await using var connection = await store.OpenForReadingAsync(cancelled);
        return await connection.QueryAsync("SELECT publish_at FROM schedule ORDER BY publish_at LIMIT 1", row => row.GetString(0), cancelled) is [var next]
            ? Instants.Parse(next)
            : null;
    }
}

/// <summary>Something that is due to open.</summary>
internal sealed record Due(string Name, string Kind, DateTimeOffset PublishAt);
