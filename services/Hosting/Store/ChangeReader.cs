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
        // Each of the two is in the order of the entries; so is what they come to together.
        var positions = caller.IsStaff ? [] : await PositionsAsync(connection, after, size, cancelled);
        var rows = await connection.QueryAsync(
            Of(caller) + " ORDER BY 1 LIMIT @limit", row => new Row(row.GetInt64(4), row.GetInt64(3), false, Read(row)), cancelled,
            [.. views.Parameters, ("@place", after.Seen), .. granted, ("@limit", size)]);

        var (place, changes) = (after, new List<(ChangePlace, Change)>(rows.Count));
        foreach (var row in rows.Concat(positions).OrderBy(row => row.Seq).Take(size))
        {
            place = row switch
            {
                { IsPosition: true } => place with { Positions = row.Number },
                { Number: > 0 } => place with { Seen = row.Number },
                _ => place with { Granted = place.Granted + 1 },
            };
            changes.Add((place, row.Change));
        }

        return changes;
    }

    /// <summary>The place of the last change the caller may see; its numbers are 0 where there is none.</summary>
    public async Task<ChangePlace> LastAsync(Caller caller, CancellationToken cancelled)
    {
        await using var connection = await store.OpenForReadingAsync(cancelled);
        var views = Views.Of(caller);
        if (caller.IsStaff)
            return new(await connection.NumberAsync($"SELECT seq FROM entry WHERE kind IN ({Shown}) ORDER BY 1 DESC LIMIT 1", cancelled), 0);
        var seen = string.Join(" UNION ALL ", Public(views).Select(view => $"SELECT v.position FROM {view.Source(byArea: false)}"));
        return new(
            await connection.NumberAsync(seen + " ORDER BY 1 DESC LIMIT 1", cancelled),
            caller.Grants.Count == 0 ? 0 : await connection.NumberAsync($"SELECT COUNT(*) FROM ({Granted(views)}) AS granted", cancelled, views.Parameters),
            await connection.NumberAsync("SELECT MAX(number) FROM public_position", cancelled));
    }

    // The kinds of entries that are changes.
    private const string Shown = "'verdict', 'inspection', 'position'";

    private static Task<List<Row>> PositionsAsync(DbConnection connection, ChangePlace after, int size, CancellationToken cancelled) =>
        connection.QueryAsync(
            "SELECT seq, number, body FROM public_position WHERE number > @place ORDER BY number LIMIT @limit",
            row => new Row(row.GetInt64(0), row.GetInt64(1), true, new Change { Position = Position.Parser.ParseFrom(row.Bytes(2)) }), cancelled,
            ("@place", after.Positions), ("@limit", size));

    // What a joint reader is granted has no sequence of its own, and in the numbers of entries others' hidden ones would show:
    // it is counted, and the entry looked up again.
    private static Task<long> EntryAsync(DbConnection connection, Views views, long count, CancellationToken cancelled) => count == 0
        ? Task.FromResult(0L)
        : connection.NumberAsync(Granted(views) + " ORDER BY 1 LIMIT 1 OFFSET @before", cancelled, [.. views.Parameters, ("@before", count - 1)]);

    private static string Granted(Views views) => string.Join(
        " UNION ALL ", views.Verdicts.Concat(views.Inspections).Where(view => !view.IsPublic).Select(view => $"SELECT v.seq FROM {view.Table} v WHERE {view.Only}"));

    private static IEnumerable<View> Public(Views views) => views.Verdicts.Concat(views.Inspections).Where(view => view.IsPublic);

    // The columns: the order, the kind, the content, the place where it is one of the caller's first sequence, and the entry.
    private static string Of(Caller caller)
    {
        if (caller.IsStaff)
            return $"SELECT seq, kind, body, seq, seq FROM entry WHERE kind IN ({Shown}) AND seq > @place";
        var views = Views.Of(caller);
        var order = caller.Grants.Count == 0 ? "position" : "seq";
        return string.Join(" UNION ALL ", views.Verdicts.Select(view => Of(view, "verdict")).Concat(views.Inspections.Select(view => Of(view, "inspection"))));

        string Of(View view, string kind) =>
            $"SELECT v.{order}, '{kind}', {view.Body}, {(view.IsPublic ? "v.position" : "0")}, v.seq FROM {view.Source(byArea: false)} "
            + $"WHERE {view.Joined(byArea: false)} AND {(view.IsPublic ? "v.position > @place" : "v.seq > @granted")}";
    }

    private static (string Kind, byte[] Body) Cells(DbDataReader row) => (row.GetString(1), row.Bytes(2));

    private static Change Read(DbDataReader row) => Cells(row) switch
    {
        (EntryKinds.Verdict, var body) => new Change { Verdict = Verdict.Parser.ParseFrom(body) },
        (EntryKinds.Position, var body) => new Change { Position = Position.Parser.ParseFrom(body) },
        var (_, body) => new Change { Inspection = Inspection.Parser.ParseFrom(body) },
    };

    /// <param name="Seq">The entry.</param>
    /// <param name="Number">Its number in the sequence it is counted in; 0: of what a joint reader is granted.</param>
    /// <param name="IsPosition">Whether it is counted among what is said about differences.</param>
    private sealed record Row(long Seq, long Number, bool IsPosition, Change Change);
}
