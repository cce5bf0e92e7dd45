using Inspectorates.SystemTests.Promises;
using static System.FormattableString;

namespace Inspectorates.SystemTests.Durability;

/// <summary>kill -9 at random moments under sixteen concurrent writers, and readers who follow all the while.</summary>
[Collection(Alone.Name)]
public sealed class KillTests
{
    private const int Writers = 16;

    [Theory]
    [InlineData(Store.Sqlite, 1)]
    [InlineData(Store.Postgres, 2)]
    public async Task Nothing_acknowledged_is_lost_nothing_happens_twice_and_followers_have_exactly_the_log(string kind, int replicas)
    {
        var seed = Sizes.Seed;
        var random = new Random(seed);
        await using var store = await Store.NewAsync(kind, ownServer: true);
        await using var record = await RunningRecord.StartAsync(store, replicas);
        using var under = new Load(record.Replicas, Writers, seed);
        using var stop = new CancellationTokenSource();
        await under.PrepareAsync();
        var load = under.RunAsync(stop.Token);

        var kills = new Dictionary<string, int>();
        for (var kill = 0; kill < Sizes.Kills; kill++)
        {
            await Task.Delay(random.Next(10, 300), TestContext.Current.CancellationToken);
            Assert.False(load.IsFaulted, $"{load.Exception}\n{string.Join('\n', record.Replicas.Select(replica => replica.Program.Written))}");
            var victim = await record.KillOneAsync(random, kill);
            kills[victim] = kills.GetValueOrDefault(victim) + 1;
        }

        await Task.Delay(500, TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await load.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        var journal = under.Journal;
        TestContext.Current.TestOutputHelper?.WriteLine(Invariant(
            $"seed {seed}: {Sizes.Kills} kills, {journal.Attempted.Count} attempted, {journal.Acknowledged.Count} acknowledged, {journal.Unknown} unknown"));
        var log = await under.HoldsAsync(record.Replicas);
        await record.IsWholeAsync();
        Assert.True(journal.Unknown > 0, "No kill hit a write.");
        Assert.True(journal.Repeated > 0, "No answered request was sent again.");
        Measured.Write(
            $"kills-{kind}",
            ("kills", Sizes.Kills), ("of them of a backend", kills.GetValueOrDefault("backend")),
            ("of them of the server", kills.GetValueOrDefault("postmaster")), ("writes acknowledged", journal.Acknowledged.Count), ("outcomes unknown", journal.Unknown),
            ("answers repeated", journal.Repeated), ("entries", log), ("streams resumed", under.Resumed), ("seed", seed));
    }
}
