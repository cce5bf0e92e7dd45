using Inspectorates.Conformance.Fictional;
using Inspectorates.Hosting;
using Inspectorates.Hosting.Settings;
using Inspectorates.Hosting.Store;
using Inspectorates.Postgres;
using Npgsql;

namespace Inspectorates.Conformance.Stores;

/// <summary>On what server and schema the service does not start.</summary>
public sealed class PostgresStartTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_may_lose_what_it_acknowledged_is_refused_naming_the_setting()
    {
        await using var server = await PostgresServer.NewAsync();
        var database = await server.NewDatabaseAsync();
        Assert.Equal(0, (await ProgramRun.Of(new FictionalInspectorate(), "migrate", "--store", database)).ExitCode);
        await StartsAsync(database);

        foreach (var setting in new[] { "fsync", "synchronous_commit", "full_page_writes" })
        {
            await SetAsync(database, setting, "off");
            Assert.Contains($"{setting} = off", Fault(database), StringComparison.Ordinal);
            await SetAsync(database, setting, "on");
        }

        await StartsAsync(database);
        Assert.Contains("synchronous_commit = off", Fault(database + ";Options=-c synchronous_commit=off"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_without_the_schema_is_refused_naming_what_is_outstanding_and_migrate()
    {
        var database = await (await PostgresServer.SharedAsync()).NewDatabaseAsync();

        var fault = Fault(database);

        Assert.Contains("still to run: 0001-record.sql", fault, StringComparison.Ordinal);
        Assert.Contains("migrate", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named()
    {
        await PostgresServer.SharedAsync();

        Assert.Contains("the store on '127.0.0.1' cannot be used", Fault("Host=127.0.0.1;Port=9;Database=record;Username=postgres"), StringComparison.Ordinal);
    }

    private static Microsoft.AspNetCore.Builder.WebApplication Build(string database, string folder) => InspectorateHost.Build(
        [
            $"--Inspectorate:DataDirectory={folder}", "--Inspectorate:Urls=http://127.0.0.1:0", "--environment=Development",
            $"--Inspectorate:Store:ConnectionString={database}",
        ],
        new FictionalInspectorate());

    private static async Task StartsAsync(string database)
    {
        var folder = Directory.CreateTempSubdirectory("start-").FullName;
        await using (var app = Build(database, folder))
            Assert.NotNull(app);
        Directory.Delete(folder, recursive: true);
    }

    private static string Fault(string database)
    {
        var folder = Directory.CreateTempSubdirectory("start-").FullName;
        var fault = Assert.Throws<SettingsException>(() => Build(database, folder));
        Directory.Delete(folder, recursive: true);
        return Assert.Single(fault.Faults);
    }

    private static async Task SetAsync(string database, string setting, string value)
    {
        await PostgresServer.ExecuteAsync(database, $"ALTER SYSTEM SET {setting} = {value}");
        await PostgresServer.ExecuteAsync(database, "SELECT pg_reload_conf()");
        // The server reads its settings again when it comes to it.
        while (true)
        {
            await using var connection = new NpgsqlConnection(database + ";Pooling=false");
            await connection.OpenAsync(Stop);
            if ((await connection.QueryAsync($"SHOW {setting}", row => row.GetString(0), Stop)).Single() == value)
                return;
            await Task.Delay(20, Stop);
        }
    }
}
