using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;

namespace Inspectorates.Hosting.Store.Postgres;

/// <summary>
/// A store's tables as they are at one moment, in one archive, and a store made from it: each table in PostgreSQL's own binary
/// copy format, read in one snapshot, so that the programs need no tools of the server beside them.
/// </summary>
internal static class PostgresCopy
{
    private const string Manifest = "manifest.json";
    private const string Journal = "schemaversions";

    /// <summary>A table that is there while a restore into the database has begun and not ended.</summary>
    public const string Unfinished = "restore_unfinished";

    /// <returns>How many entries the copy holds.</returns>
    public static async Task<long> WriteAsync(string connectionString, string path, CancellationToken cancelled)
    {
        await using var connection = await OpenAsync(connectionString, cancelled);
        await RunAsync(connection, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", cancelled);
        var tables = await connection.QueryAsync(
            """
            SELECT table_name, string_agg(column_name, ',' ORDER BY ordinal_position) FROM information_schema.columns
            WHERE table_schema = current_schema() GROUP BY table_name ORDER BY table_name
            """,
            row => new CopiedTable(row.GetString(0), row.GetString(1).Split(',')), cancelled);
        if (tables.TrueForAll(table => table.Name != "entry"))
            throw new InvalidDataException("There is no store in this database.");
        if (tables.Exists(table => table.Name == Unfinished))
            throw new InvalidDataException("A restore into this database was not finished: there is nothing whole to copy.");
        var entries = await connection.NumberAsync("SELECT COUNT(*) FROM entry", cancelled);
        var scripts = await connection.QueryAsync($"SELECT scriptname FROM {Journal} ORDER BY 1", row => row.GetString(0), cancelled);

        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
        await using (var archive = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, null, cancelled))
        {
            await using (var manifest = await archive.CreateEntry(Manifest).OpenAsync(cancelled))
                await JsonSerializer.SerializeAsync(manifest, new CopyManifest(entries, scripts, tables), cancellationToken: cancelled);
            foreach (var table in tables)
            {
                await using var part = await archive.CreateEntry(table.Name, CompressionLevel.Fastest).OpenAsync(cancelled);
                await using var rows = await connection.BeginRawBinaryCopyAsync($"COPY {table.Statement} TO STDOUT (FORMAT BINARY)", cancelled);
                await rows.CopyToAsync(part, cancelled);
            }
        }

        file.Flush(flushToDisk: true);
        return entries;
    }

    /// <returns>How many entries the store holds.</returns>
    /// <exception cref="StoreTakenException">There is a store already that holds something.</exception>
    /// <exception cref="InvalidDataException">The file is no backup of a store, or none this program can read.</exception>
    public static async Task<long> ReadAsync(string path, string connectionString, CancellationToken cancelled)
    {
        await using var archive = await ZipFile.OpenReadAsync(path, cancelled);
        var manifest = await ManifestOfAsync(archive, path, cancelled);
        var migrations = Migrations.OfPostgres(connectionString);
        if (migrations.Unknown(manifest.Scripts) is [_, ..] unknown)
            throw new InvalidDataException($"{path} is of a newer program: this one does not know {string.Join(", ", unknown)}.");
        await using var connection = await OpenAsync(connectionString, cancelled);
        if (await connection.NumberAsync("SELECT CASE WHEN to_regclass('entry') IS NULL THEN 0 ELSE 1 END", cancelled) == 1)
            await RefuseTakenAsync(connection, cancelled);

        // From here to the commit no service starts on what is there, however this ends.
        await RunAsync(connection, $"CREATE TABLE IF NOT EXISTS {Unfinished} ()", cancelled);
        // The schema the backup was made of; what came later runs over its rows afterwards.
        migrations.Only(manifest.Scripts).Run();
        await RunAsync(connection, "BEGIN", cancelled);
        await RunAsync(connection, "LOCK TABLE entry, log_head IN ACCESS EXCLUSIVE MODE", cancelled);
        await RefuseTakenAsync(connection, cancelled);
        foreach (var table in manifest.Tables.Where(table => table.Name != Journal))
            await ReadAsync(archive, table, path, connection, cancelled);
        if (await connection.NumberAsync("SELECT COUNT(*) FROM entry", cancelled) != manifest.Entries)
            throw new InvalidDataException($"{path} is damaged: it lacks entries.");
        await AdvanceSequencesAsync(connection, cancelled);
        await using (var seal = new NpgsqlCommand("UPDATE store_fact SET value = $1 WHERE name = 'seal'", connection) { Parameters = { new() { Value = RandomNumberGenerator.GetBytes(32) } } })
            await seal.ExecuteNonQueryAsync(cancelled);
        await RunAsync(connection, $"DROP TABLE {Unfinished}", cancelled);
        await RunAsync(connection, "COMMIT", cancelled);
        Migrations.OfPostgres(connectionString).Run();
        return manifest.Entries;
    }

