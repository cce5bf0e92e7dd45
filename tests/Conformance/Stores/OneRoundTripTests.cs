using System.Collections.Concurrent;
using System.Diagnostics;
using Grpc.Core;
using Inspectorates.Conformance.Fictional;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;
using Npgsql;

namespace Inspectorates.Conformance.Stores;

/// <summary>
/// A replica that has been writing alone for a while takes for granted that nobody else did
/// (docs/decisions/0057-one-round-trip-on-postgresql.md). What it takes for granted may be wrong.
/// </summary>
public sealed class OneRoundTripTests : IAsyncLifetime
{
    // More than it takes for a replica to take the head for granted, several times over.
    private const int Alone = 60;

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
    public async Task Writes_of_one_replica_are_sent_without_asking_first_once_it_has_been_alone()
    {
        await WriteAloneAsync();
        var database = new NpgsqlConnectionStringBuilder(one.ConnectionString).Database;
        var sent = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TagObjects.Any(tag => Equals(tag.Value, database))
                    && activity.TagObjects.Any(tag => tag.Value is string text && text.Contains("log_head", StringComparison.Ordinal)))
                    sent.Enqueue(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);

        for (var write = 0; write < 20; write++)
            await RecordAsync(one, Recording());

        Assert.Equal(20, sent.Count);
    }

    [Fact]
    public async Task What_the_other_replica_wrote_meanwhile_is_found_and_the_chain_goes_on_from_it()
    {
        var written = await WriteAloneAsync();

        for (var turn = 0; turn < 5; turn++)
        {
            written.Add((await RecordAsync(other, Recording())).Name);
            for (var write = 0; write < Alone; write++)
                written.Add((await RecordAsync(one, Recording())).Name);
        }

        var entries = await EntriesAsync();
        Assert.Equal(written, entries.Select(entry => entry.Name));
        Assert.Equal(Enumerable.Range(1, written.Count), entries.Select(entry => (int)entry.Seq));
        Assert.All(entries.Zip(entries.Skip(1)), pair => Assert.Equal(pair.First.Hash, pair.Second.Previous));
    }

    [Fact]
    public async Task A_request_answered_before_by_either_replica_has_the_same_answer_and_no_second_effect()
    {
        var mine = Recording();
        var others = Recording();
        var answered = await RecordAsync(one, mine);
        var answeredByOther = await RecordAsync(other, others);
        await WriteAloneAsync();
        var entries = (await EntriesAsync()).Count;

        Assert.Equal(answered, await RecordAsync(one, mine));
        await WriteAloneAsync();
        Assert.Equal(answeredByOther, await RecordAsync(one, others));

        Assert.Equal(entries + Alone, (await EntriesAsync()).Count);
    }

    [Fact]
    public async Task A_request_id_used_before_with_another_body_is_refused_and_so_is_a_check_of_it()
    {
        var request = Recording();
        await RecordAsync(one, request);
        await WriteAloneAsync();
        var another = request.Clone();
        another.Verdict.Text = "Another text than the first time.";

        (await Refused.ByAsync(one.Verdicts.RecordVerdictAsync(another, one.As("inspector"), cancellationToken: Stop)))
            .Is(StatusCode.AlreadyExists, "REQUEST_ID_REUSED", "request_id");
        await WriteAloneAsync();
        another.ValidateOnly = true;
        (await Refused.ByAsync(one.Verdicts.RecordVerdictAsync(another, one.As("inspector"), cancellationToken: Stop)))
            .Is(StatusCode.AlreadyExists, "REQUEST_ID_REUSED", "request_id");
    }

    [Fact]
    public async Task What_is_refused_or_only_checked_leaves_nothing_and_the_next_write_goes_on()
    {
        var written = await WriteAloneAsync();
        var unknown = Recording();
        unknown.Verdict.Inspection = "inspectorates/fictional/inspections/00000000000000000000000000000000";
        var check = Recording();
        check.ValidateOnly = true;

        await Refused.ByAsync(one.Verdicts.RecordVerdictAsync(unknown, one.As("inspector"), cancellationToken: Stop));
        await RecordAsync(one, check);
        written.Add((await RecordAsync(one, Recording())).Name);

        Assert.Equal(written, (await EntriesAsync()).Select(entry => entry.Name));
    }

    private async Task<List<string>> WriteAloneAsync()
    {
        var names = new List<string>();
        for (var write = 0; write < Alone; write++)
            names.Add((await RecordAsync(one, Recording())).Name);
        return names;
    }

    private RecordVerdictRequest Recording() => Samples.Recording(Samples.Published("301", "2024-02-01"));

    private static async Task<Verdict> RecordAsync(RunningService service, RecordVerdictRequest request) =>
        (await service.Verdicts.RecordVerdictAsync(request, service.As("inspector"), cancellationToken: Stop)).Verdict;

    private async Task<List<(long Seq, string Name, string Previous, string Hash)>> EntriesAsync() => await QueryAsync(
        "SELECT seq, name, encode(previous_hash, 'hex'), encode(hash, 'hex') FROM entry ORDER BY seq",
        row => (row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3)));

    private async Task<List<T>> QueryAsync<T>(string sql, Func<System.Data.Common.DbDataReader, T> read)
    {
        await using var connection = new NpgsqlConnection(one.ConnectionString);
        await connection.OpenAsync(Stop);
        return await connection.QueryAsync(sql, read, Stop);
    }
}
