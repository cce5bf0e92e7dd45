using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Inspectorates.Hosting.Store.Sqlite;
using Inspectorates.V1;
using Microsoft.Data.Sqlite;

namespace Inspectorates.Hosting.Store;

/// <summary>Verdicts as the writer sees and appends them.</summary>
internal static class VerdictTable
{
    private const string Latest =
        "SELECT e.body FROM verdict_revision v JOIN entry e ON e.seq = v.seq WHERE v.staff_until = '9999-12-31' ";

    /// <summary>The latest revision, whoever may see it; null: no such verdict.</summary>
    public static Verdict? Find(SqliteConnection connection, string name) => connection.First(
        "SELECT e.body FROM verdict_revision v JOIN entry e ON e.seq = v.seq WHERE v.name = $name ORDER BY v.revision DESC LIMIT 1",
        row => Verdict.Parser.ParseFrom(row.Bytes(0)), ("$name", name));

    /// <summary>The latest revisions of an inspection's verdicts, withdrawn ones left out.</summary>
    public static List<Verdict> OfInspection(SqliteConnection connection, string inspection) => connection.Query(
        Latest + "AND v.inspection = $inspection AND v.withdrawn = 0 ORDER BY v.name",
        row => Verdict.Parser.ParseFrom(row.Bytes(0)), ("$inspection", inspection));

    /// <summary>The standing verdicts of one coding on a process of an inspection.</summary>
    public static List<Verdict> OfProcess(SqliteConnection connection, string inspectionKey, string process, Verdict.Types.Coding coding) =>
        connection.Query(
            Latest + "AND v.inspection_key = $key AND v.process = $process AND v.coding = $coding AND v.withdrawn = 0 ORDER BY v.name",
            row => Verdict.Parser.ParseFrom(row.Bytes(0)), ("$key", inspectionKey), ("$process", process), ("$coding", (int)coding));

    /// <summary>Whether the public has ever seen the verdict.</summary>
    public static bool WasPublic(SqliteConnection connection, string name) => connection.Number(
        "SELECT EXISTS (SELECT 1 FROM verdict_revision WHERE name = $name AND public_from IS NOT NULL)", ("$name", name)) == 1;

    /// <summary>Appends a revision; fills what only the service sets.</summary>
    /// <param name="verdict">The verdict; its name is kept, empty: a new one. Changed in place and returned.</param>
    /// <param name="counts">From which day it counts when the past is read.</param>
    public static Verdict Append(SqliteConnection connection, Stamp stamp, Verdict verdict, int revision, DateOnly counts)
    {
        verdict.Revision = revision;
        verdict.RecordedAt = Timestamp.FromDateTimeOffset(stamp.At);
        verdict.Etag = "";
        verdict.Etag = Etags.Of(verdict);
        var withdrawn = verdict.State == Verdict.Types.State.Withdrawn;
        var isPublic = verdict.State == Verdict.Types.State.Published || (withdrawn && WasPublic(connection, verdict.Name));

        var seq = EntryLog.Append(connection, stamp, "verdict", verdict.Name, revision, verdict.ToByteArray());
        ChangeTable.Append(connection, seq, isPublic);
        var span = Visibility.Of(counts, stamp.Today, isPublic);
        span.EndOlder(connection, "verdict_revision", verdict.Name);
        connection.Run(
            """
            INSERT INTO verdict_revision (name, revision, seq, withdrawn, framework, process, coding, inspection, inspection_key,
              sort_day, public_from, public_until, staff_from, staff_until)
            VALUES ($name, $revision, $seq, $withdrawn, $framework, $process, $coding, $inspection, $key,
              $sort, $public_from, $public_until, $staff_from, $staff_until)
            """,
            ("$name", verdict.Name), ("$revision", revision), ("$seq", seq), ("$withdrawn", withdrawn ? 1 : 0),
            ("$framework", verdict.Framework), ("$process", verdict.Process), ("$coding", (int)verdict.Coding),
            ("$inspection", verdict.Inspection), ("$key", verdict.InspectionKey),
            ("$sort", PublicDays.OfFirst(verdict, stamp.Today).Iso()),
            ("$public_from", span.PublicFrom), ("$public_until", span.PublicUntil),
            ("$staff_from", span.StaffFrom), ("$staff_until", Days.Open));
        foreach (var area in verdict.Footprint.Areas)
            connection.Run(
                "INSERT INTO verdict_area (area, name, revision) VALUES ($area, $name, $revision)",
                ("$area", area), ("$name", verdict.Name), ("$revision", revision));
        return verdict;
    }
}
