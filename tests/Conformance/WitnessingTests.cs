using Inspectorates.Conformance.Fictional;
using Inspectorates.Conformance.Verification;
using Inspectorates.Hosting.Audit;
using Inspectorates.Ofsted;
using Inspectorates.Postgres;
using Inspectorates.V1;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using static Inspectorates.V1.WitnessedCheckpoint.Types;

namespace Inspectorates.Conformance;

/// <summary>One service keeps the checkpoints of another's record, asked directly here: a gateway only passes the calls on.</summary>
public sealed class WitnessingTests : IAsyncLifetime
{
    private readonly RunningService other = new(new FictionalInspectorate());
    private readonly RunningService witness = new(new OfstedInspectorate());
    private readonly string token = Path.GetTempFileName();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // It keeps its address over restarts.
        var port = FreePorts.Next();
        other.Settings.Add($"--Inspectorate:Urls=http://127.0.0.1:{port}");
        await other.StartAsync();
        await RecordAsync();
        await File.WriteAllTextAsync(token, other.Issuer.Mint(FictionalInspectorate.InspectorateCode, "witness", lifetime: TimeSpan.FromDays(3650)) + "\n", Stop);
        witness.Settings.AddRange(
            [$"--Audit:Witness:Gateway=http://127.0.0.1:{port}", "--Audit:Witness:Seconds=30", $"--Audit:Witness:{FictionalInspectorate.InspectorateCode}:TokenFile={token}"]);
    }

    public async ValueTask DisposeAsync()
    {
        await witness.DisposeAsync();
        await other.DisposeAsync();
        File.Delete(token);
    }

    [Fact]
    public async Task Checkpoints_that_follow_from_each_other_are_kept_newest_first()
    {
        await SignAsync();
        await witness.StartAsync();
        await WitnessedAsync(1);
        await RecordAsync();
        await SignAsync();

        var kept = await WitnessedAsync(2);

        Assert.Equal([Outcome.Consistent, Outcome.First], kept.Select(one => one.Outcome));
        Assert.All(kept, one => Assert.Equal("", one.Explanation));
        Assert.Equal(await LatestAsync(), kept[0].Checkpoint);
        // Asked again, it has nothing new to keep.
        await AskAsync();
        Assert.Equal(2, (await ListAsync()).Count);
        Assert.Empty((await witness.Audit.ListWitnessedCheckpointsAsync(
            new ListWitnessedCheckpointsRequest { Inspectorate = "cqc" }, witness.As("auditor"), cancellationToken: Stop)).Checkpoints);
    }

    [Fact]
    public async Task A_record_that_was_rewritten_is_found_out_and_never_takes_the_place_of_what_was_good()
    {
        await RecordAsync();
        await SignAsync();
        await witness.StartAsync();
        await WitnessedAsync(1);
        var good = await LatestAsync();
        var before = await RewriteAsync(store =>
        {
            store.Run("UPDATE entry SET subject = 'somebody else' WHERE seq = 1");
            Chain.Rehash(store, 1);
            Histories.ForgetCheckpoints(store, 0);
        });
        await RecordAsync();
        await SignAsync();

        var rewritten = (await WitnessedAsync(2))[0];
        Assert.Equal((Outcome.Inconsistent, good.Size + 1), (rewritten.Outcome, rewritten.Checkpoint.Size));
        Assert.Equal($"Its first {good.Size} entries are not those witnessed before: entries were changed.", rewritten.Explanation);

        // What follows from the good one is good again: the other stands in no one's way.
        await RewriteAsync(_ => { }, from: before);
        await RecordAsync();
        await RecordAsync();
        await SignAsync();
        Assert.Equal(Outcome.Consistent, (await WitnessedAsync(3))[0].Outcome);
    }

    [Fact]
    public async Task A_record_that_was_cut_short_is_found_out()
    {
        await RecordAsync();
        await SignAsync();
        await witness.StartAsync();
        await WitnessedAsync(1);
        await RewriteAsync(store => Histories.CutAfter(store, 1));
        await SignAsync();

        var kept = (await WitnessedAsync(2))[0];

        Assert.Equal((Outcome.Inconsistent, "It is over 1 entries, after one over 2: entries were removed."), (kept.Outcome, kept.Explanation));
    }

    [Fact]
    public async Task Another_key_than_the_one_seen_first_is_not_believed()
    {
        await SignAsync();
        await witness.StartAsync();
        await WitnessedAsync(1);
        await other.StopAsync();
        other.Settings.Add($"--Audit:KeyFile={token}.pem");
        await other.StartAsync();
        await RecordAsync();
        await SignAsync();

        var kept = await WitnessedAsync(2);
        File.Delete($"{token}.pem");

        Assert.Equal([Outcome.WrongSignature, Outcome.First], kept.Select(one => one.Outcome));
        Assert.Equal("It is signed by another key than the one known from before.", kept[0].Explanation);
    }

    [Fact]
    public async Task Who_cannot_be_reached_is_asked_again_and_nothing_is_kept_meanwhile()
    {
        await SignAsync();
        await other.StopAsync();
        await witness.StartAsync();
        await AskFailingAsync();
        Assert.Empty(await ListAsync());

        await other.StartAsync();

        Assert.Equal(Outcome.First, Assert.Single(await WitnessedAsync(1)).Outcome);
    }

    // What a store looks like to a service that somebody wrote to meanwhile; gives what it was.
    private async Task<string> RewriteAsync(Action<StoreCopy> change, string? from = null)
    {
        await other.StopAsync();
        var was = $"{other.StoreFile}.{Guid.NewGuid():N}";
        SampleRecord.Copy(other.StoreFile, was);
        using (var store = new StoreCopy(from ?? was, other.StoreFile + ".new"))
            change(store);
        File.Move(other.StoreFile + ".new", other.StoreFile, overwrite: true);
        // What a reader left open beside the file is of the file before.
        File.Delete(other.StoreFile + "-wal");
        File.Delete(other.StoreFile + "-shm");
        await other.StartAsync();
        return was;
    }

    private async Task RecordAsync()
    {
        var samples = new Samples(other.Description);
        await other.Verdicts.RecordVerdictAsync(Samples.Recording(samples.Published("X02", "2024-02-01")), other.As("inspector"), cancellationToken: Stop);
    }

    private Task SignAsync() => other.Services.GetServices<IHostedService>().OfType<Checkpointing>().Single().SignAsync(Stop);

    private Task AskAsync() => witness.Services.GetServices<IHostedService>().OfType<Witnessing>().Single().AskAsync(FictionalInspectorate.InspectorateCode, Stop);

    private async Task AskFailingAsync() =>
        Assert.Equal(Grpc.Core.StatusCode.Unavailable, (await Assert.ThrowsAsync<Grpc.Core.RpcException>(AskAsync)).StatusCode);

    private async Task<Checkpoint> LatestAsync() =>
        (await other.Audit.GetCheckpointAsync(new GetCheckpointRequest(), other.As("auditor"), cancellationToken: Stop)).Checkpoint;

    private async Task<IReadOnlyList<WitnessedCheckpoint>> ListAsync() => (await witness.Audit.ListWitnessedCheckpointsAsync(
        new ListWitnessedCheckpointsRequest(), witness.As("auditor"), cancellationToken: Stop)).Checkpoints;

    // The witness asks by itself as its clock goes on.
    private async Task<IReadOnlyList<WitnessedCheckpoint>> WitnessedAsync(int count)
    {
        IReadOnlyList<WitnessedCheckpoint> kept = [];
        await Eventually.HoldsAsync(async () =>
        {
            witness.Time.Advance(TimeSpan.FromSeconds(30));
            kept = await ListAsync();
            return kept.Count >= count;
        });
        Assert.Equal(count, kept.Count);
        return kept;
    }
}
