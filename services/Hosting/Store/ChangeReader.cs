using System.Data.Common;
using Inspectorates.Hosting.Telemetry;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Store;

/// <summary>Reads what became visible to a caller, in order.</summary>
internal sealed class ChangeReader(IStore store)
{
    /// <summary>Changes after a place: a position of the public's own sequence, or for others the entry's.</summary>
    public async Task<IReadOnlyList<(long Place, Change Change)>> AfterAsync(Caller caller, long place, int size, CancellationToken cancelled)
    {
        using var activity = StoreTelemetry.Source.StartActivity("store.read");
        await using var connection = await store.OpenForReadingAsync(cancelled);
        return await connection.QueryAsync(
            Of(caller, " > @place") + " ORDER BY 1 LIMIT @limit",
            row => (row.GetInt64(0), Read(row)), cancelled, [.. Views.Of(caller).Parameters, ("@place", place), ("@limit", size)]);
    }

    /// <summary>The place of the last change the caller may see; 0: there is none.</summary>
    public async Task<long> LastAsync(Caller caller, CancellationToken cancelled)
    {
        await using var connection = await store.OpenForReadingAsync(cancelled);
        return await connection.NumberAsync(Of(caller, " > 0") + " ORDER BY 1 DESC LIMIT 1", cancelled, Views.Of(caller).Parameters);
    }

    private static string Of(Caller caller, string after)
    {
        if (caller.IsStaff)
            return $"SELECT seq, kind, body FROM entry WHERE kind IN ('verdict', 'inspection') AND seq{after}";
        var views = Views.Of(caller);
        var place = caller.Grants.Count == 0 ? "position" : "seq";
        return string.Join(" UNION ALL ", views.Verdicts.Select(view => Of(view, "verdict")).Concat(views.Inspections.Select(view => Of(view, "inspection"))));

        string Of(View view, string kind) =>
            $"SELECT v.{place}, '{kind}', {view.Body} FROM {view.Source(byArea: false)} WHERE {view.Joined(byArea: false)} AND v.{place}{after}";
    }

    private static (string Kind, byte[] Body) Cells(DbDataReader row) => (row.GetString(1), row.Bytes(2));

    private static Change Read(DbDataReader row) => Cells(row) switch
    {
        (EntryKinds.Verdict, var body) => new Change { Verdict = Verdict.Parser.ParseFrom(body) },
        var (_, body) => new Change { Inspection = Inspection.Parser.ParseFrom(body) },
    };
}
