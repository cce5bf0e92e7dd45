using System.Data.Common;
using System.Diagnostics;
using System.Net;
using Grpc.Core;
using Grpc.Health.V1;
using Inspectorates.Conformance.Fictional;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;
using Microsoft.Extensions.DependencyInjection;

namespace Inspectorates.Conformance;

/// <summary>What the chassis does whoever the inspectorate is.</summary>
public sealed class ServiceTests(RunningService<FictionalInspectorate> service) : IClassFixture<RunningService<FictionalInspectorate>>
{
    private Samples Samples { get; } = new(service.Description);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GetVerdict", "0a05", "3", "MESSAGE_MALFORMED")]
    [InlineData("GetVerdict", "0a02c328", "3", "MESSAGE_MALFORMED")]
    [InlineData("GetVerdict", "00", "3", "MESSAGE_MALFORMED")]
    [InlineData("DoNothing", "", "12", "METHOD_NOT_FOUND")]
    public async Task What_grpc_refuses_by_itself_has_a_reason_too(string method, string message, string status, string reason)
    {
        var answer = await PostAsync($"/inspectorates.v1.VerdictService/{method}", Convert.FromHexString(message));

        Assert.Equal(status, answer.Status);
        Assert.Equal(reason, answer.Reason);
    }

    [Fact]
    public async Task A_message_that_is_too_large_is_refused_with_its_reason()
    {
        var refused = await Refused.ByAsync(service.Verdicts.GetVerdictAsync(
            new GetVerdictRequest { Name = new string('x', 300_000) }, cancellationToken: Stop));

        refused.Is(StatusCode.ResourceExhausted, "MESSAGE_TOO_LARGE");
    }

