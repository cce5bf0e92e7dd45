using System.Security.Cryptography;
using DbUp;
using DbUp.Engine.Output;
using Microsoft.Data.Sqlite;

namespace Inspectorates.Hosting.Store.Sqlite;

/// <summary>The store's file: brought to the current schema, and opened for the one writer and for readers.</summary>
internal sealed class SqliteStore
{
    private const string Scripts = "Inspectorates.Hosting.Store.Sqlite.Scripts.";

    private readonly string writing;
    private readonly string reading;

    /// <exception cref="Settings.SettingsException">The directory or file cannot be used.</exception>
    public SqliteStore(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString)
        {
            Mode = SqliteOpenMode.ReadWriteCreate,
            DefaultTimeout = 3,
            Pooling = false,
        };
        writing = builder.ToString();
        builder.Mode = SqliteOpenMode.ReadOnly;
        builder.Pooling = true;
        reading = builder.ToString();
        Prepare(builder.DataSource);
        Seal = LoadSeal();
    }

    /// <summary>The key that seals page tokens and cursors, so that a made-up one is told apart. Kept in the store.</summary>
    public byte[] Seal { get; }

    /// <summary>The writer's connection. FULL: the disk has it before anybody is told.</summary>
    public SqliteConnection OpenForWriting()
    {
        var connection = new SqliteConnection(writing);
        connection.Open();
        connection.Run("PRAGMA journal_mode = WAL");
        connection.Run("PRAGMA synchronous = FULL");
        connection.Run("PRAGMA foreign_keys = ON");
        return connection;
    }

    /// <summary>A reader's connection, off the writer; the caller disposes it.</summary>
    public SqliteConnection OpenForReading()
    {
        var connection = new SqliteConnection(reading);
        connection.Open();
        return connection;
    }

    /// <summary>Forgets readers' connections, so that the file can be moved or deleted.</summary>
    public void CloseReaders()
    {
        using var connection = new SqliteConnection(reading);
        SqliteConnection.ClearPool(connection);
    }

    private void Prepare(string file)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            OpenForWriting().Dispose();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new Settings.SettingsException(
                [$"Inspectorate:DataDirectory: the store '{file}' cannot be opened for writing: {fault.Message}"]);
        }

        var upgrade = DeployChanges.To.SqliteDatabase(writing)
            .WithScriptsEmbeddedInAssembly(typeof(SqliteStore).Assembly, name => name.StartsWith(Scripts, StringComparison.Ordinal))
            .WithTransactionPerScript()
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade();
        if (!upgrade.Successful)
            throw new InvalidOperationException($"The store '{file}' could not be brought to this program's schema.", upgrade.Error);
    }

    private byte[] LoadSeal()
    {
        using var connection = OpenForWriting();
        connection.Run(
            "INSERT INTO store_fact (name, value) VALUES ('seal', $value) ON CONFLICT DO NOTHING",
            ("$value", RandomNumberGenerator.GetBytes(32)));
        return connection.First("SELECT value FROM store_fact WHERE name = 'seal'", row => row.Bytes(0))!;
    }
}
