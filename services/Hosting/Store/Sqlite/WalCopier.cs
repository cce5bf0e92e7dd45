using Microsoft.Data.Sqlite;

namespace Inspectorates.Hosting.Store.Sqlite;

/// <summary>
/// Copies what is committed from SQLite's write-ahead log into the file, beside the writer instead of in its way: nothing waits
/// for it, and a log that is copied is begun anew by the next commit. The writer does it itself only where this falls behind.
/// </summary>
internal sealed class WalCopier : IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(250);

    private readonly SqliteConnection connection;
    private readonly CancellationTokenSource stopped = new();
    private readonly Task copying;

    /// <param name="connection">A connection of its own, open for writing.</param>
    public WalCopier(SqliteConnection connection)
    {
        this.connection = connection;
        copying = Task.Run(CopyAsync);
    }

    public void Dispose()
    {
        stopped.Cancel();
        copying.Wait();
        // One file, whole by itself, for whoever copies it while the service is stopped.
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            try
            {
                command.ExecuteNonQuery();
            }
            catch (SqliteException)
            {
                // Somebody reads: the log stays beside the file, as after a crash.
            }
        }

        connection.Dispose();
        stopped.Dispose();
    }

    private async Task CopyAsync()
    {
        using var timer = new PeriodicTimer(Every);
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
        while (!stopped.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stopped.Token);
                command.ExecuteNonQuery();
            }
            catch (Exception fault) when (fault is OperationCanceledException or SqliteException)
            {
                // Stopped; or busy or full, which the writer's own commits will say.
            }
        }
    }
}
