using System.Globalization;
using Grpc.Core;
using Inspectorates.Conformance.Fictional;
using Inspectorates.Hosting.Settings;
using Inspectorates.Postgres;
using Inspectorates.V1;

namespace Inspectorates.Conformance.Stores;

/// <summary><c>backup</c> and <c>restore</c>; the same tests run on both stores.</summary>
public class CopyTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("copies-").FullName;
    private RunningService service = null!;

    protected virtual StoreKind Store => StoreKind.Sqlite;

    private string Backup => Path.Combine(folder, "backup");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => service = await RunningService.StartedAsync(new FictionalInspectorate(), Store);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Directory.Delete(folder, recursive: true);
        if (service is not null)
            await service.DisposeAsync();
    }

    [Fact]
    public async Task A_backup_made_while_sixteen_write_holds_all_that_was_acknowledged_before_and_nothing_half()
    {
        var acknowledged = new System.Collections.Concurrent.ConcurrentQueue<string>();
        using var enough = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 16).Select(writer => WriteAsync(writer, acknowledged, enough.Token)).ToList();
        while (acknowledged.Count < 200)
            await Task.Delay(10, Stop);
        var before = acknowledged.ToHashSet();

        var backup = await OfstedProgram.RunAsync("backup", Backup, "--store", service.ConnectionString);
        var during = acknowledged.Count - before.Count;
        await enough.CancelAsync();
        await Task.WhenAll(writers);
        await using var restored = await EmptyAsync();
        var restore = await OfstedProgram.RunAsync("restore", Backup, "--store", restored.ConnectionString);

        Assert.True(backup.ExitCode == 0, backup.Error);
        Assert.True(restore.ExitCode == 0, restore.Error);
        Assert.True(during > 0, "Nothing was written meanwhile.");
        var (copied, original) = (await LogChain.ReadAsync(restored.ConnectionString), await LogChain.ReadAsync(service.ConnectionString));
        Assert.InRange(copied.Links.Count, before.Count, original.Links.Count);
        Assert.Equal(original.Links.Take(copied.Links.Count), copied.Links);
        Assert.Empty(before.Except(copied.Links.Select(link => link.Name)));
        var verified = await RunAsync("verify", "--store", restored.ConnectionString);
        Assert.True(verified.ExitCode == 0, verified.Out + verified.Error);
        Assert.Contains(copied.Links.Count.ToString(CultureInfo.InvariantCulture), restore.Out, StringComparison.Ordinal);

        await restored.StartAsync();
        foreach (var name in before)
            await restored.Verdicts.GetVerdictAsync(new GetVerdictRequest { Name = name }, cancellationToken: Stop);
        // On it goes, every number after those that were copied.
        await RecordAsync(restored);
        await RecordAsync(restored);
        Assert.Equal(copied.Links.Count + 2, (await LogChain.ReadAsync(restored.ConnectionString)).Links.Count);
    }

    [Fact]
    public async Task What_was_answered_and_what_is_scheduled_outlasts_a_restore()
    {
        var samples = new Samples(service.Description);
        var request = Samples.Recording(samples.Published("301", "2024-02-01"));
        var answer = await service.Verdicts.RecordVerdictAsync(request, service.As("inspector"), cancellationToken: Stop);
        var (steps, draft) = (new WorkflowOf(service), (await service.Verdicts.RecordVerdictAsync(
            Samples.Recording(samples.Verdict("302")), service.As("inspector"), cancellationToken: Stop)).Verdict);
        await steps.SubmitAsync(draft.Name);
        await steps.ApproveAsync(draft.Name);
        await steps.ScheduleAsync(draft.Name, service.Time.GetUtcNow().AddHours(1));
        await using var restored = await RestoredAsync();

        Assert.Equal(answer, await restored.Verdicts.RecordVerdictAsync(request, restored.As("inspector"), cancellationToken: Stop));
        Assert.Equal(
            Verdict.Types.State.Scheduled,
            (await restored.Verdicts.GetVerdictAsync(new GetVerdictRequest { Name = draft.Name }, restored.As("lead"), cancellationToken: Stop)).Verdict.State);
        restored.Time.Advance(TimeSpan.FromHours(1));
        using var watch = restored.Changes.WatchChanges(new WatchChangesRequest(), cancellationToken: Stop);
        for (var change = 0; change < 2; change++)
            Assert.True(await watch.ResponseStream.MoveNext(Stop).WaitAsync(TimeSpan.FromSeconds(20), Stop));
        Assert.Equal(draft.Name, watch.ResponseStream.Current.Change.Verdict.Name);
    }

    [Fact]
    public async Task Cursors_and_page_tokens_of_before_a_restore_are_refused()
    {
        await RecordAsync(service);
        await RecordAsync(service);
        var query = new ListVerdictsRequest { PageSize = 1 };
        var cursor = (await service.Changes.ListChangesAsync(new ListChangesRequest { PageSize = 1 }, cancellationToken: Stop)).Cursor;
        var token = (await service.Verdicts.ListVerdictsAsync(query, cancellationToken: Stop)).NextPageToken;
        await using var restored = await RestoredAsync();
        query.PageToken = token;

        Assert.NotEqual("", token);
        (await Refused.ByAsync(restored.Changes.ListChangesAsync(new ListChangesRequest { Cursor = cursor }, cancellationToken: Stop)))
            .Is(StatusCode.InvalidArgument, "CURSOR_INVALID", "cursor");
        (await Refused.ByAsync(restored.Verdicts.ListVerdictsAsync(query, cancellationToken: Stop)))
            .Is(StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID", "page_token");
        Assert.Single((await service.Verdicts.ListVerdictsAsync(query, cancellationToken: Stop)).Verdicts);
    }

    [Fact]
    public async Task A_backup_overwrites_nothing()
    {
        await File.WriteAllTextAsync(Backup, "something else", Stop);

        var run = await RunAsync("backup", Backup, "--store", service.ConnectionString);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"{Backup} exists already", run.Error, StringComparison.Ordinal);
        Assert.Equal("something else", await File.ReadAllTextAsync(Backup, Stop));
    }

    [Fact]
    public async Task A_restore_overwrites_nothing()
    {
        await RecordAsync(service);
        await BackUpAsync();
        var before = await LogChain.ReadAsync(service.ConnectionString);

        var run = await RunAsync("restore", Backup, "--store", service.ConnectionString);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Nothing was restored", run.Error, StringComparison.Ordinal);
        Assert.Contains("already", run.Error, StringComparison.Ordinal);
        Assert.Equal(before.Links, (await LogChain.ReadAsync(service.ConnectionString)).Links);
        await RecordAsync(service);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        await using var target = await EmptyAsync();

        var run = await RunAsync("restore", Path.Combine(folder, "nowhere"), "--store", target.ConnectionString);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("nowhere does not exist", run.Error, StringComparison.Ordinal);
        await IsEmptyAsync(target);
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("a text")]
    [InlineData("another database")]
    [InlineData("another archive")]
    [InlineData("cut by a quarter")]
    [InlineData("cut by half")]
    [InlineData("cut by a byte")]
    [InlineData("the middle overwritten")]
    public async Task A_file_that_is_no_whole_backup_is_refused_and_nothing_is_made_of_it(string kind)
    {
        for (var write = 0; write < 50; write++)
            await RecordAsync(service);
        await BackUpAsync();
        await SpoilAsync(kind);
        await using var target = await EmptyAsync();

        var run = await RunAsync("restore", Backup, "--store", target.ConnectionString);

        Assert.True(run.ExitCode != 0, $"{kind}: {run.Out}");
        Assert.Equal("", run.Out);
        Assert.Contains("Nothing was restored", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        await IsEmptyAsync(target);
    }

    [Fact]
    public async Task A_store_that_is_not_there_gives_no_backup()
    {
        await using var target = await EmptyAsync();

        var run = await RunAsync("backup", Backup, "--store", target.ConnectionString);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("No backup was made", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder));
        await IsEmptyAsync(target);
    }

    [Fact]
    public async Task A_backup_that_is_killed_leaves_nothing_that_looks_like_one_and_can_be_made_again()
    {
        await FillAsync();
        var killed = 0;
        for (var round = 0; round < 6; round++)
        {
            using var program = OfstedProgram.Start("backup", Backup, "--store", service.ConnectionString);
            while (program.Runs && !File.Exists(Backup + ".unfinished") && !File.Exists(Backup))
                await Task.Delay(1, Stop);
            await Task.Delay(round * 3, Stop);
            await program.KillAsync();

            if (!File.Exists(Backup))
                killed++;
            else
                await RestoresAsync();
            File.Delete(Backup);
        }

        Assert.True(killed > 0, "None was killed before its end.");
        await BackUpAsync();
        await RestoresAsync();
    }

    [Fact]
    public async Task A_restore_that_is_killed_leaves_nothing_a_service_starts_on_and_can_be_done_again()
    {
        await FillAsync();
        await BackUpAsync();
        var (killed, entries) = (0, (await LogChain.ReadAsync(service.ConnectionString)).Links.Count);
        for (var round = 0; round < 6; round++)
        {
            await using var target = await EmptyAsync();
            using (var program = OfstedProgram.Start("restore", Backup, "--store", target.ConnectionString))
            {
                while (program.Runs && !await HasBegunAsync(target))
                    await Task.Delay(1, Stop);
                await Task.Delay(round * 5, Stop);
                await program.KillAsync();
            }

            if (await IsThereAsync(target))
            {
                Assert.Equal(entries, (await LogChain.ReadAsync(target.ConnectionString)).Links.Count);
                continue;
            }

            killed++;
            if (Store == StoreKind.Postgres)
                Assert.Contains("restore", (await Assert.ThrowsAsync<SettingsException>(target.StartAsync)).Message, StringComparison.Ordinal);
            var again = await RunAsync("restore", Backup, "--store", target.ConnectionString);
            Assert.True(again.ExitCode == 0, again.Error);
            await target.StartAsync();
            await RecordAsync(target);
            Assert.Equal(entries + 1, (await LogChain.ReadAsync(target.ConnectionString)).Links.Count);
        }

        Assert.True(killed > 0, "None was killed before its end.");
    }

    private static Task<ProgramRun> RunAsync(params string[] args) => ProgramRun.Of(new FictionalInspectorate(), args);

    private static async Task<Verdict> RecordAsync(RunningService service) => (await service.Verdicts.RecordVerdictAsync(
        Samples.Recording(new Samples(service.Description).Published("301", "2024-02-01")), service.As("inspector"), cancellationToken: Stop)).Verdict;

    private async Task WriteAsync(int writer, System.Collections.Concurrent.ConcurrentQueue<string> acknowledged, CancellationToken enough)
    {
        var (samples, headers) = (new Samples(service.Description), service.AsOne($"writer-{writer}", "inspector"));
        while (!enough.IsCancellationRequested)
            acknowledged.Enqueue((await service.Verdicts.RecordVerdictAsync(
                Samples.Recording(samples.Published("301", "2024-02-01")), headers, cancellationToken: Stop)).Verdict.Name);
    }

    // Enough that copying takes a moment.
    private async Task FillAsync()
    {
        var verdict = new Samples(service.Description).Published("301", "2024-02-01");
        for (var batch = 0; batch < 20; batch++)
        {
            verdict.Text = new string((char)('a' + batch), 4000);
            await service.Verdicts.BatchRecordVerdictsAsync(
                new BatchRecordVerdictsRequest { Verdicts = { Enumerable.Repeat(verdict, 50) }, RequestId = Samples.NewId() }, service.As("inspector"), cancellationToken: Stop);
        }
    }

    private async Task BackUpAsync()
    {
        var run = await RunAsync("backup", Backup, "--store", service.ConnectionString);
        Assert.True(run.ExitCode == 0, run.Error);
    }

    // A service that has no store yet.
    private async Task<RunningService> EmptyAsync()
    {
        var empty = new RunningService(new FictionalInspectorate(), Store);
        if (Store == StoreKind.Postgres)
            empty.Take(await (await PostgresServer.SharedAsync()).NewDatabaseAsync());
        return empty;
    }

    private async Task<RunningService> RestoredAsync()
    {
        await BackUpAsync();
        var restored = await EmptyAsync();
        var run = await RunAsync("restore", Backup, "--store", restored.ConnectionString);
        Assert.True(run.ExitCode == 0, run.Error);
        await restored.StartAsync();
        return restored;
    }

    private async Task RestoresAsync()
    {
        await using var target = await EmptyAsync();
        var run = await RunAsync("restore", Backup, "--store", target.ConnectionString);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(
            (await LogChain.ReadAsync(service.ConnectionString)).Links, (await LogChain.ReadAsync(target.ConnectionString)).Links);
    }

    private static async Task<bool> HasBegunAsync(RunningService target) => target.Database is null
        ? Directory.Exists(Path.GetDirectoryName(target.StoreFile)) && Directory.GetFiles(Path.GetDirectoryName(target.StoreFile)!, "*.db*").Length > 0
        : await LogChain.NumberAsync(target.Database, "SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public'") > 0;

    private static async Task<bool> IsThereAsync(RunningService target) => target.Database is null
        ? File.Exists(target.StoreFile)
        : await LogChain.NumberAsync(
            target.Database, "SELECT CASE WHEN to_regclass('entry') IS NULL OR to_regclass('restore_unfinished') IS NOT NULL THEN 0 ELSE 1 END") == 1;

    private static async Task IsEmptyAsync(RunningService target)
    {
        Assert.False(await IsThereAsync(target));
        if (target.Database is null)
            Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(target.StoreFile)!, "*.db*"));
    }

    private async Task SpoilAsync(string kind)
    {
        var whole = await File.ReadAllBytesAsync(Backup, Stop);
        File.Delete(Backup);
        switch (kind)
        {
            case "another database":
                using (var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Backup};Pooling=false"))
                {
                    other.Open();
                    using var make = other.CreateCommand();
                    make.CommandText = "CREATE TABLE customer (name TEXT)";
                    make.ExecuteNonQuery();
                }

                return;
            case "another archive":
                await using (var archive = await System.IO.Compression.ZipFile.OpenAsync(Backup, System.IO.Compression.ZipArchiveMode.Create, Stop))
                    archive.CreateEntry("letter.txt");
                return;
            case "the middle overwritten":
                whole.AsSpan(whole.Length / 2, whole.Length / 8).Fill(0x5a);
                break;
        }

        await File.WriteAllBytesAsync(Backup, kind switch
        {
            "empty" => [],
            "a text" => "a text\n"u8.ToArray(),
            "cut by a quarter" => whole[..(whole.Length * 3 / 4)],
            "cut by half" => whole[..(whole.Length / 2)],
            "cut by a byte" => whole[..^1],
            _ => whole,
        }, Stop);
    }
}
