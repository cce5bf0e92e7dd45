using System.Collections.Concurrent;
using System.Diagnostics;
using Inspectorates.Conformance.Fictional;
using Inspectorates.Conformance.Referrals;
using Inspectorates.V1;
using Npgsql;

namespace Inspectorates.Conformance.Concerns;

/// <summary>What anybody may ask for as often as they like is read once, and is never behind the record.</summary>
public class MeasuresTests
{
    protected virtual StoreKind Store => StoreKind.Sqlite;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task However_many_ask_within_a_minute_the_concerns_are_read_for_the_first_and_again_when_one_changes()
    {
        await using var service = await StartedAsync();
        await RaiseAsync(service);
        Assert.Equal(1, await HeldAsync(service));

        // Past the service, which is not told: whoever reads the concerns again finds none.
        await TwoInspectorates.RunAsync(service, "DELETE FROM further_record");

        Assert.All(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => HeldAsync(service))), held => Assert.Equal(1, held));
        service.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, await HeldAsync(service));
        await RaiseAsync(service);
        Assert.Equal(1, await HeldAsync(service));
    }

    [Fact]
    public async Task A_day_that_passes_is_seen_though_nothing_is_written()
    {
        await using var service = await StartedAsync();
        await RaiseAsync(service);
        Assert.Equal(0, (await MeasuresAsync(service)).Concerns.Single().BeyondTime);

        service.Time.Advance(TimeSpan.FromDays(4));

        var measures = await MeasuresAsync(service);
        Assert.Equal(("2026-06-19", 1, 3), (measures.AsOf, measures.Concerns.Single().BeyondTime, measures.Concerns.Single().MostWorkingDaysBeyond));
    }

    protected async Task<RunningService> StartedAsync()
    {
        if (Store == StoreKind.Postgres)
            Inspectorates.Postgres.PostgresPrograms.SkipIfMissing();
        return await RunningService.StartedAsync(new FictionalInspectorate(), Store);
    }

    protected static async Task<int> HeldAsync(RunningService service) => (await MeasuresAsync(service)).Concerns.Sum(one => one.Held);

    protected static async Task RaiseAsync(RunningService service)
    {
        var concern = new Concern
        {
            Subject = new Agency { Kind = "police-force", Code = "E23000024" },
            Areas = { "926" },
            Evidence = { new Evidence { Type = Evidence.Types.Type.SampledChild, Count = 40 } },
            Text = "Strategy discussions were held without the police.",
        };
        await new ConcernService.ConcernServiceClient(service.Channel).RaiseConcernAsync(
            new RaiseConcernRequest { Concern = concern, RequestId = Samples.NewId() }, service.As("inspector"), cancellationToken: Stop);
    }

    private static async Task<InspectorateMeasures> MeasuresAsync(RunningService service) =>
        (await new ReferralService.ReferralServiceClient(service.Channel).GetMeasuresAsync(new GetMeasuresRequest(), cancellationToken: Stop)).Measures;
}

/// <summary>The same on PostgreSQL, where another replica writes as well.</summary>
public sealed class MeasuresOnPostgresTests : MeasuresTests
{
    protected override StoreKind Store => StoreKind.Postgres;

    [Fact]
    public async Task What_another_replica_wrote_is_seen_at_once()
    {
        await using var one = await StartedAsync();
        await using var other = await one.ReplicaAsync();

        for (var raised = 1; raised <= 5; raised++)
        {
            await RaiseAsync(raised % 2 == 0 ? one : other);
            Assert.Equal((raised, raised), (await HeldAsync(one), await HeldAsync(other)));
        }
    }

    [Fact]
    public async Task Of_many_who_ask_at_one_time_one_reads()
    {
        await using var service = await StartedAsync();
        await RaiseAsync(service);
        var database = new NpgsqlConnectionStringBuilder(service.ConnectionString).Database;
        var read = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TagObjects.Any(tag => Equals(tag.Value, database))
                    && activity.TagObjects.Any(tag => tag.Value is string text && text.Contains("w.revision > v.revision", StringComparison.Ordinal)))
                    read.Enqueue(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => HeldAsync(service)));

        // The concerns and the referrals.
        Assert.Equal(2, read.Count);
    }
}
