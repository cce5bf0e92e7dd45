using Google.Protobuf;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Store;

/// <summary>What stands of each record of a source.</summary>
internal sealed class ImportTable(EntryLog log)
{
    public static StoredImport? Find(WriteSession session, string sourceKey) => session.First(
        "SELECT body, inspection FROM import_record WHERE source_key = @key",
        row => new StoredImport(ImportedRecord.Parser.ParseFrom(row.Bytes(0)), row.GetString(1)), ("@key", sourceKey));

    /// <summary>The keys of all records that begin so.</summary>
    public static List<string> KeysFrom(WriteSession session, string beginning) => session.Query(
        "SELECT source_key FROM import_record WHERE source_key >= @from AND source_key < @to ORDER BY source_key",
        row => row.GetString(0), ("@from", beginning), ("@to", beginning + "\uffff"));

    /// <summary>The records of all sources about one inspection.</summary>
    public static List<ImportedRecord> OfInspection(WriteSession session, string inspection) => session.Query(
        "SELECT body FROM import_record WHERE inspection = @inspection ORDER BY source_key",
        row => ImportedRecord.Parser.ParseFrom(row.Bytes(0)), ("@inspection", inspection));

    /// <summary>The names of the verdicts that came of a record, by their key within it.</summary>
    public static Dictionary<string, string> Verdicts(WriteSession session, string sourceKey) => session.Query(
        "SELECT key, verdict FROM import_verdict WHERE source_key = @key",
        row => (Key: row.GetString(0), Name: row.GetString(1)), ("@key", sourceKey)).ToDictionary(pair => pair.Key, pair => pair.Name);

    public void Set(WriteSession session, Stamp stamp, ImportedRecord record, string inspection)
    {
        var body = record.ToByteArray();
        log.Append(session, stamp, EntryKinds.Import, record.SourceKey, 0, body);
        session.Run(
            """
            INSERT INTO import_record (source_key, inspection, body) VALUES (@key, @inspection, @body)
            ON CONFLICT (source_key) DO UPDATE SET inspection = excluded.inspection, body = excluded.body
            """,
            ("@key", record.SourceKey), ("@inspection", inspection), ("@body", body));
    }

    public static void SetVerdict(WriteSession session, string sourceKey, string key, string verdict) => session.Run(
        """
        INSERT INTO import_verdict (source_key, key, verdict) VALUES (@source, @key, @verdict)
        ON CONFLICT (source_key, key) DO UPDATE SET verdict = excluded.verdict
        """,
        ("@source", sourceKey), ("@key", key), ("@verdict", verdict));

    /// <summary>The verdict no longer stands for any record of a source.</summary>
    public static void RemoveVerdict(WriteSession session, string verdict) =>
        session.Run("DELETE FROM import_verdict WHERE verdict = @verdict", ("@verdict", verdict));
}

/// <summary>A record of a source as it stands.</summary>
/// <param name="Record">The record.</param>
/// <param name="Inspection">Name of the inspection it is about.</param>
internal sealed record StoredImport(ImportedRecord Record, string Inspection);
