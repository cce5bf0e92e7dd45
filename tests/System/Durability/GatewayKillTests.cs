using Grpc.Core;
using Inspectorates.SystemTests.Promises;

namespace Inspectorates.SystemTests.Durability;

/// <summary>kill -9 of the gateway, and of the services behind it, while callers write through it.</summary>
[Collection(Alone.Name)]
public sealed class GatewayKillTests
{
    private const int Writers = 8;

    [Fact]
    public async Task What_was_acknowledged_through_the_gateway_is_kept_whichever_program_is_killed()
    {
        var seed = Sizes.Seed;
        var random = new Random(seed);
        await using var ofstedStore = await Store.NewAsync(Store.Sqlite);
        await using var cqcStore = await Store.NewAsync(Store.Sqlite);
        await using var ofsted = await RunningRecord.StartAsync(ofstedStore, 1);
        await using var cqc = await RunningRecord.StartAsync(cqcStore, 1, "services/Cqc", "cqc");
        await using var gateway = await GatewayProgram.StartAsync([ofsted.Replicas[0], cqc.Replicas[0]]);
        using var ofstedLoad = new Load(ofsted.Replicas, Writers, seed);
        using var cqcLoad = new Load(cqc.Replicas, Writers, seed + 7);
        using var stop = new CancellationTokenSource();
        await ofstedLoad.PrepareAsync(gateway.Channel, new Metadata.Entry("inspectorate", "ofsted"));
        await cqcLoad.PrepareAsync(gateway.Channel, new Metadata.Entry("inspectorate", "cqc"));
        var load = Task.WhenAll(ofstedLoad.RunAsync(stop.Token), cqcLoad.RunAsync(stop.Token));

        var kills = Math.Max(3, Sizes.Kills / 4);
        for (var kill = 0; kill < kills; kill++)
        {
            await Task.Delay(random.Next(100, 500), TestContext.Current.CancellationToken);
            Assert.False(load.IsFaulted, load.Exception?.ToString());
            if (kill % 3 == 0)
                await gateway.KillAndStartAsync();
            else
                await (kill % 3 == 1 ? ofsted : cqc).KillOneAsync(random, kill);
        }

        await Task.Delay(1000, TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await load.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var entries = await ofstedLoad.HoldsAsync(ofsted.Replicas) + await cqcLoad.HoldsAsync(cqc.Replicas);
        await ofsted.IsWholeAsync();
        await cqc.IsWholeAsync();
        var acknowledged = ofstedLoad.Journal.Acknowledged.Count + cqcLoad.Journal.Acknowledged.Count;
        Assert.True(ofstedLoad.Journal.Unknown + cqcLoad.Journal.Unknown > 0, "No kill hit a write.");
        Measured.Write("kills-gateway", ("kills", kills), ("writes acknowledged", acknowledged), ("entries", entries), ("seed", seed));
    }
}
