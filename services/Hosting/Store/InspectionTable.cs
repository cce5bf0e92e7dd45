using Google.Protobuf;
using Inspectorates.Hosting.Store.Sqlite;
using Inspectorates.V1;
using Microsoft.Data.Sqlite;

namespace Inspectorates.Hosting.Store;

/// <summary>Inspections as the writer sees and appends them.</summary>
internal static class InspectionTable
{
    /// <summary>The latest revision with its number; null: no such inspection.</summary>
    public static StoredInspection? Find(SqliteConnection connection, string name) => connection.First(
        """
        SELECT e.body, v.revision, v.staff_from FROM inspection_revision v JOIN entry e ON e.seq = v.seq
        WHERE v.name = $name ORDER BY v.revision DESC LIMIT 1
        """,
        row => new StoredInspection(Inspection.Parser.ParseFrom(row.Bytes(0)), row.GetInt32(1), Days.Parse(row.GetString(2))!.Value), ("$name", name));

    /// <summary>The name of the inspection with a key; null: none.</summary>
    public static string? NameOf(SqliteConnection connection, string key) => connection.First(
        "SELECT name FROM inspection_revision WHERE key = $key ORDER BY seq LIMIT 1", row => row.GetString(0), ("$key", key));

    /// <summary>Appends a revision; fills what only the service sets.</summary>
    public static Inspection Append(SqliteConnection connection, Stamp stamp, Inspection inspection, int revision, DateOnly counts)
    {
        inspection.Etag = "";
        inspection.Etag = Etags.Of(inspection);
        var isPublic = inspection.State == Inspection.Types.State.Published;

        var seq = EntryLog.Append(connection, stamp, "inspection", inspection.Name, revision, inspection.ToByteArray());
        ChangeTable.Append(connection, seq, isPublic);
        var span = Visibility.Of(counts, stamp.Today, isPublic);
        span.EndOlder(connection, "inspection_revision", inspection.Name);
        connection.Run(
            """
            INSERT INTO inspection_revision (name, revision, seq, key, framework, sort_day, public_from, public_until, staff_from, staff_until)
            VALUES ($name, $revision, $seq, $key, $framework, $sort, $public_from, $public_until, $staff_from, $staff_until)
            """,
            ("$name", inspection.Name), ("$revision", revision), ("$seq", seq), ("$key", inspection.Key),
            ("$framework", inspection.Framework), ("$sort", SortDay(inspection)),
            ("$public_from", span.PublicFrom), ("$public_until", span.PublicUntil),
            ("$staff_from", span.StaffFrom), ("$staff_until", Days.Open));
        foreach (var area in inspection.Footprint.Areas)
            connection.Run(
                "INSERT INTO inspection_area (area, name, revision) VALUES ($area, $name, $revision)",
                ("$area", area), ("$name", inspection.Name), ("$revision", revision));
        return inspection;
    }

    private static string SortDay(Inspection inspection) =>
        new[] { inspection.Fieldwork?.Start, inspection.Fieldwork?.End, inspection.PublishedOn }
            .FirstOrDefault(day => !string.IsNullOrEmpty(day)) ?? "";
}

/// <summary>An inspection as stored.</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Revision">Which revision of it, from 1.</param>
/// <param name="From">From which day that revision counts.</param>
internal sealed record StoredInspection(Inspection Inspection, int Revision, DateOnly From);
