using System.Data.Common;
using System.Globalization;
using Inspectorates.Hosting.Evidencing;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Telemetry;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Store;

/// <summary>Reads verdicts as a caller may see them.</summary>
internal sealed class VerdictReader(IStore store, ShownEvidence shown)
{
    /// <summary>The latest revision the caller may see.</summary>
    /// <param name="known">Or could have known at this instant; null: now.</param>
    /// <exception cref="RefusalException">There is none.</exception>
    public async Task<Verdict> GetAsync(Caller caller, string name, DateTimeOffset? known, CancellationToken cancelled)
    {
        var views = Views.Of(caller);
        return await RecordReader.GetAsync(store, views, views.Verdicts, name, known, row => Read(row, caller), cancelled) ?? throw NotFound(name);
    }

    /// <summary>Every revision the caller may see, oldest first.</summary>
    public async Task<Page<Verdict>> RevisionsAsync(
        Caller caller, string name, DateTimeOffset? known, int size, PagePlace? after, CancellationToken cancelled)
    {
        var views = Views.Of(caller);
        var page = await RecordReader.RevisionsAsync(
            store, views, views.Verdicts, name, known, size, after, (row, isOlder) => isOlder ? Superseded(Read(row, caller)) : Read(row, caller), cancelled);
        return page.Records.Count > 0 || after is not null ? page : throw NotFound(name);
    }

    /// <summary>Verdicts as they were public by the end of a day, newest publication first.</summary>
    public Task<Page<Verdict>> ListAsync(Caller caller, VerdictQuery query, int size, PagePlace? after, CancellationToken cancelled)
    {
        var (views, filter, parameters) = (Views.Of(caller), "", new List<(string, object?)>());
        if (!query.IncludeWithdrawn)
            filter += " AND v.withdrawn = 0";
        Only("process", query.Process);
        Only("framework", query.Framework);
        Only("inspection", query.Inspection);
        return RecordReader.ListAsync(store, views, views.Verdicts, query.Which, filter, [.. parameters], size, after, row => Read(row, caller), cancelled);

        void Only(string column, string value)
        {
            if (value.Length == 0)
                return;
            filter += $" AND v.{column} = @{column}";
            parameters.Add(($"@{column}", value));
        }
    }

    /// <summary>
    /// The earlier revisions that the public saw and that a later one had replaced by then, the last to become public first. The same
    /// for everybody: what staff or a joint reader see besides was never public.
    /// </summary>
    public async Task<Page<Verdict>> SupersededAsync(VerdictQuery query, int size, PagePlace? after, CancellationToken cancelled)
    {
        using var activity = StoreTelemetry.Source.StartActivity("store.read");
        await using var connection = await store.OpenForReadingAsync(cancelled);
        var (which, byArea, byThen) = (query.Which, query.Which.Area.Length > 0, query.Which.Known is null ? "" : " AND w.known_at <= @known");
        return await Page<Verdict>.ReadAsync(
            connection, size,
            $"""
            SELECT v.body, '', CAST(v.position AS TEXT) FROM {View.PublicVerdicts.Source(byArea)} WHERE {View.PublicVerdicts.Joined(byArea)}
            AND v.withdrawn = 0 AND v.position < @before AND EXISTS (
              SELECT 1 FROM public_verdict w WHERE w.name = v.name AND w.revision > v.revision AND w.counts_from <= @day{byThen})
            {(query.Process.Length > 0 ? "AND v.process = @process" : "")} {(query.Framework.Length > 0 ? "AND v.framework = @framework" : "")}
            {(query.Inspection.Length > 0 ? "AND v.inspection = @inspection" : "")}
            ORDER BY v.position DESC LIMIT @limit
            """,
            row => Superseded(Read(row, Caller.Anonymous)), cancelled,
            [
                ("@before", after is null ? long.MaxValue : long.Parse(after.Name, CultureInfo.InvariantCulture)), ("@day", which.Day.Iso()),
                .. which.Known is { } known ? [("@known", (object?)known.Text())] : Array.Empty<(string, object?)>(),
                .. Only("@area", which.Area), .. Only("@process", query.Process), .. Only("@framework", query.Framework),
                .. Only("@inspection", query.Inspection),
            ]);

        static (string, object?)[] Only(string name, string value) => value.Length > 0 ? [(name, value)] : [];
    }

    private Verdict Read(DbDataReader row, Caller caller) => shown.To(caller, Verdict.Parser.ParseFrom(row.Bytes(0)));

    // Steps before publication keep the state they had.
    private static Verdict Superseded(Verdict verdict)
    {
        if (verdict.State == Verdict.Types.State.Published)
            verdict.State = Verdict.Types.State.Superseded;
        return verdict;
    }

    private static RefusalException NotFound(string name) =>
        RefusalException.Of(ErrorReason.VerdictNotFound, "name", $"There is no verdict '{Records.Shown.Of(name)}' that you may see.");
}

/// <summary>Which verdicts are asked for; empty filters leave nothing out.</summary>
internal sealed record VerdictQuery(ListQuery Which, string Process, string Framework, string Inspection, bool IncludeWithdrawn);
