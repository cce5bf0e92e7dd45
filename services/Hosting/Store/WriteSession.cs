using System.Data.Common;

namespace Inspectorates.Hosting.Store;

/// <summary>
/// The writer's connection: one transaction for a group of requests, each of which can be undone alone. Used by one thread.
/// Statements name their parameters <c>@name</c>, and are the same on every store.
/// </summary>
internal abstract class WriteSession : IDisposable
{
    /// <summary>The chain's head as this transaction sees and moves it.</summary>
    public LogHead Head { get; set; } = LogHead.Empty;

    /// <summary>Begins the transaction; from here to its end nobody else appends to the log.</summary>
    /// <param name="keys">The requests it is for.</param>
    /// <param name="repeatable">
    /// Whether the group can be run again from its beginning. A session may then take for granted what it will only find out
    /// later, and throws <see cref="HeadMovedException"/> where it was wrong.
    /// </param>
    /// <returns>The answers given to them before. Empty: all are new.</returns>
    public abstract IReadOnlyDictionary<AnswerKey, GivenAnswer> Begin(IReadOnlyCollection<AnswerKey> keys, bool repeatable = false);

    /// <summary>Begins a request within the transaction.</summary>
    public abstract void BeginRequest();

    /// <summary>Ends the request.</summary>
    /// <param name="keep">False: nothing of it remains.</param>
    public abstract void EndRequest(bool keep);

    /// <summary>Commits; returns once the disk has it.</summary>
    public abstract void Commit();

    /// <summary>Gives the transaction up, if there still is one.</summary>
    public abstract void Rollback();

    /// <summary>Inserts a row; may be put off as <see cref="Run"/>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="row">Its columns with their values: for one table always the same columns in the same order.</param>
    public abstract void Insert(string table, params ReadOnlySpan<(string Column, object? Value)> row);

    /// <summary>Runs a statement that returns nothing. It may be put off until something is read or the request ends.</summary>
    public abstract void Run(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters);

    /// <summary>All rows of a query.</summary>
    public abstract List<T> Query<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters);

    /// <summary>The first row; null if there is none.</summary>
    public T? First<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
        where T : class => Query(sql, read, parameters) is [var first, ..] ? first : null;

    /// <summary>The first cell as a number; 0 if there is none.</summary>
    public long Number(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Query(sql, row => row.IsDBNull(0) ? 0 : row.GetInt64(0), parameters) is [var number, ..] ? number : 0;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
