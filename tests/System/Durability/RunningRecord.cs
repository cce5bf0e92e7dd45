using System.Diagnostics;
using Npgsql;

namespace Inspectorates.SystemTests.Durability;

/// <summary>The replicas of one inspectorate's program on one store, any of which may be killed, and the store's server too.</summary>
internal sealed class RunningRecord(Store store, string project) : IAsyncDisposable
{
    private readonly List<RecordService> replicas = [];

    public IReadOnlyList<RecordService> Replicas => replicas;

    public static async Task<RunningRecord> StartAsync(
        Store store, int replicas, string project = "services/Ofsted", string code = "ofsted")
    {
        var record = new RunningRecord(store, project);
        if (store.IsPostgres)
            await record.MigrateAsync();
        for (var replica = 0; replica < replicas; replica++)
            record.replicas.Add(await RecordService.StartAsync(store, project, code));
        return record;
    }

    /// <summary>Kills something and has it run again: a replica; of PostgreSQL every sixth time a process of the server.</summary>
    /// <returns>What it was.</returns>
    public async Task<string> KillOneAsync(Random random, int count)
    {
        if (store.IsPostgres && count % 12 == 5)
        {
            await store.Server.KillAsync();
            await store.Server.StartAsync();
            return "postmaster";
        }

        if (store.IsPostgres && count % 12 == 11)
        {
            await KillBackendAsync();
            return "backend";
        }

        var victim = replicas[random.Next(replicas.Count)];
        await victim.KillAsync();
        await victim.StartAsync();
        return "replica";
    }

    /// <summary>What is in the store fits together: no verdict without its entry, no entry without its verdict, an unbroken chain.</summary>
    public async Task IsWholeAsync()
    {
        Assert.Equal(0, await store.CountAsync(
            "SELECT v.name FROM verdict_revision v LEFT JOIN entry e ON e.seq = v.seq AND e.name = v.name AND e.revision = v.revision WHERE e.seq IS NULL"));
        Assert.Equal(0, await store.CountAsync(
            "SELECT e.seq FROM entry e LEFT JOIN verdict_revision v ON v.seq = e.seq WHERE e.kind = 'verdict' AND v.seq IS NULL"));
        Assert.Equal(0, await store.CountAsync(
            "SELECT e.seq FROM entry e LEFT JOIN change c ON c.seq = e.seq WHERE e.kind = 'verdict' AND c.seq IS NULL"));
        Assert.Equal(await store.CountAsync("SELECT seq FROM entry"), await store.CountAsync("SELECT DISTINCT hash FROM entry"));
        await VerifyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in replicas)
            await replica.DisposeAsync();
    }

    private Task MigrateAsync() => CommandAsync("migrate");

    private Task VerifyAsync() => CommandAsync("verify");

    private async Task CommandAsync(string name)
    {
        var run = await Shell.RunAsync("dotnet", ProgramProcess.AssemblyOf(project), name, "--store", store.ConnectionString);
        Assert.True(run.ExitCode == 0, $"{name} ended with {run.ExitCode}: {run.Everything}");
    }

    // A process that serves a replica; it may be gone before it is killed, then it is another's turn.
    private async Task KillBackendAsync()
    {
        while (true)
        {
            try
            {
                using var backend = Process.GetProcessById(await BackendAsync());
                backend.Kill();
                return;
            }
            catch (Exception fault) when (fault is ArgumentException or InvalidOperationException)
            {
                await Task.Delay(10);
            }
        }
    }

    private async Task<int> BackendAsync()
    {
        await using var connection = new NpgsqlConnection(store.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() ORDER BY xact_start NULLS LAST LIMIT 1", connection);
        return await command.ExecuteScalarAsync() is int backend ? backend : throw new InvalidOperationException("No replica is connected.");
    }
}
