using System.Diagnostics;
using Grpc.Core;
using Inspectorates.Conformance.Fictional;
using Inspectorates.Hosting.Store;
using Inspectorates.Postgres;
using Inspectorates.V1;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Inspectorates.Conformance.Stores;

/// <summary>Two replicas of one service on one database.</summary>
public sealed class ReplicaTests : IAsyncLifetime
{
    private RunningService one = null!;
    private RunningService other = null!;

    private Samples Samples { get; set; } = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        one = await RunningService.StartedAsync(new FictionalInspectorate(), StoreKind.Postgres);
        other = await one.ReplicaAsync();
        Samples = new Samples(one.Description);
    }

    public async ValueTask DisposeAsync()
    {
        if (one is null)
            return;
        await other.DisposeAsync();
        await one.DisposeAsync();
    }

    [Fact]
    public async Task Entries_have_no_gap_and_none_appears_while_an_earlier_one_still_can()
    {
        const int Writers = 12, Each = 20;
        using var written = new CancellationTokenSource();
        var log = Task.Run(() => ReadLogAsync(written.Token), Stop);
        var changes = Task.Run(() => ReadChangesAsync(written.Token), Stop);

        var names = (await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            var mine = new List<string>();
            for (var write = 0; write < Each; write++)
                mine.Add((await RecordAsync(writer % 2 == 0 ? one : other)).Name);
            return mine;
        }))).SelectMany(mine => mine).ToList();
        await written.CancelAsync();

        Assert.Equal(Writers * Each, names.Distinct().Count());
        Assert.Equal(Writers * Each, await log);
        var seen = await changes;
        Assert.Equal(names.Order(), seen.Order());
        Assert.Equal(await LoggedAsync(), seen);
    }

    [Fact]
    public async Task Who_watches_one_replica_gets_what_the_other_wrote_within_a_second()
    {
        using var watch = one.Changes.WatchChanges(new WatchChangesRequest(), cancellationToken: Stop);
        var late = new List<TimeSpan>();
        for (var write = 0; write < 10; write++)
        {
            var recorded = await RecordAsync(other);
            var began = Stopwatch.GetTimestamp();

            Assert.True(await watch.ResponseStream.MoveNext(Stop).WaitAsync(TimeSpan.FromSeconds(10), Stop));
            late.Add(Stopwatch.GetElapsedTime(began));

            Assert.Equal(recorded, watch.ResponseStream.Current.Change.Verdict);
        }

        // The clocks of these services stand still: nothing but the notice of the commit can have woken the watch.
        Assert.True(late.Order().ElementAt(5) < TimeSpan.FromSeconds(1), $"It took {string.Join(", ", late)}.");
    }

    [Fact]
    public async Task Who_watches_gets_it_also_when_the_line_that_brings_the_notice_has_gone_silent()
    {
        using var watch = one.Changes.WatchChanges(new WatchChangesRequest(), cancellationToken: Stop);
        await RecordAsync(other);
        Assert.True(await watch.ResponseStream.MoveNext(Stop).WaitAsync(TimeSpan.FromSeconds(10), Stop));
        await using var connection = new NpgsqlConnection(one.ConnectionString);
        await connection.OpenAsync(Stop);
        var listening = await connection.QueryAsync(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query IN ('LISTEN inspectorates_change', 'SELECT 1')",
            row => row.GetInt32(0), Stop);
        Assert.Equal(2, listening.Count);
        await SignalAsync("STOP", listening);

        var recorded = await RecordAsync(other);
        try
        {
            Assert.True(await watch.ResponseStream.MoveNext(Stop).WaitAsync(TimeSpan.FromSeconds(60), Stop));
        }
        finally
        {
            await SignalAsync("CONT", listening);
        }

        Assert.Equal(recorded, watch.ResponseStream.Current.Change.Verdict);
    }

    [Fact]
    public async Task One_request_sent_to_both_many_times_has_one_effect_and_one_answer()
    {
        var request = Samples.Recording(Samples.Published("301", "2024-02-01"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(async copy =>
            (await (copy % 2 == 0 ? one : other).Verdicts.RecordVerdictAsync(request, one.As("inspector"), cancellationToken: Stop)).Verdict));

        Assert.Single(answers.Distinct());
        Assert.Single((await other.Verdicts.ListVerdictsAsync(new ListVerdictsRequest(), cancellationToken: Stop)).Verdicts);
    }

    [Fact]
    public async Task An_etag_that_the_other_replica_has_overtaken_is_refused()
    {
        var verdict = await RecordAsync(one);
        var changes = new[] { one, other }.Select(async replica =>
        {
            var change = Samples.Published("301", "2024-02-01", Samples.Worst);
            change.Name = verdict.Name;
            try
            {
                await replica.Verdicts.SupersedeVerdictAsync(
                    new SupersedeVerdictRequest { Verdict = change, Reason = "r", Etag = verdict.Etag, RequestId = Samples.NewId() }, one.As("inspector"), cancellationToken: Stop);
                return "";
            }
            catch (RpcException fault)
            {
                return Refused.Of(fault).Reason;
            }
        });

        Assert.Equal(["", "ETAG_MISMATCH"], (await Task.WhenAll(changes)).Order());
    }

    [Fact]
    public async Task What_is_due_opens_once_whichever_clock_comes_first()
    {
        const int Scheduled = 20;
        var at = one.Time.GetUtcNow().AddHours(1);
        var names = new HashSet<string>();
        for (var each = 0; each < Scheduled; each++)
        {
            var (steps, draft) = (new WorkflowOf(each % 2 == 0 ? one : other), (await one.Verdicts.RecordVerdictAsync(
                Samples.Recording(Samples.Verdict("301")), one.As("inspector"), cancellationToken: Stop)).Verdict);
            await steps.SubmitAsync(draft.Name);
            await steps.ApproveAsync(draft.Name);
            names.Add((await steps.ScheduleAsync(draft.Name, at)).Name);
        }

        one.Time.Advance(TimeSpan.FromHours(1));
        other.Time.Advance(TimeSpan.FromHours(1));

        using var watch = one.Changes.WatchChanges(new WatchChangesRequest(), cancellationToken: Stop);
        var opened = new List<string>();
        while (opened.Count < Scheduled)
        {
            Assert.True(await watch.ResponseStream.MoveNext(Stop).WaitAsync(TimeSpan.FromSeconds(20), Stop));
            opened.Add(watch.ResponseStream.Current.Change.Verdict.Name);
        }

        // Both have looked again by now: what comes next in the log is this.
        one.Time.Advance(TimeSpan.FromSeconds(5));
        other.Time.Advance(TimeSpan.FromSeconds(5));
        var last = await RecordAsync(other);
        Assert.True(await watch.ResponseStream.MoveNext(Stop).WaitAsync(TimeSpan.FromSeconds(20), Stop));
        Assert.Equal(last, watch.ResponseStream.Current.Change.Verdict);
        Assert.Equal(names.Order(), opened.Order());
    }

    [Fact]
    public async Task A_replica_that_hangs_while_it_holds_the_head_is_cut_off_and_the_others_go_on_by_themselves()
    {
        var request = Samples.Recording(Samples.Published("301", "2024-02-01"));
        using var hangs = other.Services.GetRequiredService<IStore>().OpenForWriting();
        hangs.Begin([]);
        hangs.BeginRequest();
        hangs.Number("SELECT COUNT(*) FROM entry");

        var began = Stopwatch.GetTimestamp();
        (await Refused.ByAsync(one.Verdicts.RecordVerdictAsync(request, one.As("inspector"), cancellationToken: Stop)))
            .Is(StatusCode.Unavailable, "STORE_UNAVAILABLE");
        var refusedAfter = Stopwatch.GetElapsedTime(began);
        Verdict? recorded = null;
        while (recorded is null && Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(30))
        {
            try
            {
                recorded = (await one.Verdicts.RecordVerdictAsync(request, one.As("inspector"), cancellationToken: Stop)).Verdict;
            }
            catch (RpcException fault) when (fault.StatusCode == StatusCode.Unavailable)
            {
                // Still held.
            }
        }

        Assert.True(refusedAfter < TimeSpan.FromSeconds(6), $"Refused after {refusedAfter}.");
        Assert.NotNull(recorded);
        hangs.Run("INSERT INTO store_fact (name, value) VALUES ('late', @value)", ("@value", new byte[] { 1 }));
        hangs.EndRequest(keep: true);
        Assert.ThrowsAny<NpgsqlException>(hangs.Commit);
        Assert.Equal([recorded.Name], await LoggedAsync());
    }

    [Fact]
    public async Task A_write_whose_connection_is_cut_off_in_its_midst_is_refused_and_has_one_effect_when_it_is_sent_again()
    {
        var request = Samples.Recording(Samples.Published("301", "2024-02-01"));
        await PostgresServer.ExecuteAsync(one.ConnectionString, """
            CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(20); RETURN NEW; END $$;
            CREATE TRIGGER linger BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION linger();
            """);

        var cut = Refused.ByAsync(one.Verdicts.RecordVerdictAsync(request, one.As("inspector"), cancellationToken: Stop));
        while (await NumberAsync("SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'") == 0)
            await Task.Delay(20, Stop);
        (await cut).Is(StatusCode.Unavailable, "STORE_UNAVAILABLE");
        Assert.Empty(await LoggedAsync());
        await PostgresServer.ExecuteAsync(one.ConnectionString, "DROP TRIGGER linger ON entry");

        var first = (await other.Verdicts.RecordVerdictAsync(request, one.As("inspector"), cancellationToken: Stop)).Verdict;
        var again = (await one.Verdicts.RecordVerdictAsync(request, one.As("inspector"), cancellationToken: Stop)).Verdict;

        Assert.Equal(first, again);
        Assert.Equal([first.Name], await LoggedAsync());
    }

    private async Task<Verdict> RecordAsync(RunningService replica) => (await replica.Verdicts.RecordVerdictAsync(
        Samples.Recording(Samples.Published("301", "2024-02-01")), one.As("inspector"), cancellationToken: Stop)).Verdict;

    // Looks at the log over and over: what is there is always the numbers from 1 to the last.
    private async Task<long> ReadLogAsync(CancellationToken written)
    {
        await using var connection = new NpgsqlConnection(one.ConnectionString);
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand("SELECT seq FROM entry WHERE seq > $1 ORDER BY seq", connection) { Parameters = { new() { Value = 0L } } };
        for (long last = 0; ;)
        {
            var ended = written.IsCancellationRequested;
            command.Parameters[0].Value = last;
            await using (var reader = await command.ExecuteReaderAsync(Stop))
            {
                while (await reader.ReadAsync(Stop))
                    Assert.Equal(++last, reader.GetInt64(0));
            }

            if (ended)
                return last;
        }
    }

    private async Task<List<string>> ReadChangesAsync(CancellationToken written)
    {
        var (seen, cursor, looks) = (new List<string>(), "", 0);
        while (true)
        {
            var ended = written.IsCancellationRequested;
            var page = await (looks++ % 2 == 0 ? one : other).Changes.ListChangesAsync(
                new ListChangesRequest { Cursor = cursor, PageSize = 7 }, cancellationToken: Stop);
            seen.AddRange(page.Changes.Select(change => change.Verdict.Name));
            cursor = page.Cursor;
            if (ended && page.Changes.Count == 0)
                return seen;
        }
    }

    private static async Task SignalAsync(string signal, IEnumerable<int> processes)
    {
        using var kill = Process.Start("kill", ["-" + signal, .. processes.Select(process => $"{process}")]);
        await kill.WaitForExitAsync(Stop);
    }

    private async Task<List<string>> LoggedAsync()
    {
        await using var connection = new NpgsqlConnection(one.ConnectionString);
        await connection.OpenAsync(Stop);
        return await connection.QueryAsync("SELECT name FROM entry ORDER BY seq", row => row.GetString(0), Stop);
    }

    private async Task<long> NumberAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(one.ConnectionString);
        await connection.OpenAsync(Stop);
        return await connection.NumberAsync(sql, Stop);
    }
}
