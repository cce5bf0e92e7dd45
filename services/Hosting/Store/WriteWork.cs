using Microsoft.Data.Sqlite;

namespace Inspectorates.Hosting.Store;

/// <summary>One request's work on the writer.</summary>
internal interface IWriteWork
{
    /// <summary>Runs it; false: it is to be undone.</summary>
    bool TryRun(SqliteConnection connection);

    /// <summary>Tells the caller: the disk has it, or it was refused.</summary>
    void Complete();

    /// <summary>Tells the caller that the commit failed.</summary>
    void Fail(Exception fault);
}

/// <summary>One request's work with its result.</summary>
internal sealed class WriteWork<T>(Func<SqliteConnection, T> work, bool keep) : IWriteWork
{
    // Callers go on elsewhere, never on the writer's thread.
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? refused;
    private T? result;

    public Task<T> Completion => completion.Task;

    public bool TryRun(SqliteConnection connection)
    {
        try
        {
            result = work(connection);
            return keep;
        }
#pragma warning disable CA1031 // It reaches the caller in Complete.
        catch (Exception fault) when (fault is not SqliteException)
#pragma warning restore CA1031
        {
            refused = fault;
            return false;
        }
    }

    public void Complete()
    {
        if (refused is null)
            completion.TrySetResult(result!);
        else
            completion.TrySetException(refused);
    }

    public void Fail(Exception fault) => completion.TrySetException(fault);
}
