using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Inspectorates.Benchmarks;

/// <summary>
/// The record on SQLite, and the bare store: one row a commit, and one row a caller with many callers in a commit. A row is a
/// verdict's bytes under its random name, as the least that finds a verdict again.
/// </summary>
internal sealed class SqliteBench : IAsyncDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("inspectorates-bench-").FullName;
    private readonly byte[] row = new byte[RecordUnderTest.Size];
    private readonly BlockingCollection<TaskCompletionSource> waiting = [];
    private readonly SqliteConnection single;
    private readonly SqliteCommand insert;
    private readonly Thread grouping;
    private readonly RecordUnderTest record;

    private SqliteBench()
    {
        record = RecordUnderTest.Start($"--Inspectorate:DataDirectory={directory}");
        single = Open("single.db");
        insert = Insert(single);
        grouping = new Thread(Group) { IsBackground = true };
        grouping.Start();
    }

    public static Task<SqliteBench> StartAsync() => Task.FromResult(new SqliteBench());

    public Task RawAsync(int caller)
    {
        insert.Parameters[0].Value = RecordUnderTest.NewName();
        insert.ExecuteNonQuery();
        return Task.CompletedTask;
    }

    public Task GroupedAsync(int caller)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Add(done);
        return done.Task;
    }

    public Task WriteAsync(int caller) => record.WriteAsync();

    public async ValueTask DisposeAsync()
    {
        waiting.CompleteAdding();
        grouping.Join();
        await insert.DisposeAsync();
        await single.DisposeAsync();
        await record.DisposeAsync();
        waiting.Dispose();
        Directory.Delete(directory, recursive: true);
    }

    private void Group()
    {
        using var connection = Open("grouped.db");
        using var write = Insert(connection);
        using var begin = Command(connection, "BEGIN IMMEDIATE");
        using var commit = Command(connection, "COMMIT");
        var together = new List<TaskCompletionSource>();
        foreach (var first in waiting.GetConsumingEnumerable())
        {
            together.Clear();
            together.Add(first);
            while (together.Count < 64 && waiting.TryTake(out var next))
                together.Add(next);
            begin.ExecuteNonQuery();
            for (var each = 0; each < together.Count; each++)
            {
                write.Parameters[0].Value = RecordUnderTest.NewName();
                write.ExecuteNonQuery();
            }

            commit.ExecuteNonQuery();
            together.ForEach(done => done.SetResult());
        }
    }

    private SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(directory, file)};Pooling=False");
        connection.Open();
        foreach (var statement in (string[])["PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "CREATE TABLE row (name TEXT NOT NULL PRIMARY KEY, body BLOB NOT NULL)"])
        {
            using var command = Command(connection, statement);
            command.ExecuteNonQuery();
        }

        return connection;
    }

    private SqliteCommand Insert(SqliteConnection connection)
    {
        var command = Command(connection, "INSERT INTO row (name, body) VALUES (@name, @body)");
        command.Parameters.AddWithValue("@name", "");
        command.Parameters.AddWithValue("@body", row);
        command.Prepare();
        return command;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
