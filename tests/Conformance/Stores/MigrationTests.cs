using System.Diagnostics;
using Inspectorates.Conformance.Fictional;
using Inspectorates.Hosting.Store;
using Inspectorates.Postgres;
using Inspectorates.V1;
using Old = Inspectorates.Conformance.Stores.PreviousRelease.PreviousRelease;

namespace Inspectorates.Conformance.Stores;

/// <summary><c>migrate</c> as a process that is killed, cut off, or run twice at once.</summary>
public sealed class MigrationTests
{
    private const int Kills = 20;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_at_any_moment_on_a_file_of_the_release_before_it_can_be_run_again()
    {
        await IsKilledAsync(
            async service =>
            {
                await Task.Yield();
                Old.Make(service.StoreFile);
            },
            // The file's log is there while a connection is open.
            service => Task.FromResult(File.Exists(service.StoreFile + "-wal")));
    }

    [Fact]
    public async Task Killed_at_any_moment_on_a_database_it_can_be_run_again()
    {
        var server = await PostgresServer.SharedAsync();
        await IsKilledAsync(
            async service => service.Take(await server.NewDatabaseAsync()),
            service => ConnectedAsync(service.Database!));
    }

    [Fact]
    public async Task Cut_off_by_the_server_it_says_so_and_can_be_run_again()
    {
        var database = await (await PostgresServer.SharedAsync()).NewDatabaseAsync();
        await PostgresServer.ExecuteAsync(database, """
            CREATE FUNCTION linger() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN
              IF EXISTS (SELECT 1 FROM pg_event_trigger_ddl_commands() WHERE object_identity LIKE '%log_head') THEN PERFORM pg_sleep(60); END IF;
            END $$
            """);
        await PostgresServer.ExecuteAsync(database, "CREATE EVENT TRIGGER linger ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION linger()");
        var cut = Task.Run(() => ProgramRun.Of(new FictionalInspectorate(), "migrate", "--store", database), Stop);
        while (!cut.IsCompleted && await LogChain.NumberAsync(
            database, "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'") == 0)
            await Task.Delay(10, Stop);

        var run = await cut;

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("what was begun was undone", run.Error, StringComparison.Ordinal);
        await PostgresServer.ExecuteAsync(database, "DROP EVENT TRIGGER linger");
        Assert.Equal(0, (await ProgramRun.Of(new FictionalInspectorate(), "migrate", "--store", database)).ExitCode);
        Assert.Equal("The schema is current.", (await ProgramRun.Of(new FictionalInspectorate(), "migrate", "--store", database)).Out.Trim());
    }

    [Fact]
    public async Task Four_at_once_on_one_database_end_well_and_each_script_runs_once()
    {
        var database = await (await PostgresServer.SharedAsync()).NewDatabaseAsync();

        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ProgramRun.Of(new FictionalInspectorate(), "migrate", "--store", database))));

        Assert.All(runs, run => Assert.True(run.ExitCode == 0, run.Error));
        Assert.Single(runs, run => run.Out.Contains("0001-record.sql", StringComparison.Ordinal));
        Assert.Equal(1, await LogChain.NumberAsync(database, "SELECT COUNT(*) FROM schemaversions WHERE scriptname LIKE '%0001-record.sql'"));
    }

    [Fact]
    public async Task A_store_that_cannot_be_reached_is_said_to_be()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "record.db");

        var runs = new[]
        {
            await ProgramRun.Of(new FictionalInspectorate(), "migrate", "--store", $"Data Source={file}"),
            await ProgramRun.Of(new FictionalInspectorate(), "migrate", "--store", "Host=127.0.0.1;Port=9;Database=record;Username=postgres"),
        };

        Assert.All(runs, run =>
        {
            Assert.Equal(1, run.ExitCode);
            Assert.StartsWith("The store could not be migrated", run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        });
    }

    private static async Task IsKilledAsync(Func<RunningService, Task> make, Func<RunningService, Task<bool>> hasBegun)
    {
        var (random, unfinished, longest) = (new Random(3), 0, TimeSpan.Zero);
        for (var kill = -1; kill < Kills; kill++)
        {
            await using var service = new RunningService(new FictionalInspectorate());
            await make(service);
            using (var program = OfstedProgram.Start("migrate", "--store", service.ConnectionString))
            {
                while (program.Runs && !await hasBegun(service))
                    await Task.Delay(1, Stop);
                var began = Stopwatch.GetTimestamp();
                if (kill < 0)
                {
                    // How long it takes from there when nobody kills it.
                    var whole = await program.EndAsync();
                    Assert.True(whole.ExitCode == 0, whole.Error);
                    longest = Stopwatch.GetElapsedTime(began);
                }
                else
                {
                    await Task.Delay(longest * random.NextDouble(), Stop);
                    await program.KillAsync();
                }
            }

            if (StoreChoice.MigrationsOf(service.ConnectionString).StillToRun.Count > 0)
                unfinished++;
            var run = await ProgramRun.Of(new FictionalInspectorate(), "migrate", "--store", service.ConnectionString);
            Assert.True(run.ExitCode == 0, run.Error);
            await WorksAsync(service);
        }

        Assert.True(unfinished > 0, $"None of {Kills} was killed before its end.");
    }

    private static async Task WorksAsync(RunningService service)
    {
        service.Time.SetUtcNow(Old.Answered);
        await service.StartAsync();
        var before = (await service.Changes.ListChangesAsync(new ListChangesRequest { PageSize = 500 }, cancellationToken: Stop)).Changes.Count;
        await service.Verdicts.RecordVerdictAsync(
            Samples.Recording(new Samples(service.Description).Published("301", "2024-02-01")), service.As("inspector"), cancellationToken: Stop);
        Assert.Equal(before + 1, (await service.Changes.ListChangesAsync(new ListChangesRequest { PageSize = 500 }, cancellationToken: Stop)).Changes.Count);
        var verified = await ProgramRun.Of(new FictionalInspectorate(), "verify", "--store", service.ConnectionString);
        Assert.True(verified.ExitCode == 0, verified.Out + verified.Error);
        await LogChain.ReadAsync(service.ConnectionString);
    }

    private static async Task<bool> ConnectedAsync(string database) => await LogChain.NumberAsync(
        database, "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'") > 0;
}
