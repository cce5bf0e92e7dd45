using System.Data.Common;
using System.Diagnostics;
using Grpc.Core;
using Inspectorates.Conformance.Fictional;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;
using Microsoft.Extensions.DependencyInjection;

namespace Inspectorates.Conformance;

/// <summary>What the store of a service does whatever it is; the same tests run on both.</summary>
public class StoreTests
{
    protected virtual StoreKind Store => StoreKind.Sqlite;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_store_itself_refuses_to_change_or_remove_an_entry()
    {
        await using var own = await StartedAsync();
        for (var day = 1; day <= 5; day++)
            await own.Verdicts.RecordVerdictAsync(Samples.Recording(new Samples(own.Description).Published("301", $"2024-02-0{day}")), own.As("inspector"), cancellationToken: Stop);
        using var session = own.Services.GetRequiredService<IStore>().OpenForWriting();

        Assert.ThrowsAny<DbException>(() => session.Number("UPDATE entry SET subject = 'nobody' WHERE seq = 3"));
        Assert.ThrowsAny<DbException>(() => session.Number("DELETE FROM entry WHERE seq = 3"));
        Assert.Equal(5, session.Number("SELECT COUNT(*) FROM entry"));
    }

    [Fact]
    public async Task A_store_held_by_somebody_else_is_said_to_be_busy_and_serves_again_afterwards()
    {
        await using var own = await StartedAsync();
        var request = Samples.Recording(new Samples(own.Description).Published("301", "2024-02-01"));
        using (var other = own.Services.GetRequiredService<IStore>().OpenForWriting())
        {
            other.Begin([]);
            (await Refused.ByAsync(own.Verdicts.RecordVerdictAsync(request, own.As("inspector"), cancellationToken: Stop)))
                .Is(StatusCode.Unavailable, "STORE_UNAVAILABLE");
            other.Rollback();
        }

        Assert.Equal(1, (await own.Verdicts.RecordVerdictAsync(request, own.As("inspector"), cancellationToken: Stop)).Verdict.Revision);
    }

    [Fact]
    public async Task What_was_written_is_there_after_a_restart_and_cursors_go_on()
    {
        await using var own = await StartedAsync();
        var request = Samples.Recording(new Samples(own.Description).Published("301", "2024-02-01"));
        var recorded = (await own.Verdicts.RecordVerdictAsync(request, own.As("inspector"), cancellationToken: Stop)).Verdict;
        var cursor = (await own.Changes.ListChangesAsync(new ListChangesRequest(), cancellationToken: Stop)).Cursor;

        await own.StopAsync();
        await own.StartAsync();

        Assert.Equal(recorded, (await own.Verdicts.GetVerdictAsync(new GetVerdictRequest { Name = recorded.Name }, cancellationToken: Stop)).Verdict);
        Assert.Equal(recorded, (await own.Verdicts.RecordVerdictAsync(request, own.As("inspector"), cancellationToken: Stop)).Verdict);
        Assert.Empty((await own.Changes.ListChangesAsync(new ListChangesRequest { Cursor = cursor }, cancellationToken: Stop)).Changes);
    }

    [Fact]
    public async Task Stopping_ends_a_watch_at_once_with_unavailable()
    {
        await using var own = await StartedAsync();
        using var watch = own.Changes.WatchChanges(new WatchChangesRequest(), cancellationToken: Stop);
        await own.Verdicts.RecordVerdictAsync(Samples.Recording(new Samples(own.Description).Published("301", "2024-02-01")), own.As("inspector"), cancellationToken: Stop);
        Assert.True(await watch.ResponseStream.MoveNext(Stop));
        var ended = Assert.ThrowsAsync<RpcException>(async () => await watch.ResponseStream.MoveNext(Stop));

        var began = Stopwatch.GetTimestamp();
        await own.StopListeningAsync();

        Refused.Of(await ended).Is(StatusCode.Unavailable, "STORE_UNAVAILABLE");
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_null_character_in_a_name_or_a_filter_is_refused_wherever_it_is_and_nobody_elses_write_with_it()
    {
        await using var own = await StartedAsync();
        var samples = new Samples(own.Description);
        const string Name = "inspectorates/fictional/inspections/a\0b";
        var verdict = samples.Verdict("301");
        verdict.Inspection = Name;
        (string Field, Func<Task> Call)[] calls =
        [
            ("name", async () => await own.Inspections.GetInspectionAsync(new() { Name = Name }, cancellationToken: Stop)),
            ("name", async () => await own.Verdicts.GetVerdictAsync(new() { Name = Name }, cancellationToken: Stop)),
            ("name", async () => await own.Replies.GetReplyAsync(new() { Name = Name }, cancellationToken: Stop)),
            ("verdict", async () => await own.Replies.ListRepliesAsync(new() { Verdict = Name }, cancellationToken: Stop)),
            ("inspection", async () => await own.Statements.ListStatementsAsync(new() { Inspection = Name }, own.As("lead"), cancellationToken: Stop)),
            ("verdict.inspection", async () => await own.Verdicts.RecordVerdictAsync(Samples.Recording(verdict), own.As("inspector"), cancellationToken: Stop)),
            ("name", async () => await own.Verdicts.SubmitVerdictAsync(new() { Name = Name, RequestId = Samples.NewId() }, own.As("lead"), cancellationToken: Stop)),
            ("reply.verdicts[1]", async () => await own.Replies.RecordReplyAsync(
                new() { Reply = new Reply { Verdicts = { "a", Name } }, RequestId = Samples.NewId() }, own.As("lead"), cancellationToken: Stop)),
        ];

        var neighbours = Enumerable.Range(1, 20)
            .Select(day => own.Verdicts.RecordVerdictAsync(Samples.Recording(samples.Published("301", $"2024-02-{day:00}")), own.As("inspector"), cancellationToken: Stop).ResponseAsync)
            .ToList();

        foreach (var (field, call) in calls)
            (await Refused.ByAsync(call)).Is(StatusCode.InvalidArgument, "FIELD_MALFORMED", field);
        Assert.All(await Task.WhenAll(neighbours), response => Assert.Equal(1, response.Verdict.Revision));
    }

    private Task<RunningService> StartedAsync() => RunningService.StartedAsync(new FictionalInspectorate(), Store);
}
