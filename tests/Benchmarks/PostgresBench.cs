using Inspectorates.Hosting.Store;
using Npgsql;

namespace Inspectorates.Benchmarks;

/// <summary>The record on PostgreSQL, and the bare store: each caller its own connection and a plain prepared insert.</summary>
internal sealed class PostgresBench : IAsyncDisposable
{
    private readonly byte[] row = new byte[RecordUnderTest.Size];
    private readonly NpgsqlConnection[] connections;
    private readonly NpgsqlCommand[] inserts;
    private readonly string directory = Directory.CreateTempSubdirectory("inspectorates-bench-").FullName;
    private readonly RecordUnderTest record;

    private PostgresBench(string connectionString)
    {
        StoreChoice.MigrationsOf(connectionString).Run();
        record = RecordUnderTest.Start($"--Inspectorate:Store:ConnectionString={connectionString}", $"--Inspectorate:DataDirectory={directory}");
        connections = [.. Enumerable.Range(0, 16).Select(_ => new NpgsqlConnection(connectionString))];
        inserts = new NpgsqlCommand[connections.Length];
    }

    public static async Task<PostgresBench> StartAsync(string connectionString)
    {
        var bench = new PostgresBench(connectionString);
        foreach (var connection in bench.connections)
            await connection.OpenAsync();
        await using (var table = new NpgsqlCommand("CREATE TABLE IF NOT EXISTS bench_row (name TEXT PRIMARY KEY, body BYTEA NOT NULL)", bench.connections[0]))
            await table.ExecuteNonQueryAsync();
        for (var caller = 0; caller < bench.inserts.Length; caller++)
        {
            var insert = new NpgsqlCommand("INSERT INTO bench_row (name, body) VALUES ($1, $2)", bench.connections[caller])
            {
                Parameters = { new() { Value = "" }, new() { Value = bench.row } },
            };
            await insert.PrepareAsync();
            bench.inserts[caller] = insert;
        }

        return bench;
    }

    public Task RawAsync(int caller)
    {
        inserts[caller].Parameters[0].Value = RecordUnderTest.NewName();
        return inserts[caller].ExecuteNonQueryAsync();
    }

    public Task WriteAsync(int caller) => record.WriteAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var insert in inserts)
            await insert.DisposeAsync();
        foreach (var connection in connections)
            await connection.DisposeAsync();
        await record.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }
}
