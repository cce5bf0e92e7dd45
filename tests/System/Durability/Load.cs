using Grpc.Core;
using Grpc.Net.Client;

namespace Inspectorates.SystemTests.Durability;

/// <summary>Writers and followers on the replicas of a record, half of the writers writing what is public at once.</summary>
internal sealed class Load : IDisposable
{
    // Where another replica goes on, writers do not pause while one is started.
    private const int Rest = 40;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly int writers;
    private readonly Random random;
    private readonly IReadOnlyList<RecordService> replicas;
    private readonly List<Writer> writing = [];
    private readonly List<(Follower Follower, Metadata? Metadata)> following;
    private readonly CancellationTokenSource followersStop = new();
    private Task followed = Task.CompletedTask;

    public Load(IReadOnlyList<RecordService> replicas, int writers, int seed)
    {
        this.replicas = replicas;
        this.writers = writers;
        random = new Random(seed + 1);
        var staff = replicas[0].As("auditor");
        following =
        [
            .. new[] { staff, staff, null, null }.Select(metadata => (new Follower(replicas, metadata, Child()), metadata)),
        ];
    }

    public Journal Journal { get; } = new();

    public int Resumed => following.Sum(one => one.Follower.Resumed);

    /// <summary>Asks, before anything is killed, what the inspectorate's verdicts are like.</summary>
    /// <param name="entrance">Where writers will send their calls; null: to a replica at random.</param>
    /// <param name="extra">Further metadata of the writers' calls.</param>
    public async Task PrepareAsync(GrpcChannel? entrance = null, Metadata.Entry? extra = null)
    {
        var samples = await Samples.OfAsync(replicas[0]);
        for (var writer = 0; writer < writers; writer++)
        {
            var own = Child();
            var metadata = replicas[0].As("inspector", $"writer-{writer}");
            if (extra is not null)
                metadata.Add(extra);
            writing.Add(new Writer(
                samples, () => entrance ?? replicas[own.Next(replicas.Count)].Channel, metadata, Journal, own, publishes: writer % 2 == 0, rest: Rest * replicas.Count));
        }
    }

    /// <summary>Writes until told to stop; followers go on until <see cref="HoldsAsync"/>.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        followed = Task.WhenAll(following.Select(one => Task.Run(() => one.Follower.RunAsync(followersStop.Token), CancellationToken.None)));
        await Task.WhenAll(writing.Select(writer => Task.Run(() => writer.RunAsync(stop), CancellationToken.None)));
    }

    /// <summary>All that is promised holds: in the log, in what followers saw, and in answers to what is sent again.</summary>
    /// <returns>The number of entries.</returns>
    public async Task<int> HoldsAsync(IReadOnlyList<RecordService> readers)
    {
        await Task.WhenAll(writing.Select(writer => writer.RepeatAsync(most: 60)));
        var log = await RecordLog.ReadAsync(readers[0], readers[0].As("auditor"));
        RecordLog.HoldsWhatWasPromised(log, Journal);
        using var late = new CancellationTokenSource(Patience);
        foreach (var group in following.GroupBy(one => one.Metadata))
        {
            foreach (var reader in readers)
            {
                var whole = await RecordLog.ReadAsync(reader, group.Key);
                foreach (var (follower, _) in group)
                    await follower.HasExactlyAsync(whole, late.Token);
            }
        }

        await followersStop.CancelAsync();
        await followed;
        return log.Count;
    }

    public void Dispose() => followersStop.Dispose();

    private Random Child() => new(random.Next());
}
