using System.Diagnostics;
using Inspectorates.Postgres;
using Inspectorates.SystemTests.Launcher;

namespace Inspectorates.SystemTests.Telemetry;

/// <summary>What the programs tell an operator of a request.</summary>
[Collection("launcher")]
public sealed class TraceTests
{
    private const string Gateway = "inspectorates-gateway";

    private static readonly string[] Inspectorates = ["ofsted", "cqc", "hmic", "hmi-probation"];

    [Fact]
    public async Task A_request_is_one_trace_from_the_gateway_through_every_service_to_its_store()
    {
        using var receiver = new SpanReceiver(FreePorts.Next());
        await using var launched = await Launched.StartAsync(
            new Dictionary<string, string>
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = receiver.Address,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
            },
            "--without-facts");
        var trace = ActivityTraceId.CreateRandom().ToHexString();
        using var http = new HttpClient { BaseAddress = new Uri(launched.Http) };
        http.DefaultRequestHeaders.Add("traceparent", $"00-{trace}-00f067aa0ba902b7-01");

        using var answer = await http.GetAsync(new Uri("/api/v1/areas/926/joint-view", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        ExportedSpan[] spans = [];
        for (var i = 0; i < 100 && !Complete(spans); i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            spans = [.. receiver.Spans.Where(s => s.TraceId.Equals(trace, StringComparison.OrdinalIgnoreCase))];
        }

        Assert.True(Complete(spans), string.Join('\n', spans.Select(s => s.ToString())));
    }

    // Each program exports when it likes, so that a parent may come after its children.
    private static bool Complete(ExportedSpan[] spans) =>
        spans.Where(s => s.Service != Gateway).All(s => spans.Any(parent => parent.SpanId == s.ParentId))
        && spans.Any(s => s.Service == Gateway)
        && Inspectorates.All(code => spans.Any(s =>
            s.Service == code && s.Scope.Contains("Store", StringComparison.OrdinalIgnoreCase)));
}
