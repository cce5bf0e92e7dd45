using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Inspectorates.Hosting.Store.Sqlite;

/// <summary>A store's file copied as it is at one moment, and a store made from such a copy.</summary>
internal static class SqliteCopy
{
    /// <returns>How many entries the copy holds.</returns>
    public static async Task<long> WriteAsync(string connectionString, string path, CancellationToken cancelled)
    {
        var source = new SqliteConnectionStringBuilder(connectionString) { Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        await using var from = new SqliteConnection(source.ToString());
        from.Open();
        Remove(path);
        var target = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false };
        await using var to = new SqliteConnection(target.ToString());
        to.Open();
        from.BackupDatabase(to);
        // One file, whole by itself.
        await to.NumberAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancelled);
        await to.QueryAsync("PRAGMA journal_mode = DELETE", row => row.GetString(0), cancelled);
        return await EntriesOfAsync(to, cancelled);
    }

    /// <returns>How many entries the store holds.</returns>
    /// <exception cref="StoreTakenException">There is a store already.</exception>
    /// <exception cref="InvalidDataException">The file is no backup of a store.</exception>
    public static async Task<long> ReadAsync(string path, string connectionString, CancellationToken cancelled)
    {
        var file = Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);
        if (File.Exists(file) || File.Exists(file + "-wal"))
            throw new StoreTakenException($"{file} exists already. Restoring overwrites nothing: move it away first.");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var unfinished = file + ".unfinished";
        try
        {
            Remove(unfinished);
            File.Copy(path, unfinished);
            long entries;
            await using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = unfinished, Pooling = false }.ToString()))
            {
                connection.Open();
                await RefuseDamagedAsync(connection, path, cancelled);
                entries = await EntriesOfAsync(connection, cancelled);
                await connection.QueryAsync(
                    "UPDATE store_fact SET value = @value WHERE name = 'seal' RETURNING name", row => row.GetString(0), cancelled,
                    ("@value", RandomNumberGenerator.GetBytes(32)));
            }

            File.Move(unfinished, file);
            return entries;
        }
        catch (SqliteException fault)
        {
            throw new InvalidDataException($"{path} is no backup of a store: {fault.Message}", fault);
        }
        finally
        {
            Remove(unfinished);
        }
    }

    // A file that was cut short opens, and reads well until a page is wanted that is not there.
    private static async Task RefuseDamagedAsync(SqliteConnection connection, string path, CancellationToken cancelled)
    {
        var whole = await connection.NumberAsync("PRAGMA page_count", cancelled) * await connection.NumberAsync("PRAGMA page_size", cancelled);
        if (new FileInfo(path).Length != whole)
            throw new InvalidDataException($"{path} is damaged: {new FileInfo(path).Length} bytes are not the {whole} it says it has.");
        if (await connection.QueryAsync("PRAGMA integrity_check(1)", row => row.GetString(0), cancelled) is [var first, ..] && first != "ok")
            throw new InvalidDataException($"{path} is damaged: {first}.");
    }

    // The journal too: SQLite would undo by it what another run has made under the name since.
    private static void Remove(string unfinished)
    {
        foreach (var ending in (string[])["", "-journal", "-wal", "-shm"])
            File.Delete(unfinished + ending);
    }

    private static Task<long> EntriesOfAsync(SqliteConnection connection, CancellationToken cancelled) =>
        connection.NumberAsync("SELECT COUNT(*) FROM entry", cancelled);
}
