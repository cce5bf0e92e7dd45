using System.Data.Common;
using Inspectorates.Hosting.Telemetry;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Store;

/// <summary>Reads what became visible to a caller, in order.</summary>
internal sealed class ChangeReader(IStore store)
{
    /// <summary>Changes after a place.</summary>
    public async Task<IReadOnlyList<(ChangePlace Place, Change Change)>> AfterAsync(Caller caller, ChangePlace after, int size, CancellationToken cancelled)
    {
        using var activity = StoreTelemetry.Source.StartActivity("store.read");
        await using var connection = await store.OpenForReadingAsync(cancelled);
        var views = Views.Of(caller);
        var granted = caller.Grants.Count == 0
            ? Array.Empty<(string, object?)>()
            : [("@granted", await EntryAsync(connection, views, after.Granted, cancelled))];
        var rows = await connection.QueryAsync(
            Of(caller) + " ORDER BY 1 LIMIT @limit", row => (Seen: row.GetInt64(3), Change: Read(row)), cancelled,
            [.. views.Parameters, ("@place", after.Seen), .. granted, ("@limit", size)]);

        var (place, changes) = (after, new List<(ChangePlace, Change)>(rows.Count));
        foreach (var (seen, change) in rows)
        {
            place = seen > 0 ? place with { Seen = seen } : place with { Granted = place.Granted + 1 };
            changes.Add((place, change));
        }

        return changes;
    }

    /// <summary>The place of the last change the caller may see; its numbers are 0 where there is none.</summary>
    public async Task<ChangePlace> LastAsync(Caller caller, CancellationToken cancelled)
    {
        await using var connection = await store.OpenForReadingAsync(cancelled);
        var views = Views.Of(caller);
        if (caller.IsStaff)
            return new(await connection.NumberAsync("SELECT seq FROM entry WHERE kind IN ('verdict', 'inspection') ORDER BY 1 DESC LIMIT 1", cancelled), 0);
        var seen = string.Join(" UNION ALL ", Public(views).Select(view => $"SELECT v.position FROM {view.Source(byArea: false)}"));
        return new(
            await connection.NumberAsync(seen + " ORDER BY 1 DESC LIMIT 1", cancelled),
            caller.Grants.Count == 0 ? 0 : await connection.NumberAsync($"SELECT COUNT(*) FROM ({Granted(views)}) AS granted", cancelled, views.Parameters));
    }

    // What a joint reader is granted has no sequence of its own, and in the numbers of entries others' hidden ones would show:
    // it is counted, and the entry looked up again.
    private static Task<long> EntryAsync(DbConnection connection, Views views, long count, CancellationToken cancelled) => count == 0
        ? Task.FromResult(0L)
        : connection.NumberAsync(Granted(views) + " ORDER BY 1 LIMIT 1 OFFSET @before", cancelled, [.. views.Parameters, ("@before", count - 1)]);

    private static string Granted(Views views) => string.Join(
        " UNION ALL ", views.Verdicts.Concat(views.Inspections).Where(view => !view.IsPublic).Select(view => $"SELECT v.seq FROM {view.Table} v WHERE {view.Only}"));

    private static IEnumerable<View> Public(Views views) => views.Verdicts.Concat(views.Inspections).Where(view => view.IsPublic);

    // The columns: the order, the kind, the content, and the place where it is one of the caller's first sequence.
    private static string Of(Caller caller)
    {
        if (caller.IsStaff)
            return "SELECT seq, kind, body, seq FROM entry WHERE kind IN ('verdict', 'inspection') AND seq > @place";
        var views = Views.Of(caller);
        var order = caller.Grants.Count == 0 ? "position" : "seq";
        return string.Join(" UNION ALL ", views.Verdicts.Select(view => Of(view, "verdict")).Concat(views.Inspections.Select(view => Of(view, "inspection"))));

        string Of(View view, string kind) =>
            $"SELECT v.{order}, '{kind}', {view.Body}, {(view.IsPublic ? "v.position" : "0")} FROM {view.Source(byArea: false)} "
            + $"WHERE {view.Joined(byArea: false)} AND {(view.IsPublic ? "v.position > @place" : "v.seq > @granted")}";
    }

    private static (string Kind, byte[] Body) Cells(DbDataReader row) => (row.GetString(1), row.Bytes(2));

    private static Change Read(DbDataReader row) => Cells(row) switch
    {
        (EntryKinds.Verdict, var body) => new Change { Verdict = Verdict.Parser.ParseFrom(body) },
        var (_, body) => new Change { Inspection = Inspection.Parser.ParseFrom(body) },
    };
}
