using System.Data.Common;
using System.Security.Cryptography;
using Inspectorates.Hosting.Settings;
using Microsoft.Data.Sqlite;

namespace Inspectorates.Hosting.Store.Sqlite;

/// <summary>The store's file: brought to the current schema, and opened for the one writer and for readers.</summary>
internal sealed class SqliteStore : IStore
{
    private const int Full = 13;
    private static readonly int[] Busy = [5, 6];

    private static readonly string[] Pragmas =
    [
        "PRAGMA journal_mode = WAL",
        // The disk has it before anybody is told.
        "PRAGMA synchronous = FULL",
        "PRAGMA foreign_keys = ON",
        "PRAGMA busy_timeout = 3000",
        // 64 MiB of pages: keys are random, so that a commit touches many, and each would else be read again (tests/Benchmarks).
        "PRAGMA cache_size = -65536",
        // The log is copied into the file by WalCopier; by the writer only once it holds 64 MiB.
        "PRAGMA wal_autocheckpoint = 16384",
        // What a savepoint sets aside stays in memory.
        "PRAGMA temp_store = MEMORY",
    ];

    private readonly string writing;
    private readonly string reading;
    private readonly WalCopier copier;

    /// <exception cref="SettingsException">The directory or file cannot be used.</exception>
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
        using (var session = OpenForWriting())
            AnswersBefore.TakeOver(session);
        Seal = LoadSeal();
        copier = new WalCopier(Open());
    }

    public byte[] Seal { get; }

    public WriteSession OpenForWriting() => new SqliteSession(Open());

    public ValueTask<DbConnection> OpenForReadingAsync(CancellationToken cancelled)
    {
        var connection = new SqliteConnection(reading);
        connection.Open();
        return new(connection);
    }

    public StoreFault? FaultOf(Exception fault) => fault switch
    {
        SqliteException { SqliteErrorCode: Full } => StoreFault.Full,
        SqliteException sqlite when Busy.Contains(sqlite.SqliteErrorCode) => StoreFault.Unavailable,
        _ => null,
    };

    // Only this process writes.
    public void Listen(Action committed)
    {
    }

    /// <summary>Forgets readers' connections, so that the file can be moved or deleted.</summary>
    public void Dispose()
    {
        copier.Dispose();
        using var connection = new SqliteConnection(reading);
        SqliteConnection.ClearPool(connection);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(writing);
        connection.Open();
        foreach (var pragma in Pragmas)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Those above.
            command.CommandText = pragma;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }

        return connection;
    }

    private void Prepare(string file)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            Open().Dispose();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new SettingsException(
                [$"Inspectorate:DataDirectory: the store '{file}' cannot be opened for writing: {fault.Message}"]);
        }

        Migrations.OfSqlite(writing).Run();
    }

    private byte[] LoadSeal()
    {
        using var session = OpenForWriting();
        session.Begin([]);
        session.BeginRequest();
        session.Run(
            "INSERT INTO store_fact (name, value) VALUES ('seal', @value) ON CONFLICT DO NOTHING",
            ("@value", RandomNumberGenerator.GetBytes(32)));
        session.EndRequest(keep: true);
        session.Commit();
        return session.First("SELECT value FROM store_fact WHERE name = 'seal'", row => row.Bytes(0))!;
    }
}
