using System.Data.Common;
using Inspectorates.Hosting.Evidencing;
using Inspectorates.Hosting.Telemetry;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Store;

/// <summary>Reads what became visible to a caller, in order.</summary>
internal sealed class ChangeReader(IStore store, ShownEvidence shown)
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
        // Each of the three is in the order of the entries; so is what they come to together.
        List<Row> apart = caller.IsStaff
            ? []
            : [.. await PositionsAsync(connection, after, size, cancelled), .. await FurtherAsync(connection, after, size, cancelled)];
        var rows = await connection.QueryAsync(
            Of(caller) + " ORDER BY 1 LIMIT @limit", row => new Row(row.GetInt64(4), row.GetInt64(3), Counted.Together, Read(row, caller)), cancelled,
            [.. views.Parameters, ("@place", after.Seen), .. granted, ("@limit", size)]);

        var (place, changes) = (after, new List<(ChangePlace, Change)>(rows.Count));
        foreach (var row in rows.Concat(apart).OrderBy(row => row.Seq).Take(size))
        {
            place = row switch
            {
                { In: Counted.AsPositions } => place with { Positions = row.Number },
                { In: Counted.AsFurther } => place with { Further = row.Number },
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
            await connection.NumberAsync("SELECT MAX(number) FROM public_position", cancelled),
            await connection.NumberAsync("SELECT MAX(number) FROM public_further_record", cancelled));
    }

    // The kinds of entries that are changes.
    private static readonly string Shown = string.Concat("'verdict', 'inspection', 'position'", string.Concat(FurtherKinds.All.Select(kind => $", '{kind.Code}'")));

    private static Task<List<Row>> PositionsAsync(DbConnection connection, ChangePlace after, int size, CancellationToken cancelled) =>
        connection.QueryAsync(
            "SELECT seq, number, body FROM public_position WHERE number > @place ORDER BY number LIMIT @limit",
            row => new Row(row.GetInt64(0), row.GetInt64(1), Counted.AsPositions, new Change { Position = Position.Parser.ParseFrom(row.Bytes(2)) }), cancelled,
            ("@place", after.Positions), ("@limit", size));

    private static Task<List<Row>> FurtherAsync(DbConnection connection, ChangePlace after, int size, CancellationToken cancelled) =>
        connection.QueryAsync(
            "SELECT seq, number, kind, body FROM public_further_record WHERE number > @place ORDER BY number LIMIT @limit",
            row => new Row(row.GetInt64(0), row.GetInt64(1), Counted.AsFurther, FurtherKinds.Find(row.GetString(2))!.AsChange(row.Bytes(3))), cancelled,
            ("@place", after.Further), ("@limit", size));

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

    private Change Read(DbDataReader row, Caller caller) => Cells(row) switch
    {
        (EntryKinds.Verdict, var body) => new Change { Verdict = shown.To(caller, Verdict.Parser.ParseFrom(body)) },
        (EntryKinds.Position, var body) => new Change { Position = Position.Parser.ParseFrom(body) },
        (EntryKinds.Inspection, var body) => new Change { Inspection = Inspection.Parser.ParseFrom(body) },
        var (kind, body) => FurtherKinds.Find(kind)!.AsChange(body),
    };

    /// <param name="Seq">The entry.</param>
    /// <param name="Number">Its number in the sequence it is counted in; 0: of what a joint reader is granted.</param>
    /// <param name="In">That sequence.</param>
    private sealed record Row(long Seq, long Number, Counted In, Change Change);

    private enum Counted
    {
        Together,
        AsPositions,
        AsFurther,
    }
}
