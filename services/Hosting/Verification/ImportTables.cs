using Google.Protobuf;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Verification;

/// <summary>
/// What stands of each record of a source: its last entry, and verdicts of the inspection it is about. Which of several verdicts
/// stands for which line of the record the log does not tell.
/// </summary>
internal sealed class ImportTables(RecordDatabase database) : ITableCheck
{
    private const int Together = 64;

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
            "SELECT m.source_key FROM import_verdict m LEFT JOIN import_record r ON r.source_key = m.source_key WHERE r.source_key IS NULL LIMIT 1",
            row => $"import_verdict: the record {row[0]} is in no entry");

        var rows = database.Rows($"SELECT source_key, body, inspection FROM import_record ORDER BY source_key LIMIT {Together}");
        while (rows.Count > 0)
        {
            rows.ForEach(MustBeOfOneInspection);
            rows = database.Rows(
                $"SELECT source_key, body, inspection FROM import_record WHERE source_key > @after ORDER BY source_key LIMIT {Together}",
                ("@after", Cell.Text(rows[^1][0], "import_record: a key")));
        }
    }

    private void MustBeOfOneInspection(object[] row)
    {
        var where = $"import_record: the record {row[0]}";
        var record = Parse(Cell.Bytes(row[1], where), where);
        var inspection = Cell.Text(row[2], where);
        if (database.One(
                "SELECT 1 FROM inspection_revision WHERE name = @name AND framework = @framework",
                ("@name", inspection), ("@framework", record.Inspection?.Framework ?? "")) is null)
            throw new BrokenRecordException($"{where} is about an inspection that is in no entry");

        var verdicts = database.Rows(
            """
            SELECT m.key, v.inspection, v.withdrawn FROM import_verdict m LEFT JOIN verdict_revision v ON v.name = m.verdict
              AND v.revision = (SELECT MAX(l.revision) FROM verdict_revision l WHERE l.name = m.verdict)
            WHERE m.source_key = @key
            """,
            ("@key", row[0]));
        foreach (var verdict in verdicts)
        {
            if (!inspection.Equals(verdict[1]))
                throw new BrokenRecordException($"{where}: import_verdict has a verdict that is not of its inspection");
            // A verdict withdrawn by hand stays where it was, also when the source no longer has it.
            if (verdict[2] is not (1L or 1) && !record.Verdicts.Any(one => one.Key.Equals(verdict[0])))
                throw new BrokenRecordException($"{where}: import_verdict has a verdict that the record has not");
        }

        // A line coded by rule has no verdict of its own where one coded by reading stands in its place.
        if (record.Verdicts.FirstOrDefault(one => one.Verdict?.Coding != Verdict.Types.Coding.ByRule && verdicts.All(verdict => !one.Key.Equals(verdict[0]))) is { } missing)
            throw new BrokenRecordException($"{where}: import_verdict has no verdict of its line {missing.Key}");
    }

    private static ImportedRecord Parse(byte[] body, string where)
    {
        try
        {
            return ImportedRecord.Parser.ParseFrom(body);
        }
        catch (InvalidProtocolBufferException)
        {
            throw new BrokenRecordException($"{where} cannot be read");
        }
    }
}
