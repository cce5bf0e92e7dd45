using AngleSharp.Html.Parser;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Inspectorates.Gateway.Tests.Scripted;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Rest;

public sealed class RecordedAsOfTests
{
    private const string View = "/api/v1/areas/926/joint-view";
    private const string Noon = "2026-06-15T12:00:00Z";

    [Fact]
    public async Task The_instant_reaches_every_source_in_every_question_and_the_view_says_so()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);

        var (status, json) = await gateway.JsonAsync($"{View}?recordedAsOf={Noon}");
        var answer = await gateway.Joint.GetJointInspectionAsync(
            new() { Area = "926", RecordedAsOf = Instant(2026, 6, 15, 12) }, cancellationToken: TestContext.Current.CancellationToken);
        using var page = new HtmlParser().ParseDocument(
            await gateway.Http.GetStringAsync($"/areas/926?recordedAsOf={Noon}", TestContext.Current.CancellationToken));

        Assert.Equal(200, status);
        foreach (var inspectorate in gateway.Inspectorates)
        {
            var questions = inspectorate.Questions.ToArray();
            Assert.Equal(6, questions.Length);
            Assert.All(questions.OfType<ListVerdictsRequest>(), asked => Assert.Equal(Instant(2026, 6, 15, 12), asked.RecordedAsOf));
            Assert.All(questions.OfType<ListInspectionsRequest>(), asked => Assert.Equal(Instant(2026, 6, 15, 12), asked.RecordedAsOf));
            Assert.All(questions.OfType<ListVerdictsRequest>(), asked => Assert.Equal("2026-06-15", asked.AsOf));
        }

        const string held = "This is what the record held at 15 June 2026, 12:00:00 UTC";
        Assert.Contains(json.GetProperty("notices").EnumerateArray(), notice => notice.GetString()!.StartsWith(held, StringComparison.Ordinal));
        Assert.Contains(answer.JointInspection.Notices, notice => notice.StartsWith(held, StringComparison.Ordinal));
        Assert.Contains(page.QuerySelectorAll("[data-notice]"), notice => notice.TextContent.StartsWith(held, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_day_of_the_view_is_the_instants_day_in_London_unless_another_is_given()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);

        var (_, summer) = await gateway.JsonAsync($"{View}?recordedAsOf=2026-06-15T23:30:00Z");
        var (_, winter) = await gateway.JsonAsync($"{View}?recordedAsOf=2026-01-15T23:30:00Z");
        var (_, zoned) = await gateway.JsonAsync($"{View}?recordedAsOf={Uri.EscapeDataString("2026-06-16T00:30:00.5+01:00")}");
        var (_, given) = await gateway.JsonAsync($"{View}?recordedAsOf={Noon}&asOf=2025-12-31");

        Assert.Equal("2026-06-16", summer.GetProperty("asOf").GetString());
        Assert.Equal("2026-01-15", winter.GetProperty("asOf").GetString());
        Assert.Equal("2026-06-16", zoned.GetProperty("asOf").GetString());
        Assert.Equal("2025-12-31", given.GetProperty("asOf").GetString());
    }

    [Fact]
    public async Task A_view_without_an_instant_asks_for_none()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);

        await gateway.JsonAsync(View);

        Assert.All(gateway["alpha"].Questions.OfType<ListVerdictsRequest>(), asked => Assert.Null(asked.RecordedAsOf));
        Assert.All(gateway["alpha"].Questions.OfType<ListInspectionsRequest>(), asked => Assert.Null(asked.RecordedAsOf));
    }

    [Theory]
    [InlineData("yesterday", "FIELD_MALFORMED")]
    [InlineData("2026-06-15", "FIELD_MALFORMED")]
    [InlineData("2026-06-15T12:00:00", "FIELD_MALFORMED")]
    [InlineData("2026-06-15T12:00:00+01:00", "FIELD_MALFORMED")] // A plus in a query is a space.
    [InlineData("2026-02-30T12:00:00Z", "FIELD_MALFORMED")]
    [InlineData("\"2026-06-15T12:00:00Z\"", "FIELD_MALFORMED")]
    [InlineData("9999-12-31T23:59:59Z", "FIELD_OUT_OF_RANGE")]
    [InlineData("0001-01-01T00:00:00Z", "FIELD_OUT_OF_RANGE")]
    public async Task What_is_no_instant_or_has_not_come_is_refused_naming_the_parameter(string written, string reason)
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);

        foreach (var path in new[] { View, "/api/v1/verdicts/alpha/some/revisions" })
        {
            var (status, problem) = await gateway.JsonAsync($"{path}?recordedAsOf={written}");

            Assert.Equal(400, status);
            Assert.Equal(reason, problem.GetProperty("reason").GetString());
            Assert.Equal("recordedAsOf", problem.GetProperty("field").GetString());
        }

        using var page = new HtmlParser().ParseDocument(await BodyAsync(gateway, $"/areas/926?recordedAsOf={written}"));
        Assert.Equal(reason, page.QuerySelector("[data-reason]")!.GetAttribute("data-reason"));
        Assert.Empty(gateway["alpha"].Calls);
    }

    [Theory]
    [InlineData(0, -1)]
    [InlineData(0, 1_000_000_000)]
    [InlineData(long.MaxValue, 0)]
    [InlineData(long.MinValue, 0)]
    public async Task A_message_that_is_no_instant_is_refused_over_gRPC_as_well(long seconds, int nanos)
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await gateway.Joint.GetJointInspectionAsync(
            new() { Area = "926", RecordedAsOf = new Timestamp { Seconds = seconds, Nanos = nanos } },
            cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
    }

    [Fact]
    public async Task Links_of_a_page_of_the_past_lead_to_the_past()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        gateway["alpha"].Verdicts.Add(Facts.Verdict("alpha", "icpc", "good"));

        var html = await gateway.Http.GetStringAsync($"/areas/926?recordedAsOf={Noon}", TestContext.Current.CancellationToken);
        using var page = new HtmlParser().ParseDocument(html);

        Assert.Equal(
            "/verdicts/alpha/icpc-926-1?recordedAsOf=2026-06-15T12%3A00%3A00.0000000Z",
            page.QuerySelector("a[data-history]")!.GetAttribute("href"));
    }

    private static async Task<string> BodyAsync(RunningGateway gateway, string path)
    {
        using var answer = await gateway.Http.GetAsync(path, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static Timestamp Instant(int year, int month, int day, int hour) =>
        Timestamp.FromDateTime(new DateTime(year, month, day, hour, 0, 0, DateTimeKind.Utc));
}