    [Theory]
    [InlineData("/inspectorates.v1.VerdictService/RecordVerdict")]
    [InlineData("/INSPECTORATES.V1.verdictservice/recordverdict")]
    [InlineData("/inspectorates.v1.VerdictService/RecordVerdict/")]
    [InlineData("/inspectorates.v1.VerdictService/Rec%6frdVerdict")]
    public async Task However_a_path_is_spelt_a_write_needs_a_token(string path)
    {
        var answer = await PostAsync(path, []);

        Assert.True(answer.Reason is "TOKEN_REQUIRED" or "METHOD_NOT_FOUND", $"{path} gave {answer}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("live")]
    [InlineData("ready")]
    public async Task It_says_that_it_is_healthy(string name)
    {
        var answer = await new Health.HealthClient(service.Channel).CheckAsync(new HealthCheckRequest { Service = name }, cancellationToken: Stop);

        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, answer.Status);
    }

    [Fact]
    public async Task The_store_itself_refuses_to_change_or_remove_an_entry()
    {
        await using var own = await StartedAsync();
        for (var day = 1; day <= 5; day++)
            await own.Verdicts.RecordVerdictAsync(Samples.Recording(Samples.Published("301", $"2024-02-0{day}")), own.As("inspector"), cancellationToken: Stop);
        using var session = own.Services.GetRequiredService<IStore>().OpenForWriting();

        Assert.ThrowsAny<DbException>(() => session.Number("UPDATE entry SET subject = 'nobody' WHERE seq = 3"));
        Assert.ThrowsAny<DbException>(() => session.Number("DELETE FROM entry WHERE seq = 3"));
        Assert.Equal(5, session.Number("SELECT COUNT(*) FROM entry"));
    }

    [Fact]
    public async Task A_full_store_refuses_writes_reads_on_and_takes_writes_again_once_there_is_room()
    {
        await using var own = await StartedAsync();
        var writer = own.Services.GetRequiredService<StoreWriter>();
        await writer.RunAsync(session => session.Number($"PRAGMA max_page_count = {session.Number("PRAGMA page_count")}"));
        var verdict = Samples.Published("301", "2024-02-01");
        verdict.Text = new string('x', 4000);
        var batch = new BatchRecordVerdictsRequest { Verdicts = { Enumerable.Repeat(verdict, 50) }, RequestId = Samples.NewId() };

        var refused = await Refused.ByAsync(own.Verdicts.BatchRecordVerdictsAsync(batch, own.As("inspector"), cancellationToken: Stop));
        var read = await own.Verdicts.ListVerdictsAsync(new ListVerdictsRequest(), cancellationToken: Stop);
        await writer.RunAsync(session => session.Number("PRAGMA max_page_count = 1000000"));
        var written = await own.Verdicts.BatchRecordVerdictsAsync(batch, own.As("inspector"), cancellationToken: Stop);

        refused.Is(StatusCode.ResourceExhausted, "STORE_FULL");
        Assert.Empty(read.Verdicts);
        Assert.Equal(50, written.Verdicts.Count);
    }

    [Fact]
    public async Task A_store_held_by_somebody_else_is_said_to_be_busy_and_serves_again_afterwards()
    {
        await using var own = await StartedAsync();
        var request = Samples.Recording(Samples.Published("301", "2024-02-01"));
        using (var other = own.Services.GetRequiredService<IStore>().OpenForWriting())
        {
            other.Begin([]);
            (await Refused.ByAsync(own.Verdicts.RecordVerdictAsync(request, own.As("inspector"), cancellationToken: Stop)))
                .Is(StatusCode.Unavailable, "STORE_UNAVAILABLE");
            other.Rollback();
        }

        Assert.Equal(1, (await own.Verdicts.RecordVerdictAsync(request, own.As("inspector"), cancellationToken: Stop)).Verdict.Revision);
    }

    [Fact]
    public async Task What_was_written_is_there_after_a_restart_and_cursors_go_on()
    {
        await using var own = await StartedAsync();
        var request = Samples.Recording(Samples.Published("301", "2024-02-01"));
        var recorded = (await own.Verdicts.RecordVerdictAsync(request, own.As("inspector"), cancellationToken: Stop)).Verdict;
        var cursor = (await own.Changes.ListChangesAsync(new ListChangesRequest(), cancellationToken: Stop)).Cursor;

        await own.StopAsync();
        await own.StartAsync();

        Assert.Equal(recorded, (await own.Verdicts.GetVerdictAsync(new GetVerdictRequest { Name = recorded.Name }, cancellationToken: Stop)).Verdict);
        Assert.Equal(recorded, (await own.Verdicts.RecordVerdictAsync(request, own.As("inspector"), cancellationToken: Stop)).Verdict);
        Assert.Empty((await own.Changes.ListChangesAsync(new ListChangesRequest { Cursor = cursor }, cancellationToken: Stop)).Changes);
    }

    [Fact]
    public async Task Stopping_ends_a_watch_at_once_with_unavailable()
    {
        await using var own = await StartedAsync();
        using var watch = own.Changes.WatchChanges(new WatchChangesRequest(), cancellationToken: Stop);
        await own.Verdicts.RecordVerdictAsync(Samples.Recording(Samples.Published("301", "2024-02-01")), own.As("inspector"), cancellationToken: Stop);
        Assert.True(await watch.ResponseStream.MoveNext(Stop));
        var ended = Assert.ThrowsAsync<RpcException>(async () => await watch.ResponseStream.MoveNext(Stop));

        var began = Stopwatch.GetTimestamp();
        await own.StopListeningAsync();

        Refused.Of(await ended).Is(StatusCode.Unavailable, "STORE_UNAVAILABLE");
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_rule_that_the_published_grades_break_is_said_and_nothing_is_corrected()
    {
        var record = Samples.Record("302", "2024-02-01", "poor", Samples.Source("e", ""));
        var overall = Samples.Imported("overall", "302", "2024-02-01", "fine");
        (overall.Verdict.Judgement, overall.Verdict.Process, overall.Verdict.Aspect) = ("overall", "", "");
        record.Verdicts.Add(overall);

        var outcome = (await service.Imports.ImportRecordsAsync(
            new ImportRecordsRequest { Records = { record }, RequestId = Samples.NewId() }, service.As("inspector"), cancellationToken: Stop)).Outcomes.Single();
        var inspection = (await service.Inspections.GetInspectionAsync(
            new GetInspectionRequest { Name = outcome.Inspection }, cancellationToken: Stop)).Inspection;

        Assert.Equal("fine", Assert.Single(inspection.Discrepancies).PublishedGrade);
    }

    [Fact]
    public async Task Spans_of_the_store_belong_to_the_requests_trace()
    {
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Inspectorates.Store" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span => { lock (spans) spans.Add(span); },
        };
        ActivitySource.AddActivityListener(listener);
        var trace = ActivityTraceId.CreateRandom();
        var headers = service.As("inspector");
        headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");

        await service.Verdicts.RecordVerdictAsync(Samples.Recording(Samples.Published("303", "2024-02-01")), headers, cancellationToken: Stop);

        lock (spans)
        {
            var write = Assert.Single(spans, span => span.TraceId == trace && span.OperationName == "store.write");
            Assert.NotNull(write.ParentId);
        }
    }

    private static async Task<RunningService> StartedAsync()
    {
        var own = new RunningService(new FictionalInspectorate());
        await own.StartAsync();
        return own;
    }

    private async Task<(string? Status, string? Reason)> PostAsync(string path, byte[] message)
    {
        using var client = new HttpClient();
        byte[] frame = [0, 0, 0, 0, (byte)message.Length, .. message];
        using var request = new HttpRequestMessage(HttpMethod.Post, service.Address + path)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(frame) { Headers = { { "content-type", "application/grpc" } } },
        };
        request.Headers.TE.ParseAdd("trailers");
        using var response = await client.SendAsync(request, Stop);
        await response.Content.ReadAsByteArrayAsync(Stop);
        string? Header(string name) =>
            response.TrailingHeaders.TryGetValues(name, out var values) || response.Headers.TryGetValues(name, out values) ? values.First() : null;
        var details = Header("grpc-status-details-bin") is { } bin ? Google.Rpc.Status.Parser.ParseFrom(Convert.FromBase64String(bin)) : null;
        return (Header("grpc-status"), details?.GetDetail<Google.Rpc.ErrorInfo>().Reason);
    }
}
