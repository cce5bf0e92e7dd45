using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store.Sqlite;
using Inspectorates.Hosting.Telemetry;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;
using Microsoft.Data.Sqlite;

namespace Inspectorates.Hosting.Store;

/// <summary>Reads inspections as a caller may see them.</summary>
internal sealed class InspectionReader(SqliteStore store)
{
    /// <summary>The latest revision the caller may see.</summary>
    /// <exception cref="RefusalException">There is none.</exception>
    public Inspection Get(Caller caller, string name)
    {
        using var activity = StoreTelemetry.Source.StartActivity("store.read");
        var (_, until) = Views.Columns(caller);
        using var connection = store.OpenForReading();
        return connection.First(
            $"SELECT e.body FROM inspection_revision v JOIN entry e ON e.seq = v.seq WHERE v.name = $name AND v.{until} = $open",
            Read, ("$name", name), ("$open", Days.Open))
            ?? throw RefusalException.Of(ErrorReason.InspectionNotFound, "name", $"There is no inspection '{Records.Shown.Of(name)}' that you may see.");
    }

    /// <summary>Inspections as they were public by the end of a day, newest fieldwork first.</summary>
    public Page<Inspection> List(Caller caller, InspectionQuery query, int size, PagePlace? after)
    {
        using var activity = StoreTelemetry.Source.StartActivity("store.read");
        var (from, until) = Views.Columns(caller);
        var source = query.Area.Length > 0
            ? "inspection_area a CROSS JOIN inspection_revision v ON v.name = a.name AND v.revision = a.revision AND a.area = $area"
            : "inspection_revision v";
        using var connection = store.OpenForReading();
        return Page<Inspection>.Read(connection, size,
            $"""
            SELECT e.body, v.sort_day, v.name FROM {source} CROSS JOIN entry e ON e.seq = v.seq
            WHERE v.{from} <= $day AND v.{until} > $day
              AND ($framework = '' OR v.framework = $framework)
              AND ($after_day IS NULL OR (v.sort_day, v.name) < ($after_day, $after_name))
            ORDER BY v.sort_day DESC, v.name DESC LIMIT $limit
            """,
            Read,
            ("$area", query.Area), ("$day", query.Day.Iso()), ("$framework", query.Framework),
            ("$after_day", after?.Day), ("$after_name", after?.Name));
    }

    private static Inspection Read(SqliteDataReader row) => Inspection.Parser.ParseFrom(row.Bytes(0));
}

/// <summary>Which inspections are asked for; empty filters leave nothing out.</summary>
internal sealed record InspectionQuery(string Area, string Framework, DateOnly Day);
