using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Inspectorates.Hosting;
using Inspectorates.V1;
using Microsoft.Data.Sqlite;

namespace Inspectorates.Conformance.Verification;

/// <summary>A store as the first release left it: its one script, entries of format 1, and no table for the public.</summary>
internal static class OldStore
{
    private const string At = "2026-01-10T09:00:00.0000000Z";
    private const string Day = "2026-01-10";

    /// <summary>Writes a store with a record of a source, an inspection and a verdict of two revisions.</summary>
    public static void Write(string file, Samples samples)
    {
        var empty = file + ".empty";
        Create(empty);
        using var copy = new StoreCopy(empty, file);
        Fill(copy, samples);
        Chain.Rehash(copy, 1);
        File.Delete(empty);
    }

    private static void Create(string file)
    {
        using var stream = typeof(InspectorateHost).Assembly.GetManifestResourceStream("Inspectorates.Hosting.Store.Sqlite.Scripts.0001-record.sql")!;
        using var reader = new StreamReader(stream);
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The program's own script, and the note of the library that ran it.
        command.CommandText = reader.ReadToEnd()
            + """
            CREATE TABLE SchemaVersions (SchemaVersionID INTEGER CONSTRAINT PK_SchemaVersions PRIMARY KEY AUTOINCREMENT NOT NULL, ScriptName TEXT NOT NULL, Applied DATETIME NOT NULL);
            INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('Inspectorates.Hosting.Store.Sqlite.Scripts.0001-record.sql', '2026-01-01 00:00:00');
            """;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static void Fill(StoreCopy copy, Samples samples)
    {
        var record = samples.Record("X02", "2025-03-01", samples.Best, Samples.Source("e", "2025-04-01"));
        Entry(copy, 1, "import", record.SourceKey, 0, record);

        var inspection = record.Inspection.Clone();
        (inspection.Name, inspection.Key, inspection.State) = ($"inspectorates/{samples.Code}/inspections/1", "fiction/X02/2025-03-01", Inspection.Types.State.Published);
        Entry(copy, 2, "inspection", inspection.Name, 1, inspection);
        copy.Run("INSERT INTO change VALUES (2, 1)");
        copy.Run(
            "INSERT INTO inspection_revision VALUES (@0, 1, 2, @1, @2, '2025-03-01', '2025-03-01', '9999-12-31', '2025-03-01', '9999-12-31')",
            inspection.Name, inspection.Key, inspection.Framework);
        copy.Run("INSERT INTO inspection_area VALUES ('X02', @0, 1)", inspection.Name);
        copy.Run("INSERT INTO import_record VALUES (@0, @1, @2)", record.SourceKey, inspection.Name, record.ToByteArray());

        var verdict = samples.Published("X02", "2025-03-01");
        (verdict.Name, verdict.Inspection, verdict.InspectionKey) = ($"inspectorates/{samples.Code}/verdicts/1", inspection.Name, inspection.Key);
        verdict.RecordedAt = Timestamp.FromDateTimeOffset(DateTimeOffset.Parse(At, System.Globalization.CultureInfo.InvariantCulture));
        copy.Run("INSERT INTO import_verdict VALUES (@0, 'first', @1)", record.SourceKey, verdict.Name);
        foreach (var revision in new[] { 1, 2 })
        {
            (verdict.Revision, verdict.Grade.Code) = (revision, revision == 1 ? samples.Best : samples.Worst);
            Entry(copy, 2 + revision, "verdict", verdict.Name, revision, verdict);
            copy.Run("INSERT INTO change VALUES (@0, @1)", 2 + revision, 1 + revision);
            var from = revision == 1 ? "2025-03-01" : Day;
            var until = revision == 1 ? Day : "9999-12-31";
            copy.Run(
                "INSERT INTO verdict_revision VALUES (@0, @1, @2, 0, @3, @4, 0, @5, @6, '2025-03-01', @7, @8, @7, @8)",
                verdict.Name, revision, 2 + revision, verdict.Framework, verdict.Process, verdict.Inspection, verdict.InspectionKey, from, until);
            copy.Run("INSERT INTO verdict_area VALUES ('X02', @0, @1)", verdict.Name, revision);
        }
    }

    private static void Entry(StoreCopy copy, int number, string kind, string name, int revision, IMessage body) => copy.Run(
        "INSERT INTO entry VALUES (@0, @1, @2, @3, @4, @5, 'somebody', 'an issuer', 'inspector', 'a request', x'00', @6)",
        number, kind, name, revision, body.ToByteArray(), At, BitConverter.GetBytes(number));
}
