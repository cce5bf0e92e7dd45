using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store.Sqlite;
using Inspectorates.Hosting.Telemetry;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;
using Microsoft.Data.Sqlite;

namespace Inspectorates.Hosting.Store;

/// <summary>Reads verdicts as a caller may see them.</summary>
internal sealed class VerdictReader(SqliteStore store)
{
    /// <summary>The latest revision the caller may see.</summary>
    /// <exception cref="RefusalException">There is none.</exception>
    public Verdict Get(Caller caller, string name)
    {
        using var activity = StoreTelemetry.Source.StartActivity("store.read");
        var (_, until) = Views.Columns(caller);
        using var connection = store.OpenForReading();
        return connection.First(
            $"SELECT e.body FROM verdict_revision v JOIN entry e ON e.seq = v.seq WHERE v.name = $name AND v.{until} = $open",
            Read, ("$name", name), ("$open", Days.Open)) ?? throw NotFound(name);
    }

    /// <summary>Every revision the caller may see, oldest first.</summary>
    public Page<Verdict> Revisions(Caller caller, string name, int size, PagePlace? after)
    {
        using var activity = StoreTelemetry.Source.StartActivity("store.read");
        var (from, until) = Views.Columns(caller);
        using var connection = store.OpenForReading();
        var page = Page<Verdict>.Read(connection, size,
            $"""
            SELECT e.body, '', CAST(v.revision AS TEXT), v.{until} <> $open FROM verdict_revision v JOIN entry e ON e.seq = v.seq
            WHERE v.name = $name AND v.{from} IS NOT NULL AND v.revision > $after
            ORDER BY v.revision LIMIT $limit
            """,
            row => row.GetInt64(3) == 1 ? Superseded(Read(row)) : Read(row),
            ("$name", name), ("$open", Days.Open), ("$after", after is null ? 0 : int.Parse(after.Name, System.Globalization.CultureInfo.InvariantCulture)));
        return page.Records.Count > 0 || after is not null ? page : throw NotFound(name);
    }

    /// <summary>Verdicts as they were public by the end of a day, newest publication first.</summary>
    public Page<Verdict> List(Caller caller, VerdictQuery query, int size, PagePlace? after)
    {
        using var activity = StoreTelemetry.Source.StartActivity("store.read");
        var (from, until) = Views.Columns(caller);
        // The area is looked up first: it leaves a few dozen rows, where anything else leaves thousands.
        var source = query.Area.Length > 0
            ? "verdict_area a CROSS JOIN verdict_revision v ON v.name = a.name AND v.revision = a.revision AND a.area = $area"
            : "verdict_revision v";
        using var connection = store.OpenForReading();
        return Page<Verdict>.Read(connection, size,
            $"""
            SELECT e.body, v.sort_day, v.name FROM {source} CROSS JOIN entry e ON e.seq = v.seq
            WHERE v.{from} <= $day AND v.{until} > $day
              AND ($withdrawn OR v.withdrawn = 0)
              AND ($process = '' OR v.process = $process)
              AND ($framework = '' OR v.framework = $framework)
              AND ($inspection = '' OR v.inspection = $inspection)
              AND ($after_day IS NULL OR (v.sort_day, v.name) < ($after_day, $after_name))
            ORDER BY v.sort_day DESC, v.name DESC LIMIT $limit
            """,
            Read,
            ("$area", query.Area), ("$day", query.Day.Iso()), ("$withdrawn", query.IncludeWithdrawn), ("$process", query.Process),
            ("$framework", query.Framework), ("$inspection", query.Inspection), ("$after_day", after?.Day), ("$after_name", after?.Name));
    }

    private static Verdict Read(SqliteDataReader row) => Verdict.Parser.ParseFrom(row.Bytes(0));

    private static Verdict Superseded(Verdict verdict)
    {
        verdict.State = Verdict.Types.State.Superseded;
        return verdict;
    }

    private static RefusalException NotFound(string name) =>
        RefusalException.Of(ErrorReason.VerdictNotFound, "name", $"There is no verdict '{Records.Shown.Of(name)}' that you may see.");
}

/// <summary>Which verdicts are asked for; empty filters leave nothing out.</summary>
internal sealed record VerdictQuery(string Area, string Process, string Framework, string Inspection, DateOnly Day, bool IncludeWithdrawn);
