using Grpc.Core;
using Inspectorates.Postgres;
using Inspectorates.SystemTests.Promises;
using Inspectorates.V1;

namespace Inspectorates.SystemTests.Durability;

/// <summary>The disk fills up under writers, and later there is room again.</summary>
[Collection(Alone.Name)]
public sealed class FullDiskTests
{
    private const int Writers = 4;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);
    private static readonly string LongWords = new('x', 3900);

    [Fact]
    public async Task A_full_SQLite_store_refuses_writes_goes_on_reading_and_takes_writes_again_when_there_is_room()
    {
        await using var disk = await SmallDisk.MountAsync(megabytes: 16, kept: 8);
        await using var store = Store.At(Store.Sqlite, $"Data Source={Path.Combine(disk.Folder, "record.db")}");

        await FillsUpAndGoesOnAsync(store, disk);
    }

    [Fact]
    public async Task A_full_PostgreSQL_store_refuses_writes_goes_on_reading_and_takes_writes_again_when_there_is_room()
    {
        await using var disk = await SmallDisk.MountAsync(megabytes: 26, kept: 13);
        await using var server = await PostgresServer.NewAsync();
        // The data alone is on the small disk: where PostgreSQL cannot write its log it stops, by design.
        await using var store = Store.At(Store.Postgres, await server.NewDatabaseAsync(disk.Folder));

        await FillsUpAndGoesOnAsync(store, disk);
    }

    private static async Task FillsUpAndGoesOnAsync(Store store, SmallDisk disk)
    {
        await using var record = await RunningRecord.StartAsync(store, replicas: 1);
        var service = record.Replicas[0];
        var samples = await Samples.OfAsync(service);
        var metadata = service.As("inspector");

        var filled = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => FillAsync(service, samples, metadata)));
        var refused = filled.Select(one => one.Refused).ToList();
        var answered = filled.SelectMany(one => one.Answered).ToList();

        var read = await RecordLog.ReadAsync(service, metadata);
        Assert.Equal(answered.Select(verdict => verdict.Name).Order(), read.Select(change => change.Verdict.Name).Order());
        Assert.NotEmpty((await service.Verdicts.ListVerdictsAsync(new ListVerdictsRequest { Area = "926" }, metadata)).Verdicts);

        disk.MakeRoom();
        foreach (var request in refused)
            answered.Add(await WhenThereIsRoomAsync(service, request, metadata));
        await service.KillAsync();
        await service.StartAsync();

        var log = await RecordLog.ReadAsync(service, metadata);
        Assert.Equal(
            answered.OrderBy(verdict => verdict.Name, StringComparer.Ordinal),
            log.Select(change => change.Verdict).OrderBy(verdict => verdict.Name, StringComparer.Ordinal));
        await record.IsWholeAsync();
        Measured.Write($"full-{store.Kind}", ("writes acknowledged before the disk was full", answered.Count - refused.Count), ("lost", 0));
    }

    private static async Task<(List<Verdict> Answered, RecordVerdictRequest Refused)> FillAsync(RecordService service, Samples samples, Metadata metadata)
    {
        var answered = new List<Verdict>();
        var request = new RecordVerdictRequest();
        // Where several do not fit together one alone still may: it is full when the same request is refused again and again.
        for (var refused = 0; refused < 4;)
        {
            if (refused == 0)
            {
                var id = Guid.NewGuid().ToString();
                request = new RecordVerdictRequest { Verdict = samples.Published(Samples.WordsOf(id) + LongWords), RequestId = id };
            }

            try
            {
                answered.Add((await service.Verdicts.RecordVerdictAsync(request, metadata)).Verdict);
                refused = 0;
            }
            catch (RpcException fault)
            {
                Assert.True(
                    (fault.StatusCode, Outcomes.ReasonOf(fault)) == (StatusCode.ResourceExhausted, "STORE_FULL"),
                    $"A full store answered {fault.Status}\n{service.Program.Written}");
                refused++;
            }
        }

        return (answered, request);
    }

    private static async Task<Verdict> WhenThereIsRoomAsync(RecordService service, RecordVerdictRequest request, Metadata metadata)
    {
        using var late = new CancellationTokenSource(Soon);
        while (true)
        {
            try
            {
                return (await service.Verdicts.RecordVerdictAsync(request, metadata)).Verdict;
            }
            catch (RpcException fault) when (Outcomes.ReasonOf(fault) == "STORE_FULL" && !late.IsCancellationRequested)
            {
                await Task.Delay(50, CancellationToken.None);
            }
        }
    }
}
