using System.Data.Common;
using System.Globalization;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Telemetry;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Store;

/// <summary>Reads positions as a caller may see them: staff all of them, others what is blind by its commitment only.</summary>
internal sealed class PositionReader(IStore store)
{
    /// <summary>The latest step of a position.</summary>
    /// <param name="known">As it was known at this instant; null: now.</param>
    /// <exception cref="RefusalException">There is no such position.</exception>
    public async Task<Position> GetAsync(Caller caller, string name, DateTimeOffset? known, CancellationToken cancelled)
    {
        using var activity = StoreTelemetry.Source.StartActivity("store.read");
        await using var connection = await store.OpenForReadingAsync(cancelled);
        var rows = await connection.QueryAsync(
            $"SELECT {Body(caller)} FROM {Source(caller)} v.name = @name{Until(known)} ORDER BY v.step DESC LIMIT 1", Read, cancelled,
            [("@name", name), .. Known(known)]);
        return rows is [var found]
            ? found
            : throw RefusalException.Of(ErrorReason.PositionNotFound, "name", $"There is no position '{Records.Shown.Of(name)}'.");
    }

    /// <summary>Positions in the order of their latest steps, or of all of them.</summary>
    public async Task<Page<Position>> ListAsync(Caller caller, PositionQuery query, int size, PagePlace? after, CancellationToken cancelled)
    {
        using var activity = StoreTelemetry.Source.StartActivity("store.read");
        await using var connection = await store.OpenForReadingAsync(cancelled);
        var later = $"EXISTS (SELECT 1 FROM public_position w WHERE w.name = v.name AND w.step > v.step{(query.Known is null ? "" : " AND w.known_at <= @known")})";
        return await Page<Position>.ReadAsync(
            connection, size,
            $"""
            SELECT {Body(caller)}, '', CAST(v.number AS TEXT), CASE WHEN {later} THEN 1 ELSE 0 END FROM {Source(caller)}
            v.number > @after AND {(query.AllRevisions ? $"(v.shown = 1 OR NOT {later})" : $"NOT {later}")}{Until(query.Known)}
            {(query.Difference.Length > 0 ? "AND v.difference = @difference" : "")} {(query.Area.Length > 0 ? "AND v.area = @area" : "")}
            ORDER BY v.number LIMIT @limit
            """,
            row => row.GetInt64(3) == 1 ? Superseded(Read(row)) : Read(row), cancelled,
            [
                ("@after", Number(after)), .. Known(query.Known),
                .. Only("@difference", query.Difference), .. Only("@area", query.Area),
            ]);
    }

    /// <summary>The commitments to all positions, in the order in which they were made.</summary>
    /// <param name="differences">Only those on these; empty: all.</param>
    /// <param name="area">Only those in this area; empty: all.</param>
    public async Task<Page<Commitment>> CommitmentsAsync(
        IReadOnlyList<string> differences, string area, int size, PagePlace? after, CancellationToken cancelled)
    {
        using var activity = StoreTelemetry.Source.StartActivity("store.read");
        await using var connection = await store.OpenForReadingAsync(cancelled);
        var named = differences.Select((difference, place) => ($"@difference{place:00}", (object?)difference)).ToArray();
        return await Page<Commitment>.ReadAsync(
            connection, size,
            $"""
            SELECT v.body, '', CAST(v.number AS TEXT) FROM public_position v WHERE v.step = 1 AND v.number > @after
            {(named.Length > 0 ? $"AND v.difference IN ({string.Join(", ", named.Select(one => one.Item1))})" : "")} {(area.Length > 0 ? "AND v.area = @area" : "")}
            ORDER BY v.number LIMIT @limit
            """,
            row => Read(row).Commitment, cancelled, [("@after", Number(after)), .. named, .. Only("@area", area)]);
    }

    private static string Body(Caller caller) => caller.IsStaff ? "e.body" : "v.body";

    private static string Source(Caller caller) =>
        caller.IsStaff ? "public_position v JOIN entry e ON e.seq = v.seq WHERE" : "public_position v WHERE";

    private static string Until(DateTimeOffset? known) => known is null ? "" : " AND v.known_at <= @known";

    private static (string Name, object? Value)[] Known(DateTimeOffset? known) => known is { } instant ? [("@known", instant.Text())] : [];

    private static (string Name, object? Value)[] Only(string name, string value) => value.Length > 0 ? [(name, value)] : [];

    private static long Number(PagePlace? after) => after is null ? 0 : long.Parse(after.Name, CultureInfo.InvariantCulture);

    private static Position Read(DbDataReader row) => Position.Parser.ParseFrom(row.Bytes(0));

    private static Position Superseded(Position position)
    {
        position.State = Position.Types.State.Superseded;
        return position;
    }
}

/// <summary>Which positions are asked for; empty filters leave nothing out.</summary>
/// <param name="Known">As they were known at this instant; null: now.</param>
/// <param name="AllRevisions">Whether every revision, or the latest of each.</param>
internal sealed record PositionQuery(string Difference, string Area, DateTimeOffset? Known, bool AllRevisions);
