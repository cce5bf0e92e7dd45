using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Inspectorates.Hosting.Store.Sqlite;

/// <summary>
/// The writer on SQLite: statements are prepared once. They wait until something is read or the request ends, so that most
/// requests need no savepoint: under one, SQLite copies every page aside before it is first changed, which cost more than all
/// the rest (tests/Benchmarks).
/// </summary>
internal sealed class SqliteSession(SqliteConnection connection) : WriteSession
{
    private readonly Dictionary<string, PreparedStatement> statements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> inserts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SqliteCommand> queries = new(StringComparer.Ordinal);
    private readonly List<(string Sql, (string Name, object? Value)[] Parameters)> waiting = [];
    private LogHead before = LogHead.Empty;
    private bool hasSavepoint;

    public override IReadOnlyDictionary<AnswerKey, GivenAnswer> Begin(IReadOnlyCollection<AnswerKey> keys, bool repeatable = false)
    {
        waiting.Clear();
        RunNow("BEGIN IMMEDIATE");
        Head = First(
            """
            SELECT e.seq, e.hash, e.at, COALESCE((SELECT MAX(public_position) FROM change), 0)
            FROM entry e ORDER BY e.seq DESC LIMIT 1
            """,
            row => new LogHead(row.GetInt64(0), row.Bytes(1), row.GetString(2), row.GetInt64(3))) ?? LogHead.Empty;
        return keys.Select(key => (Key: key, Answer: Answer(key))).Where(pair => pair.Answer is not null)
            .ToDictionary(pair => pair.Key, pair => pair.Answer!);
    }

    public override void BeginRequest()
    {
        before = Head;
        hasSavepoint = false;
    }

    public override void EndRequest(bool keep)
    {
        if (keep)
        {
            RunWaiting();
        }
        else
        {
            waiting.Clear();
            Head = before;
            if (hasSavepoint)
                RunNow("ROLLBACK TO request");
        }

        if (hasSavepoint)
            RunNow("RELEASE request");
    }

    public override void Commit() => RunNow("COMMIT");

    // After a full disk SQLite may have rolled back by itself already.
    public override void Rollback() => RunNow("ROLLBACK");

    public override void Insert(string table, params ReadOnlySpan<(string Column, object? Value)> row)
    {
        if (!inserts.TryGetValue(table, out var sql))
        {
            var columns = row.ToArray().Select(cell => cell.Column).ToList();
            inserts[table] = sql = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(column => "@" + column))})";
        }

        waiting.Add((sql, row.ToArray()));
    }

    public override void Run(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        waiting.Add((sql, parameters.ToArray()));

    public override List<T> Query<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        // What was put off comes first: the request reads what it wrote, and may still be undone alone.
        if (waiting.Count > 0 && !hasSavepoint)
        {
            RunNow("SAVEPOINT request");
            hasSavepoint = true;
        }

        RunWaiting();
        using var reader = Prepared(sql, parameters).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    protected override void Dispose(bool disposing)
    {
        foreach (var statement in statements.Values)
            statement.Dispose();
        foreach (var command in queries.Values)
            command.Dispose();
        connection.Dispose();
    }

    private void RunWaiting()
    {
        foreach (var (sql, parameters) in waiting)
            RunNow(sql, parameters);
        waiting.Clear();
    }

    private void RunNow(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!statements.TryGetValue(sql, out var statement))
            statements[sql] = statement = new PreparedStatement(connection, sql);
        statement.Run(parameters);
    }

    private GivenAnswer? Answer(AnswerKey key) => First(
        "SELECT fingerprint, response FROM answer WHERE key = @key", row => new GivenAnswer(row.Bytes(0), row.Bytes(1)), ("@key", key.Hash));

    private SqliteCommand Prepared(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!queries.TryGetValue(sql, out var command))
            queries[sql] = command = Prepare(sql, parameters);
        for (var index = 0; index < parameters.Length; index++)
            command.Parameters[index].Value = parameters[index].Value ?? DBNull.Value;
        return command;
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is made of constants of this folder; what callers send goes in as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }
}
