using System.Data.Common;
using System.Security.Cryptography;
using Inspectorates.Hosting.Settings;
using Npgsql;

namespace Inspectorates.Hosting.Store.Postgres;

/// <summary>The store on a PostgreSQL server, written by any number of replicas.</summary>
internal sealed class PostgresStore : IStore
{
    /// <summary>The channel on which replicas tell each other of commits.</summary>
    public const string Channel = "inspectorates_change";

    private const string IdleTooLong = "25P03";
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(2);

    private readonly string writing;
    private readonly NpgsqlDataSource reading;
    private readonly CancellationTokenSource stopped = new();
    private Task listening = Task.CompletedTask;

    /// <exception cref="SettingsException">The server cannot be reached, keeps less than it says, or has another schema.</exception>
    public PostgresStore(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "inspectorates",
            CommandTimeout = 5,
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
        };
        // A replica that hangs while it holds the chain's head must not stop the others. A transaction that waited for the head
        // sees it as it is then, whatever the server's own default is.
        builder.Options = $"{builder.Options} -c lock_timeout=3000 -c idle_in_transaction_session_timeout=10000 -c default_transaction_isolation=read\\ committed";
        reading = NpgsqlDataSource.Create(builder.ToString());
        builder.Pooling = false;
        writing = builder.ToString();
        try
        {
            RefuseOtherSchema();
            Seal = LoadSeal();
        }
        catch (NpgsqlException fault)
        {
            reading.Dispose();
            throw new SettingsException(
                [$"Inspectorate:Store:ConnectionString: the store on '{builder.Host}' cannot be used: {fault.Message}"]);
        }
    }

    public byte[] Seal { get; }

    public WriteSession OpenForWriting()
    {
        var connection = new NpgsqlConnection(writing);
        connection.Open();
        AssertDurable(connection);
        return new PostgresSession(connection);
    }

    public async ValueTask<DbConnection> OpenForReadingAsync(CancellationToken cancelled) => await reading.OpenConnectionAsync(cancelled);

    public StoreFault? FaultOf(Exception fault) => fault switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => StoreFault.Full,
        // Locks held too long, resources short, shutdown or recovery, a server that has become a standby, and the like.
        PostgresException server when server.IsTransient || server.SqlState.StartsWith("57", StringComparison.Ordinal)
            || server.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.ReadOnlySqlTransaction
                or IdleTooLong => StoreFault.Unavailable,
        PostgresException => null,
        NpgsqlException or SettingsException => StoreFault.Unavailable,
        _ => null,
    };

    public void Listen(Action committed) => listening = ListenAsync(committed, stopped.Token);

    public void Dispose()
    {
        stopped.Cancel();
        listening.Wait(Again);
        reading.Dispose();
        stopped.Dispose();
    }

    private async Task ListenAsync(Action committed, CancellationToken stop)
    {
        await Task.Yield();
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await using var connection = new NpgsqlConnection(writing);
                await connection.OpenAsync(stop);
                connection.Notification += (_, _) => committed();
                await using (var listen = new NpgsqlCommand("LISTEN " + Channel, connection))
                    await listen.ExecuteNonQueryAsync(stop);
                // Whatever was committed while nobody listened.
                committed();
                // A line that has gone silent brings no notice and no failure: it is asked now and then whether it is there.
                while (true)
                {
                    if (await connection.WaitAsync(Silence, stop))
                        continue;
                    await using var ask = new NpgsqlCommand("SELECT 1", connection) { CommandTimeout = 2 };
                    await ask.ExecuteNonQueryAsync(stop);
                }
            }
            catch (Exception fault) when (fault is OperationCanceledException or DbException or IOException)
            {
                await Task.Delay(Again, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    // What the server promises decides whether a commit is a promise.
    private static void AssertDurable(NpgsqlConnection connection)
    {
        foreach (var setting in (string[])["fsync", "synchronous_commit", "full_page_writes"])
        {
            using var command = new NpgsqlCommand("SELECT current_setting($1)", connection) { Parameters = { new() { Value = setting } } };
            if (command.ExecuteScalar() is "off")
                throw new SettingsException(
                    [$"Inspectorate:Store:ConnectionString: the server has {setting} = off, so that what was acknowledged could be lost. It must be on."]);
        }
    }

    private void RefuseOtherSchema()
    {
        using (var connection = reading.OpenConnection())
        using (var command = new NpgsqlCommand($"SELECT to_regclass('{PostgresCopy.Unfinished}') IS NOT NULL", connection))
        {
            if (command.ExecuteScalar() is true)
                throw new SettingsException(
                    ["Inspectorate:Store:ConnectionString: a restore into this database was not finished. Run the subcommand restore again."]);
        }

        if (Migrations.OfPostgres(writing).StillToRun is [_, ..] scripts)
            throw new SettingsException(
                [$"Inspectorate:Store:ConnectionString: the store has not this program's schema; still to run: {string.Join(", ", scripts)}. Run the subcommand migrate."]);
    }

    private byte[] LoadSeal()
    {
        using var connection = reading.OpenConnection();
        using var insert = new NpgsqlCommand("INSERT INTO store_fact (name, value) VALUES ('seal', $1) ON CONFLICT DO NOTHING", connection)
        {
            Parameters = { new() { Value = RandomNumberGenerator.GetBytes(32) } },
        };
        insert.ExecuteNonQuery();
        using var select = new NpgsqlCommand("SELECT value FROM store_fact WHERE name = 'seal'", connection);
        return (byte[])select.ExecuteScalar()!;
    }
}
