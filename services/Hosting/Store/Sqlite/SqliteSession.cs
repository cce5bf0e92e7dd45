using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Inspectorates.Hosting.Store.Sqlite;

/// <summary>The writer on SQLite: statements are prepared once and run at once; each request has a savepoint.</summary>
internal sealed class SqliteSession(SqliteConnection connection) : WriteSession
{
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);
    private LogHead before = LogHead.Empty;

    public override IReadOnlyDictionary<AnswerKey, GivenAnswer> Begin(IReadOnlyCollection<AnswerKey> keys)
    {
        Run("BEGIN IMMEDIATE");
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
        Run("SAVEPOINT request");
    }

    public override void EndRequest(bool keep)
    {
        if (!keep)
        {
            Run("ROLLBACK TO request");
            Head = before;
        }

        Run("RELEASE request");
    }

    public override void Commit() => Run("COMMIT");

    // After a full disk SQLite may have rolled back by itself already.
    public override void Rollback() => Run("ROLLBACK");

    public override void Run(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Prepared(sql, parameters).ExecuteNonQuery();

    public override List<T> Query<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var reader = Prepared(sql, parameters).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    protected override void Dispose(bool disposing)
    {
        foreach (var command in prepared.Values)
            command.Dispose();
        connection.Dispose();
    }

    private GivenAnswer? Answer(AnswerKey key) => First(
        "SELECT fingerprint, response FROM answer WHERE issuer = @issuer AND subject = @subject AND request_id = @id",
        row => new GivenAnswer(row.Bytes(0), row.Bytes(1)),
        ("@issuer", key.Issuer), ("@subject", key.Subject), ("@id", key.RequestId));

    private SqliteCommand Prepared(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!prepared.TryGetValue(sql, out var command))
            prepared[sql] = command = Prepare(sql, parameters);
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
