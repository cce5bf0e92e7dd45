namespace Inspectorates.Hosting.Verification;

/// <summary>What stands of each record of a source: its last entry.</summary>
internal sealed class ImportTables(RecordDatabase database) : ITableCheck
{
    public void Entry(LoggedEntry entry)
    {
    }

    public void End()
    {
        database.MustBeNone(
            """
            SELECT r.source_key FROM import_record r
            LEFT JOIN (SELECT name, MAX(seq) AS seq FROM entry WHERE kind = 'import' GROUP BY name) l ON l.name = r.source_key
            LEFT JOIN entry e ON e.seq = l.seq
            WHERE e.seq IS NULL OR e.body <> r.body LIMIT 1
            """,
            row => $"import_record: the record {row[0]} is not the last entry of it");
        database.MustBeNone(
            """
            SELECT e.seq FROM entry e LEFT JOIN import_record r ON r.source_key = e.name
            WHERE e.kind = 'import' AND r.source_key IS NULL ORDER BY e.seq LIMIT 1
            """,
            row => $"entry {row[0]}: import_record has no row of it");
        database.MustBeNone(
            """
            SELECT r.source_key FROM import_record r
            LEFT JOIN inspection_revision i ON i.name = r.inspection AND i.revision = 1 WHERE i.name IS NULL LIMIT 1
            """,
            row => $"import_record: the record {row[0]} is about an inspection that is in no entry");
        database.MustBeNone(
            """
            SELECT m.source_key FROM import_verdict m
            LEFT JOIN verdict_revision v ON v.name = m.verdict AND v.revision = 1
            LEFT JOIN import_record r ON r.source_key = m.source_key WHERE v.name IS NULL OR r.source_key IS NULL LIMIT 1
            """,
            row => $"import_verdict: the record {row[0]} has a verdict that is in no entry");
    }
}
