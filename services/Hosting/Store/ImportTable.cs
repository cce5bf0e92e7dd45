using Google.Protobuf;
using Inspectorates.Hosting.Store.Sqlite;
using Inspectorates.V1;
using Microsoft.Data.Sqlite;

namespace Inspectorates.Hosting.Store;

/// <summary>What stands of each record of a source.</summary>
internal static class ImportTable
{
    public static StoredImport? Find(SqliteConnection connection, string sourceKey) => connection.First(
        "SELECT body, inspection FROM import_record WHERE source_key = $key",
        row => new StoredImport(ImportedRecord.Parser.ParseFrom(row.Bytes(0)), row.GetString(1)), ("$key", sourceKey));

    /// <summary>The keys of all records that begin so.</summary>
    public static List<string> KeysFrom(SqliteConnection connection, string beginning) => connection.Query(
        "SELECT source_key FROM import_record WHERE source_key >= $from AND source_key < $to ORDER BY source_key",
        row => row.GetString(0), ("$from", beginning), ("$to", beginning + "\uffff"));

    /// <summary>The records of all sources about one inspection.</summary>
    public static List<ImportedRecord> OfInspection(SqliteConnection connection, string inspection) => connection.Query(
        "SELECT body FROM import_record WHERE inspection = $inspection ORDER BY source_key",
        row => ImportedRecord.Parser.ParseFrom(row.Bytes(0)), ("$inspection", inspection));

    /// <summary>The names of the verdicts that came of a record, by their key within it.</summary>
    public static Dictionary<string, string> Verdicts(SqliteConnection connection, string sourceKey) => connection.Query(
        "SELECT key, verdict FROM import_verdict WHERE source_key = $key",
        row => (Key: row.GetString(0), Name: row.GetString(1)), ("$key", sourceKey)).ToDictionary(pair => pair.Key, pair => pair.Name);

    public static void Set(SqliteConnection connection, Stamp stamp, ImportedRecord record, string inspection)
    {
        var body = record.ToByteArray();
        EntryLog.Append(connection, stamp, "import", record.SourceKey, 0, body);
        connection.Run(
            """
            INSERT INTO import_record (source_key, inspection, body) VALUES ($key, $inspection, $body)
            ON CONFLICT (source_key) DO UPDATE SET inspection = excluded.inspection, body = excluded.body
            """,
            ("$key", record.SourceKey), ("$inspection", inspection), ("$body", body));
    }

    public static void SetVerdict(SqliteConnection connection, string sourceKey, string key, string verdict) => connection.Run(
        """
        INSERT INTO import_verdict (source_key, key, verdict) VALUES ($source, $key, $verdict)
        ON CONFLICT (source_key, key) DO UPDATE SET verdict = excluded.verdict
        """,
        ("$source", sourceKey), ("$key", key), ("$verdict", verdict));

    /// <summary>The verdict no longer stands for any record of a source.</summary>
    public static void RemoveVerdict(SqliteConnection connection, string verdict) =>
        connection.Run("DELETE FROM import_verdict WHERE verdict = $verdict", ("$verdict", verdict));
}

/// <summary>A record of a source as it stands.</summary>
/// <param name="Record">The record.</param>
/// <param name="Inspection">Name of the inspection it is about.</param>
internal sealed record StoredImport(ImportedRecord Record, string Inspection);
