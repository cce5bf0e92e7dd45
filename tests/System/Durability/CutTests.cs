using Grpc.Core;
using Inspectorates.SystemTests.Promises;
using Inspectorates.V1;

namespace Inspectorates.SystemTests.Durability;

/// <summary>The connection is cut between COMMIT and the answer, and the caller sends its request again.</summary>
[Collection(Alone.Name)]
public sealed class CutTests
{
    private const int Callers = 8;

    [Theory]
    [InlineData(Store.Sqlite, 1)]
    [InlineData(Store.Postgres, 2)]
    public async Task A_write_whose_answer_was_cut_off_has_happened_once_and_is_answered_when_sent_again(string kind, int replicas)
    {
        await using var store = await Store.NewAsync(kind);
        await using var record = await RunningRecord.StartAsync(store, replicas);
        var samples = await Samples.OfAsync(record.Replicas[0]);
        var each = Math.Max(1, Sizes.Cuts / Callers);

        var answered = await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller =>
            Task.Run(() => CallAsync(record.Replicas[caller % replicas], samples, each))));

        var service = record.Replicas[0];
        var log = await RecordLog.ReadAsync(service, service.As("auditor"));
        var verdicts = answered.SelectMany(one => one).ToList();
        Assert.Equal(each * Callers, verdicts.Count);
        Assert.Equal(verdicts.Count, log.Count);
        var stored = log.ToDictionary(change => change.Verdict.Text, change => change.Verdict);
        Assert.All(verdicts, verdict => Assert.Equal(verdict, stored[verdict.Text]));
        await record.IsWholeAsync();
        Measured.Write($"cuts-{kind}", ("answers cut off after COMMIT", verdicts.Count), ("entries", log.Count));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.Postgres)]
    public async Task A_write_whose_answer_was_cut_off_is_answered_so_also_by_a_program_that_was_killed_in_between(string kind)
    {
        await using var store = await Store.NewAsync(kind);
        await using var record = await RunningRecord.StartAsync(store, replicas: 1);
        var service = record.Replicas[0];
        var samples = await Samples.OfAsync(service);
        var journal = new Journal();
        await using var proxy = new CuttingProxy(service.Address);
        for (var kill = 0; kill < Math.Max(2, Sizes.Cuts / 200); kill++)
        {
            using var channel = RecordService.ChannelTo(proxy.Address);
            var client = new VerdictService.VerdictServiceClient(channel);
            var id = Guid.NewGuid().ToString();
            var request = new RecordVerdictRequest { Verdict = samples.Draft(Samples.WordsOf(id)), RequestId = id };
            var write = new Write(id, request, [Samples.WordsOf(id)]);
            journal.BeforeSending(write);
            proxy.Cut(Samples.WordsOf(id));
            await Assert.ThrowsAsync<RpcException>(async () =>
                await client.RecordVerdictAsync(request, service.As("inspector"), cancellationToken: TestContext.Current.CancellationToken));

            await service.KillAsync();
            await service.StartAsync();

            journal.Answered(write, await Calls.UntilAnsweredAsync(() => client.RecordVerdictAsync(request, service.As("inspector"))));
        }

        RecordLog.HoldsWhatWasPromised(await RecordLog.ReadAsync(service, service.As("auditor")), journal);
        Measured.Write($"cuts-and-kills-{kind}", ("answers cut off, the program killed after COMMIT", journal.Acknowledged.Count), ("entries", journal.Acknowledged.Count));
    }

    private static async Task<List<Verdict>> CallAsync(RecordService service, Samples samples, int cuts)
    {
        await using var proxy = new CuttingProxy(service.Address);
        using var channel = RecordService.ChannelTo(proxy.Address);
        var client = new VerdictService.VerdictServiceClient(channel);
        var metadata = service.As("inspector");
        var answered = new List<Verdict>();
        while (answered.Count < cuts)
        {
            var id = Guid.NewGuid().ToString();
            var request = new RecordVerdictRequest { Verdict = samples.Draft(Samples.WordsOf(id)), RequestId = id };
            proxy.Cut(Samples.WordsOf(id));

            var fault = await Assert.ThrowsAsync<RpcException>(async () => await client.RecordVerdictAsync(request, metadata));
            Assert.True(Outcomes.IsToBeSentAgain(fault) && Outcomes.ReasonOf(fault) is null, fault.Status.ToString());
            Assert.Equal(answered.Count + 1, proxy.Cuts);

            var again = await Calls.UntilAnsweredAsync(() => client.RecordVerdictAsync(request, metadata));
            Assert.Equal(again, await Calls.UntilAnsweredAsync(() => client.RecordVerdictAsync(request, metadata)));
            answered.Add(again.Verdict);
        }

        return answered;
    }
}
