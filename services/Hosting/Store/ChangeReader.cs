using Inspectorates.Hosting.Store.Sqlite;
using Inspectorates.Hosting.Telemetry;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;
using Microsoft.Data.Sqlite;

namespace Inspectorates.Hosting.Store;

/// <summary>Reads what became visible to a caller, in order.</summary>
internal sealed class ChangeReader(SqliteStore store)
{
    /// <summary>Changes after a place; their places are the names of <see cref="PagePlace"/>.</summary>
    public IReadOnlyList<(long Place, Change Change)> After(Caller caller, long place, int size)
    {
        using var activity = StoreTelemetry.Source.StartActivity("store.read");
        var position = Views.Position(caller);
        using var connection = store.OpenForReading();
        return connection.Query(
            $"""
            SELECT c.{position}, e.kind, e.body FROM change c JOIN entry e ON e.seq = c.seq
            WHERE c.{position} > $place ORDER BY c.{position} LIMIT $limit
            """,
            row => (row.GetInt64(0), Read(row)), ("$place", place), ("$limit", size));
    }

    /// <summary>The place of the last change the caller may see; 0: there is none.</summary>
    public long Last(Caller caller)
    {
        using var connection = store.OpenForReading();
        return connection.Number($"SELECT COALESCE(MAX({Views.Position(caller)}), 0) FROM change");
    }

    private static Change Read(SqliteDataReader row) => row.GetString(1) == "verdict"
        ? new Change { Verdict = Verdict.Parser.ParseFrom(row.Bytes(2)) }
        : new Change { Inspection = Inspection.Parser.ParseFrom(row.Bytes(2)) };
}
