using System.Threading.Channels;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store.Sqlite;
using Inspectorates.V1;
using Microsoft.Data.Sqlite;

namespace Inspectorates.Hosting.Store;

/// <summary>
/// The store's one writer: a thread that takes what is waiting, runs each request in a savepoint of its own and commits
/// them together, so that one wait for the disk serves many. Callers await; none holds a thread meanwhile.
/// </summary>
internal sealed class StoreWriter : IDisposable
{
    private const int MostWaiting = 1024;
    private const int MostTogether = 64;

    private readonly Channel<IWriteWork> waiting = Channel.CreateBounded<IWriteWork>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    private readonly SqliteConnection connection;
    private readonly ChangeSignal signal;
    private readonly Thread thread;

    public StoreWriter(SqliteStore store, ChangeSignal signal)
    {
        this.signal = signal;
        connection = store.OpenForWriting();
        thread = new Thread(Run) { Name = "store writer", IsBackground = true };
        thread.Start();
    }

    /// <summary>Runs work on the writer and completes once the disk has it.</summary>
    /// <param name="work">The work; what it throws reaches the caller and undoes it alone.</param>
    /// <param name="keep">False: undone after it has run, for checks that write nothing.</param>
    public Task<T> RunAsync<T>(Func<SqliteConnection, T> work, bool keep = true)
    {
        var item = new WriteWork<T>(work, keep);
        return waiting.Writer.TryWrite(item)
            ? item.Completion
            : throw new RefusalException(ErrorReason.StoreUnavailable, "Too many writes are waiting. Send the same request again.");
    }

    public void Dispose()
    {
        waiting.Writer.TryComplete();
        thread.Join();
        connection.Dispose();
    }

    private void Run()
    {
        var together = new List<IWriteWork>(MostTogether);
        // This thread does nothing but this: blocking it is the point.
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            together.Clear();
            while (together.Count < MostTogether && waiting.Reader.TryRead(out var work))
                together.Add(work);
            try
            {
                Commit(together);
            }
#pragma warning disable CA1031 // Whatever it is belongs to the callers; the writer goes on for the next.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                Undo();
                together.ForEach(work => work.Fail(fault));
            }
        }
    }

    private void Commit(List<IWriteWork> together)
    {
        connection.Run("BEGIN IMMEDIATE");
        foreach (var work in together)
        {
            connection.Run("SAVEPOINT request");
            if (!work.TryRun(connection))
                connection.Run("ROLLBACK TO request");
            connection.Run("RELEASE request");
        }

        connection.Run("COMMIT");
        signal.Raise();
        together.ForEach(work => work.Complete());
    }

    // After a full disk SQLite may have rolled back by itself already.
    private void Undo()
    {
        try
        {
            connection.Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // There was no transaction left to roll back, which is what was wanted.
        }
    }
}
