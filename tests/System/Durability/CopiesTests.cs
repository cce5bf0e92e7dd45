using Grpc.Net.Client;
using Inspectorates.SystemTests.Promises;
using Inspectorates.V1;

namespace Inspectorates.SystemTests.Durability;

/// <summary>Many callers at once: copies of one request, and editors of one verdict.</summary>
[Collection(Alone.Name)]
public sealed class CopiesTests
{
    private const int Copies = 64;
    private const int Rounds = 10;
    private const int Editors = 16;

    [Theory]
    [InlineData(Store.Sqlite, 1)]
    [InlineData(Store.Postgres, 2)]
    public async Task Copies_of_one_request_sent_at_once_have_one_effect_and_equal_answers(string kind, int replicas)
    {
        await using var store = await Store.NewAsync(kind);
        await using var record = await RunningRecord.StartAsync(store, replicas);
        var samples = await Samples.OfAsync(record.Replicas[0]);
        var metadata = record.Replicas[0].As("inspector");
        GrpcChannel[] channels = [.. record.Replicas.SelectMany(replica => Enumerable.Range(0, 4).Select(_ => RecordService.ChannelTo(replica.Address)))];

        for (var round = 0; round < Rounds; round++)
        {
            var id = Guid.NewGuid().ToString();
            var request = new RecordVerdictRequest { Verdict = samples.Draft(Samples.WordsOf(id)), RequestId = id };
            var answers = await Task.WhenAll(Enumerable.Range(0, Copies).Select(copy => Calls.UntilAnsweredAsync(() =>
                new VerdictService.VerdictServiceClient(channels[copy % channels.Length]).RecordVerdictAsync(request, metadata))));
            Assert.Single(answers.Distinct());
        }

        var service = record.Replicas[^1];
        Assert.Equal(Rounds, (await RecordLog.ReadAsync(service, service.As("auditor"))).Count);
        Array.ForEach(channels, channel => channel.Dispose());
        Measured.Write($"copies-{kind}", ("requests", Rounds), ("copies of each at once", Copies), ("effects", Rounds));
    }

    [Theory]
    [InlineData(Store.Sqlite, 1)]
    [InlineData(Store.Postgres, 2)]
    public async Task Editors_who_send_the_etag_they_read_never_lose_each_others_updates(string kind, int replicas)
    {
        await using var store = await Store.NewAsync(kind);
        await using var record = await RunningRecord.StartAsync(store, replicas);
        var samples = await Samples.OfAsync(record.Replicas[0]);
        var metadata = record.Replicas[0].As("inspector");
        var first = (await record.Replicas[0].Verdicts.RecordVerdictAsync(
            new RecordVerdictRequest { Verdict = samples.Draft("0"), RequestId = Guid.NewGuid().ToString() },
            metadata, cancellationToken: TestContext.Current.CancellationToken)).Verdict;
        var each = Math.Max(1, Sizes.Edits / Editors);

        var refused = await Task.WhenAll(Enumerable.Range(0, Editors).Select(editor =>
            Task.Run(() => new Editor(record.Replicas[editor % replicas], samples, first.Name).AddAsync(each))));

        var last = (await record.Replicas[^1].Verdicts.GetVerdictAsync(
            new GetVerdictRequest { Name = first.Name }, metadata, cancellationToken: TestContext.Current.CancellationToken)).Verdict;
        Assert.Equal($"{each * Editors}", last.Text);
        Assert.Equal((each * Editors) + 1, last.Revision);
        Assert.True(refused.Sum() > 0, "No two editors met.");
        Measured.Write($"editors-{kind}", ("editors", Editors), ("updates", each * Editors), ("refused for their etag", refused.Sum()), ("updates lost", 0));
    }
}
