using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Inspectorates.Hosting.Store.Sqlite;

/// <summary>
/// A statement that returns nothing, prepared once and bound by number: the writer runs half a dozen for every request, and
/// binding by name costs more than the insert itself (tests/Benchmarks).
/// </summary>
internal sealed class PreparedStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    /// <param name="connection">The open connection.</param>
    /// <param name="sql">The statement; its parameters are numbered in the order in which they are given.</param>
    public PreparedStatement(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
    }

    /// <summary>Where each parameter is bound, in the order in which they are given.</summary>
    public int[] Places { get; private set; } = [];

    /// <summary>Runs the statement.</summary>
    /// <exception cref="SqliteException">The database refuses.</exception>
    public void Run(ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (Places.Length != parameters.Length)
            Places = PlacesOf(parameters);
        for (var index = 0; index < parameters.Length; index++)
            Bind(Places[index], parameters[index].Value);
        var result = raw.sqlite3_step(statement);
        // Reset says the same again; what the step said is what counts.
        _ = raw.sqlite3_reset(statement);
        if (result != raw.SQLITE_DONE && result != raw.SQLITE_ROW)
            Check(result);
    }

    public void Dispose() => statement.Dispose();

    private int[] PlacesOf(ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var places = new int[parameters.Length];
        for (var index = 0; index < places.Length; index++)
            places[index] = raw.sqlite3_bind_parameter_index(statement, parameters[index].Name is ['@', ..] name ? name : "@" + parameters[index].Name);
        return places;
    }

    private void Bind(int place, object? value) => Check(value switch
    {
        null => raw.sqlite3_bind_null(statement, place),
        string text => raw.sqlite3_bind_text(statement, place, text),
        byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
        long number => raw.sqlite3_bind_int64(statement, place, number),
        int number => raw.sqlite3_bind_int64(statement, place, number),
        _ => throw new ArgumentException($"No statement binds a {value.GetType()}.", nameof(value)),
    });

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(result, database);
    }
}
