using System.Net;
using AngleSharp.Html.Parser;
using Google.Protobuf.WellKnownTypes;
using Inspectorates.Gateway.Tests.Scripted;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Rest;

public sealed class VerdictHistoryTests
{
    private const string Path = "/api/v1/verdicts/alpha/icpc-926-1/revisions";

    [Fact]
    public async Task Only_its_keeper_is_asked_with_the_callers_token_and_instant()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        Facts.Withdrawn(gateway["alpha"]);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Path}?recordedAsOf=2026-06-15T12:00:00Z");
        request.Headers.TryAddWithoutValidation("Authorization", Tokens.For("alpha"));

        using var response = await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        var asked = Assert.IsType<ListVerdictRevisionsRequest>(Assert.Single(gateway["alpha"].Questions));
        Assert.Equal("inspectorates/alpha/verdicts/icpc-926-1", asked.Name);
        Assert.Equal(Timestamp.FromDateTime(new DateTime(2026, 6, 15, 12, 0, 0, DateTimeKind.Utc)), asked.RecordedAsOf);
        Assert.All(gateway["alpha"].Calls, call => Assert.Equal(Tokens.For("alpha"), call.Headers["authorization"]));
        Assert.Empty(gateway["beta"].Calls);
    }

    [Fact]
    public async Task A_token_for_others_is_not_shown_to_the_keeper()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        Facts.Withdrawn(gateway["alpha"]);
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.TryAddWithoutValidation("Authorization", Tokens.For("beta"));

        using var response = await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.All(gateway["alpha"].Calls, call => Assert.DoesNotContain("authorization", call.Headers.Keys));
    }

    [Theory]
    [InlineData("/api/v1/verdicts/alpha/nothing/revisions", 404, "VERDICT_NOT_FOUND", "id")]
    [InlineData("/api/v1/verdicts/alpha/..%2F..%2Fbeta/revisions", 404, "VERDICT_NOT_FOUND", "id")]
    [InlineData("/api/v1/verdicts/nobody/icpc-926-1/revisions", 400, "INSPECTORATE_UNKNOWN", "inspectorate")]
    [InlineData("/api/v1/verdicts/ALPHA/icpc-926-1/revisions", 400, "INSPECTORATE_UNKNOWN", "inspectorate")]
    [InlineData("/api/v1/verdicts/alpha/icpc-926-1/revisions?pageSize=1", 400, "FIELD_MALFORMED", "")]
    public async Task What_there_is_not_is_refused_with_the_reason_and_the_field(string path, int status, string reason, string field)
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        Facts.Withdrawn(gateway["alpha"]);

        var (answered, problem) = await gateway.JsonAsync(path);

        Assert.Equal((status, reason, field), (answered, problem.GetProperty("reason").GetString(), problem.GetProperty("field").GetString()));
    }

    [Theory]
    [InlineData(Behaviour.SaysUnavailable)]
    [InlineData(Behaviour.SaysInternal)]
    [InlineData(Behaviour.AnswersGarbage)]
    [InlineData(Behaviour.Hangs)]
    public async Task A_keeper_that_gives_no_proper_answer_is_503_in_our_own_words(Behaviour behaviour)
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        Facts.Withdrawn(gateway["alpha"]);
        gateway["alpha"].Behaviour = behaviour;

        var (status, problem) = await gateway.JsonAsync(Path);

        Assert.Equal((503, "SOURCE_UNAVAILABLE"), (status, problem.GetProperty("reason").GetString()));
        Assert.DoesNotContain("db-host-7", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revisions_of_another_verdict_are_not_believed()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        gateway["alpha"].Revisions["inspectorates/alpha/verdicts/icpc-926-1"] = [Facts.Verdict("alpha", "icpc", "good", number: 2)];

        var (status, _) = await gateway.JsonAsync(Path);

        Assert.Equal(503, status);
    }

    [Fact]
    public async Task The_page_shows_every_version_and_leaves_what_it_holds_as_text()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        var name = Facts.Withdrawn(gateway["alpha"]);
        gateway["alpha"].Revisions[name][1].RevisionReason = "<script>alert(1)</script>";

        using var page = new HtmlParser().ParseDocument(
            await gateway.Http.GetStringAsync("/verdicts/alpha/icpc-926-1", TestContext.Current.CancellationToken));

        var versions = page.QuerySelectorAll("[data-revision]");
        Assert.Equal(["Weak", "Good"], page.QuerySelectorAll(".grade strong").Select(grade => grade.TextContent));
        Assert.Equal(["10 June 2024", "10 June 2024"], page.QuerySelectorAll("[data-published]").Select(day => day.TextContent));
        Assert.Equal("1 July 2024, 10:30:00", versions[1].QuerySelector("[data-recorded-at]")!.TextContent);
        Assert.Equal("<script>alert(1)</script>", versions[1].QuerySelector("[data-why]")!.TextContent);
        Assert.Contains("Recorded for the wrong area.", page.QuerySelector("[data-withdrawn]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/areas/926", page.QuerySelector("main a")!.GetAttribute("href"));
        Assert.Empty(page.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task Every_verdict_of_an_areas_page_leads_to_its_versions()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        Facts.Withdrawn(gateway["alpha"]);
        gateway["alpha"].Verdicts.Add(Facts.Verdict("alpha", "icpc", "good"));

        using var area = new HtmlParser().ParseDocument(
            await gateway.Http.GetStringAsync("/areas/926", TestContext.Current.CancellationToken));
        var links = area.QuerySelectorAll("[data-verdict]").Select(verdict => verdict.QuerySelector("a[data-history]")!.GetAttribute("href")!);

        using var version = await gateway.Http.GetAsync(Assert.Single(links), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, version.StatusCode);
    }
}
