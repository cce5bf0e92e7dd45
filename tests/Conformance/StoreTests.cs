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

    private Task<RunningService> StartedAsync() => RunningService.StartedAsync(new FictionalInspectorate(), Store);
}
