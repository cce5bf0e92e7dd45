using System.Data.Common;

namespace Inspectorates.Hosting.Store;

/// <summary>One request's work on the writer.</summary>
internal interface IWriteWork
{
    /// <summary>The request whose answer may have been given already; null: none is kept.</summary>
    AnswerKey? Key { get; }

    /// <summary>Whether it may be run again where its group has to be: it changes nothing of what it was given.</summary>
    bool IsRepeatable { get; }

    /// <summary>Runs it; false: it is to be undone.</summary>
    /// <param name="session">The writer's connection.</param>
    /// <param name="answers">Answers given before, this group's included.</param>
    bool TryRun(WriteSession session, IDictionary<AnswerKey, GivenAnswer> answers);

    /// <summary>Tells the caller: the disk has it, or it was refused.</summary>
    void Complete();

    /// <summary>Tells the caller that the commit failed.</summary>
    void Fail(Exception fault);
}

/// <summary>One request's work with its result.</summary>
/// <param name="work">The work, given the answers that exist already.</param>
/// <param name="key">The request whose answer may have been given before; null: none is kept.</param>
/// <param name="keep">False: undone after it has run, for checks that write nothing.</param>
/// <param name="repeatable">Whether it may be run again.</param>
internal sealed class WriteWork<T>(
    Func<WriteSession, IDictionary<AnswerKey, GivenAnswer>, T> work, AnswerKey? key, bool keep, bool repeatable) : IWriteWork
{
    // Callers go on elsewhere, never on the writer's thread.
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? refused;
    private T? result;

    public Task<T> Completion => completion.Task;

    public AnswerKey? Key => key;

    public bool IsRepeatable => repeatable;

    public bool TryRun(WriteSession session, IDictionary<AnswerKey, GivenAnswer> answers)
    {
        refused = null;
        try
        {
            result = work(session, answers);
            return keep;
        }
#pragma warning disable CA1031 // It reaches the caller in Complete.
        // The database's own faults end the whole group: what it holds of this request cannot be known.
        catch (Exception fault) when (fault is not (DbException or HeadMovedException))
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
