using System.Data.Common;
using System.Globalization;
using Google.Protobuf;
using Inspectorates.Hosting.Telemetry;

namespace Inspectorates.Hosting.Store;

/// <summary>Reads revisions as a caller may see them: the same for verdicts and inspections.</summary>
internal static class RecordReader
{
    /// <summary>The latest revision the caller may see, or could have known at an instant; null: there is none.</summary>
    public static async Task<T?> GetAsync<T>(
        IStore store, Views views, IReadOnlyList<View> tables, string name, DateTimeOffset? known, Func<DbDataReader, T> read, CancellationToken cancelled)
        where T : class
    {
        using var activity = StoreTelemetry.Source.StartActivity("store.read");
        await using var connection = await store.OpenForReadingAsync(cancelled);
        var sql = string.Join(" UNION ALL ", tables.Select((view, place) =>
            $"""
            SELECT {view.Body}, {place}, v.revision FROM {view.Source(byArea: false)}
            WHERE {view.Joined(byArea: false)} AND v.name = @name{(known is null ? "" : $" AND {view.KnownAt} <= @known")}
            """));
        var rows = await connection.QueryAsync(
            sql + " ORDER BY 2 DESC, 3 DESC LIMIT 1", read, cancelled, [.. views.Parameters, ("@name", name), .. Known(known)]);
        return rows is [var first] ? first : null;
    }

    /// <summary>A page of revisions that count on a day, newest first.</summary>
    /// <param name="tables">Where they are read.</param>
    /// <param name="filter">Conditions on <c>v</c>; empty: none.</param>
    /// <param name="parameters">What the conditions need.</param>
    public static async Task<Page<T>> ListAsync<T>(
        IStore store, Views views, IReadOnlyList<View> tables, ListQuery query, string filter, (string Name, object? Value)[] parameters,
        int size, PagePlace? after, Func<DbDataReader, T> read, CancellationToken cancelled)
        where T : IMessage
    {
        using var activity = StoreTelemetry.Source.StartActivity("store.read");
        await using var connection = await store.OpenForReadingAsync(cancelled);
        var byArea = query.Area.Length > 0;
        var sql = string.Join(" UNION ALL ", tables.Select(view =>
            $"""
            SELECT {view.Body}, v.sort_day, v.name FROM {view.Source(byArea)}
            WHERE {view.Joined(byArea)} AND {(query.Known is null ? view.Counts : view.CountedThen)}{filter}
            {(after is null ? "" : "AND (v.sort_day, v.name) < (@after_day, @after_name)")}
            """));
        return await Page<T>.ReadAsync(
            connection, size, sql + " ORDER BY 2 DESC, 3 DESC LIMIT @limit", read, cancelled,
            [
                .. views.Parameters, ("@day", query.Day.Iso()), .. Known(query.Known), .. parameters,
                .. byArea ? [("@area", (object?)query.Area)] : Array.Empty<(string, object?)>(),
                .. after is null ? [] : new (string, object?)[] { ("@after_day", after.Day), ("@after_name", after.Name) },
            ]);
    }

    /// <summary>A page of the revisions of one name, oldest first.</summary>
    /// <param name="read">Reads a revision; given whether a later one is there.</param>
    public static async Task<Page<T>> RevisionsAsync<T>(
        IStore store, Views views, IReadOnlyList<View> tables, string name, DateTimeOffset? known, int size, PagePlace? after,
        Func<DbDataReader, bool, T> read, CancellationToken cancelled)
        where T : IMessage
    {
        using var activity = StoreTelemetry.Source.StartActivity("store.read");
        await using var connection = await store.OpenForReadingAsync(cancelled);
        var sql = string.Join(" UNION ALL ", tables.Select(view =>
            $"""
            SELECT {view.Body}, '', CAST(v.revision AS TEXT), v.revision,
              CASE WHEN EXISTS (SELECT 1 FROM {view.Later}{(known is null ? "" : $" AND {View.OfLater(view.KnownAt)} <= @known")}) THEN 1 ELSE 0 END
            FROM {view.Source(byArea: false)}
            WHERE {view.Joined(byArea: false)} AND v.name = @name AND v.revision > @after{(known is null ? "" : $" AND {view.KnownAt} <= @known")}
            """));
        return await Page<T>.ReadAsync(
            connection, size, sql + " ORDER BY 4 LIMIT @limit", row => read(row, row.GetInt64(4) == 1), cancelled,
            [.. views.Parameters, ("@name", name), ("@after", after is null ? 0L : long.Parse(after.Name, CultureInfo.InvariantCulture)), .. Known(known)]);
    }

    private static (string Name, object? Value)[] Known(DateTimeOffset? known) => known is { } instant ? [("@known", instant.Text())] : [];
}

/// <summary>Which part of the record is read, and as of when.</summary>
/// <param name="Area">DfE code; empty: all areas.</param>
/// <param name="Day">What counts on this day.</param>
/// <param name="Known">As the record was at this instant; null: as it is.</param>
internal sealed record ListQuery(string Area, DateOnly Day, DateTimeOffset? Known);