    private static async Task ReadAsync(ZipArchive archive, CopiedTable table, string path, NpgsqlConnection connection, CancellationToken cancelled)
    {
        await RunAsync(connection, $"DELETE FROM \"{table.Name}\"", cancelled);
        var part = archive.GetEntry(table.Name) ?? throw new InvalidDataException($"{path} lacks the table {table.Name}.");
        await using var rows = await part.OpenAsync(cancelled);
        await using var copy = await connection.BeginRawBinaryCopyAsync($"COPY {table.Statement} FROM STDIN (FORMAT BINARY)", cancelled);
        await rows.CopyToAsync(copy, cancelled);
    }

    // Numbers the server gives out go on after those that were copied.
    private static async Task AdvanceSequencesAsync(NpgsqlConnection connection, CancellationToken cancelled)
    {
        var numbered = await connection.QueryAsync(
            """
            SELECT table_name, column_name FROM information_schema.columns
            WHERE table_schema = current_schema() AND pg_get_serial_sequence(quote_ident(table_name), column_name) IS NOT NULL
            """,
            row => (Table: row.GetString(0), Column: row.GetString(1)), cancelled);
        foreach (var (table, column) in numbered)
            await RunAsync(
                connection,
                $"SELECT setval(pg_get_serial_sequence('\"{table}\"', '{column}'), MAX(\"{column}\")) FROM \"{table}\" HAVING MAX(\"{column}\") IS NOT NULL",
                cancelled);
    }

    private static async Task RefuseTakenAsync(NpgsqlConnection connection, CancellationToken cancelled)
    {
        if (await connection.NumberAsync("SELECT COUNT(*) FROM entry", cancelled) > 0)
            throw new StoreTakenException("The database holds a record already. Restoring overwrites nothing: name an empty database.");
    }

    private static async Task<CopyManifest> ManifestOfAsync(ZipArchive archive, string path, CancellationToken cancelled)
    {
        try
        {
            if (archive.GetEntry(Manifest) is { } entry)
            {
                await using var manifest = await entry.OpenAsync(cancelled);
                if (await JsonSerializer.DeserializeAsync<CopyManifest>(manifest, cancellationToken: cancelled) is { } read
                    && read.Tables.All(table => Names([table.Name, .. table.Columns])))
                    return read;
            }
        }
        catch (JsonException)
        {
            // Said below.
        }

        throw new InvalidDataException($"{path} is no backup of a store.");
    }

    // They become part of statements.
    private static bool Names(IEnumerable<string> names) =>
        names.All(name => name.Length is > 0 and <= 63 && name.All(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_'));

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString, CancellationToken cancelled)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 }.ToString());
        await connection.OpenAsync(cancelled);
        return connection;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancelled)
    {
#pragma warning disable CA2100 // Constants of this file and names that have been checked.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancelled);
    }
}

/// <summary>What a backup holds.</summary>
internal sealed record CopyManifest(long Entries, IReadOnlyList<string> Scripts, IReadOnlyList<CopiedTable> Tables);

/// <summary>A table of a backup.</summary>
internal sealed record CopiedTable(string Name, IReadOnlyList<string> Columns)
{
    internal string Statement => $"\"{Name}\" ({string.Join(", ", Columns.Select(column => $"\"{column}\""))})";
}
