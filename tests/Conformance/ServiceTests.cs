using System.Diagnostics;
using System.Net;
using Grpc.Core;
using Grpc.Health.V1;
using Inspectorates.Conformance.Fictional;
using Inspectorates.V1;

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
        // Other services of this process start and stop beside this test, and with them the process's listeners: one that is added
        // meanwhile may hear nothing for as long as it lives. Each attempt has its own.
        Activity? write = null;
        for (var attempt = 0; attempt < 50 && write is null; attempt++)
            write = await WriteSpanAsync();

        Assert.NotNull(write);
        Assert.NotNull(write.ParentId);
    }

    /// <summary>The store's span of one write, which is in the write's own trace; null: it was not heard of.</summary>
    private async Task<Activity?> WriteSpanAsync()
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
        // Its span may end after the answer has come.
        for (var look = 0; look < 20; look++)
        {
            lock (spans)
                if (spans.SingleOrDefault(span => span.TraceId == trace && span.OperationName == "store.write") is { } write)
                    return write;
            await Task.Delay(10, Stop);
        }

        return null;
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
