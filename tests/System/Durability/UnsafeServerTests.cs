using Inspectorates.Postgres;

namespace Inspectorates.SystemTests.Durability;

/// <summary>A PostgreSQL server that would acknowledge what the disk has not is not written to.</summary>
[Collection(Alone.Name)]
public sealed class UnsafeServerTests
{
    [Theory]
    [InlineData("fsync")]
    [InlineData("synchronous_commit")]
    public async Task The_program_does_not_start_on_a_server_that_is_set_to_lose_what_it_acknowledged(string setting)
    {
        await using var server = await PostgresServer.NewAsync();
        await using var store = Store.At(Store.Postgres, await server.NewDatabaseAsync());
        await using (await RunningRecord.StartAsync(store, replicas: 1))
        {
            // On a safe server it starts.
        }

        await PostgresServer.ExecuteAsync(server.ConnectionString("postgres"), $"ALTER SYSTEM SET {setting} = off");
        await PostgresServer.ExecuteAsync(server.ConnectionString("postgres"), "SELECT pg_reload_conf()");
        await using var program = new ProgramProcess(
            "services/Ofsted",
            ["serve", .. RecordService.Settings(store, store.Folder, "ofsted", $"http://127.0.0.1:{FreePorts.Next()}")],
            new Dictionary<string, string>());
        program.Start();

        Assert.Equal(1, await program.EndAsync(within: TimeSpan.FromSeconds(60), unless: "Now listening"));
        Assert.Contains(setting, program.Written, StringComparison.Ordinal);
    }
}
