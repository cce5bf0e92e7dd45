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
    /// <exception cref="IOException">There is a store already.</exception>
    /// <exception cref="InvalidDataException">The file is no backup of a store.</exception>
    public static async Task<long> ReadAsync(string path, string connectionString, CancellationToken cancelled)
    {
        var file = Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);
        if (File.Exists(file) || File.Exists(file + "-wal"))
            throw new IOException($"{file} exists already. Restoring overwrites nothing: move it away first.");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var unfinished = file + ".unfinished";
        try
        {
            File.Copy(path, unfinished, overwrite: true);
            long entries;
            await using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = unfinished, Pooling = false }.ToString()))
            {
                connection.Open();
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
            File.Delete(unfinished);
        }
    }

    private static Task<long> EntriesOfAsync(SqliteConnection connection, CancellationToken cancelled) =>
        connection.NumberAsync("SELECT COUNT(*) FROM entry", cancelled);
}
