using System.Globalization;
using Google.Protobuf;
using Inspectorates.Hosting.Records;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Telemetry;
using Inspectorates.Hosting.Trust;

namespace Inspectorates.Hosting.Store;

/// <summary>Reads further records of every kind as a caller may see them: staff all revisions, others what the public has, from its own tables.</summary>
internal sealed class FurtherReader(IStore store)
{
    /// <summary>The latest revision of a record.</summary>
    /// <param name="known">As it was known at this instant; null: now.</param>
    /// <exception cref="RefusalException">There is no such record that the caller may see.</exception>
    public async Task<T> GetAsync<T>(Caller caller, FurtherKind<T> kind, string name, DateTimeOffset? known, CancellationToken cancelled)
        where T : class, IMessage<T>, new()
    {
        using var activity = StoreTelemetry.Source.StartActivity("store.read");
        await using var connection = await store.OpenForReadingAsync(cancelled);
        var view = FurtherView.Of(caller);
        var rows = await connection.QueryAsync(
            $"SELECT {view.Body} FROM {view.Source} WHERE v.name = @name AND v.kind = @kind{Until(known)} ORDER BY v.revision DESC LIMIT 1",
            row => FurtherKind<T>.Read(row.Bytes(0)), cancelled, [("@name", name), ("@kind", kind.Code), .. Known(known)]);
        return rows is [var found] ? found : throw RefusalException.Of(kind.NotFound, "name", $"There is no {kind.Noun} '{Shown.Of(name)}'.");
    }

    /// <summary>Records in the order of their latest revisions, or of all of them.</summary>
    public async Task<Page<T>> ListAsync<T>(
        Caller caller, FurtherKind<T> kind, FurtherQuery query, int size, PagePlace? after, CancellationToken cancelled)
        where T : class, IMessage<T>, new()
    {
        using var activity = StoreTelemetry.Source.StartActivity("store.read");
        await using var connection = await store.OpenForReadingAsync(cancelled);
        var view = FurtherView.Of(caller);
        var parameters = new List<(string, object?)> { ("@kind", kind.Code), ("@after", Place(after)) };
        parameters.AddRange(Known(query.Known));
        var filters = query.Keys.Select((key, place) => view.With(key, place, parameters)).ToList();
        var latest = $"NOT EXISTS (SELECT 1 FROM {view.Table} w WHERE w.name = v.name AND w.revision > v.revision{(query.Known is null ? "" : " AND w.known_at <= @known")})";
        return await Page<T>.ReadAsync(
            connection, size,
            $"""
            SELECT {view.Body}, '', CAST({view.Number} AS TEXT) FROM {view.Source}
            WHERE v.kind = @kind AND {view.Number} > @after{Until(query.Known)}{(query.AllRevisions ? "" : $" AND {latest}")}{string.Concat(filters)}
            ORDER BY {view.Number} LIMIT @limit
            """,
            row => FurtherKind<T>.Read(row.Bytes(0)), cancelled, [.. parameters]);
    }

    private static string Until(DateTimeOffset? known) => known is null ? "" : " AND v.known_at <= @known";

    private static (string Name, object? Value)[] Known(DateTimeOffset? known) => known is { } instant ? [("@known", instant.Text())] : [];

    private static long Place(PagePlace? after) => after is null ? 0 : long.Parse(after.Name, CultureInfo.InvariantCulture);
}

/// <summary>Which records are asked for.</summary>
/// <param name="Keys">Only revisions that have each of these keys, with one of its values. Empty: all.</param>
/// <param name="Known">As they were known at this instant; null: now.</param>
/// <param name="AllRevisions">Whether every revision, or the latest of each.</param>
internal sealed record FurtherQuery(IReadOnlyList<FurtherKey> Keys, DateTimeOffset? Known = null, bool AllRevisions = false);

/// <summary>A key to look for.</summary>
/// <param name="Key">The key.</param>
/// <param name="Values">The values, any of which will do.</param>
internal sealed record FurtherKey(string Key, IReadOnlyList<string> Values);

/// <summary>The tables a caller is answered from, with the order they are numbered in.</summary>
internal sealed record FurtherView(string Table, string KeyTable, string Source, string Body, string Number)
{
    private static readonly FurtherView Public =
        new("public_further_record", "public_further_key", "public_further_record v", "v.body", "v.number");

    private static readonly FurtherView Staff =
        new("further_record", "further_key", "further_record v JOIN entry e ON e.seq = v.seq", "e.body", "v.seq");

    public static FurtherView Of(Caller caller) => caller.IsStaff ? Staff : Public;

    /// <summary>The condition that a revision has a key.</summary>
    /// <param name="place">Its place among the conditions.</param>
    /// <param name="parameters">Gets what the condition needs.</param>
    public string With(FurtherKey key, int place, List<(string, object?)> parameters)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"@key{place:00}");
        var values = key.Values.Select((value, number) => (string.Create(CultureInfo.InvariantCulture, $"{name}value{number:000}"), (object?)value)).ToList();
        parameters.Add((name, key.Key));
        parameters.AddRange(values);
        return $" AND (v.name, v.revision) IN (SELECT k.name, k.revision FROM {KeyTable} k WHERE k.kind = @kind AND k.key = {name}"
            + $" AND k.value IN ({string.Join(", ", values.Select(value => value.Item1))}))";
    }
}
