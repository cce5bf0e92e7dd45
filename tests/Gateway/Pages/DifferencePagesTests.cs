using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Inspectorates.Gateway.Tests.Scripted;

namespace Inspectorates.Gateway.Tests.Pages;

/// <summary>The list of differences and one difference as pages, compared with the same as data.</summary>
public sealed class DifferencePagesTests
{
    private static async Task<RunningGateway> StartAsync()
    {
        var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        var pilot = Facts.Verdict("beta", "icpc", "bad", number: 9);
        pilot.Pilot = true;
        gateway["alpha"].Verdicts.AddRange(
        [
            Facts.Verdict("alpha", "strategy-discussion", "good"), Facts.Verdict("alpha", "icpc", "good"),
            Facts.Verdict("alpha", "icpc", "weak", fieldwork: "2019-06-10", number: 2),
        ]);
        gateway["beta"].Verdicts.AddRange(
        [
            Facts.Verdict("beta", "strategy-discussion", "bad"), pilot,
            Facts.Verdict("beta", "strategy-discussion", "weak", fieldwork: "2018-06-10", aspect: "timeliness", number: 2),
        ]);
        return gateway;
    }

    private static async Task<(HttpStatusCode Status, IHtmlDocument Page)> PageAsync(RunningGateway gateway, string path)
    {
        using var response = await gateway.Http.GetAsync(path, TestContext.Current.CancellationToken);
        return (response.StatusCode, new HtmlParser().ParseDocument(
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    private static IEnumerable<string?> Hooks(IParentNode page, string hook) =>
        page.QuerySelectorAll($"[{hook}]").Select(element => element.GetAttribute(hook));

    [Theory]
    [InlineData("")]
    [InlineData("?kind=CONTRADICTION")]
    [InlineData("?only=STALE&leftOut=true")]
    [InlineData("?cause=UNEXPLAINED&area=926&process=icpc&inspectorate=alpha&kind=")]
    public async Task The_list_is_the_same_as_a_page_and_as_data(string query)
    {
        await using var gateway = await StartAsync();
        var (_, list) = await gateway.JsonAsync($"/api/v1/differences{query}");
        var (status, page) = await PageAsync(gateway, $"/differences{query}");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(list.GetProperty("differences").Texts("id"), Hooks(page, "data-difference"));
        Assert.Equal(list.GetProperty("differences").Texts("explanation"), page.QuerySelectorAll("[data-explanation]").Select(one => one.TextContent));
        Assert.Equal(
            list.GetProperty("differences").EnumerateArray().SelectMany(one => one.GetProperty("causes").Texts("kind")), Hooks(page, "data-cause"));
        Assert.Equal(
            list.GetProperty("leftOut").EnumerateArray().Select(pair => string.Join(' ', pair.GetProperty("reasons").EnumerateArray())),
            Hooks(page, "data-left-out-reasons"));
        Assert.Equal(list.GetProperty("totalSize").ToString(), page.QuerySelector("[data-total]")!.GetAttribute("data-total"));
        Assert.All(page.QuerySelectorAll("th"), cell => Assert.NotNull(cell.GetAttribute("scope")));
        Assert.All(page.QuerySelectorAll("table"), table => Assert.NotNull(table.QuerySelector("caption")));
        Assert.All(
            page.QuerySelectorAll("select, input:not([type=hidden])"),
            field => Assert.NotNull(page.QuerySelector($"label[for={field.Id}]")));
        Assert.Empty(page.QuerySelectorAll("script, [onclick], [style]"));
    }

    [Fact]
    public async Task What_was_asked_stays_in_the_form_and_goes_along_to_the_next_page()
    {
        await using var gateway = await StartAsync();

        var (_, page) = await PageAsync(gateway, "/differences?area=926&kind=&pageSize=1");
        var next = page.QuerySelector("[data-next]")!.GetAttribute("href")!;
        var (status, second) = await PageAsync(gateway, next);
        var (_, list) = await gateway.JsonAsync("/api/v1/differences?area=926");

        Assert.Equal("926", ((IHtmlInputElement)page.GetElementById("area")!).Value);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(list.GetProperty("differences").Texts("id").Take(2), Hooks(page, "data-difference").Concat(Hooks(second, "data-difference")));
        var (_, chosen) = await PageAsync(gateway, "/differences?kind=DIVERGENCE");
        Assert.Equal("DIVERGENCE", ((IHtmlSelectElement)chosen.GetElementById("kind")!).Value);
    }

    [Fact]
    public async Task One_difference_shows_both_verdicts_with_their_sources_and_explains_its_kind()
    {
        await using var gateway = await StartAsync();
        var (_, list) = await gateway.JsonAsync("/api/v1/differences");
        foreach (var difference in list.GetProperty("differences").EnumerateArray())
        {
            var (status, page) = await PageAsync(gateway, $"/differences/{difference.GetProperty("id")}");

            Assert.Equal(HttpStatusCode.OK, status);
            var verdicts = difference.GetProperty("verdicts");
            Assert.Equal(verdicts.Texts("name"), Hooks(page, "data-verdict"));
            Assert.Equal(verdicts.Texts("sourceUri"), page.QuerySelectorAll("[data-source-of]").Select(link => link.GetAttribute("href")));
            Assert.Equal(difference.GetProperty("explanation").GetString(), page.QuerySelector("[data-explanation]")!.TextContent);
            Assert.StartsWith(
                difference.GetProperty("kind").GetString() switch
                {
                    "CONTRADICTION" => "A contradiction: ",
                    "DIVERGENCE" => "A divergence, and no contradiction: ",
                    _ => "A change over time, and no contradiction: ",
                },
                page.QuerySelector("[data-kind-explained]")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(difference.GetProperty("causes").Texts("kind"), Hooks(page, "data-cause"));
            Assert.Equal(
                difference.GetProperty("remarks").EnumerateArray().Select(remark => remark.GetString()),
                page.QuerySelectorAll("[data-remark]").Select(remark => remark.TextContent));
            var (found, _) = await PageAsync(gateway, page.QuerySelector(".sides a")!.GetAttribute("href")!.Split('#')[0]);
            Assert.Equal(HttpStatusCode.OK, found);
        }
    }

    [Theory]
    [InlineData("/differences/0000000000000000", HttpStatusCode.NotFound, "DIFFERENCE_NOT_FOUND")]
    [InlineData("/differences?kind=QUARREL", HttpStatusCode.BadRequest, "FIELD_MALFORMED")]
    [InlineData("/differences?colour=red", HttpStatusCode.BadRequest, "FIELD_MALFORMED")]
    [InlineData("/differences?process=tea-making", HttpStatusCode.BadRequest, "PROCESS_UNKNOWN")]
    public async Task What_is_not_there_or_wrong_is_a_page_with_the_reason(string path, HttpStatusCode status, string reason)
    {
        await using var gateway = await StartAsync();

        var (answered, page) = await PageAsync(gateway, path);

        Assert.Equal(status, answered);
        Assert.Equal(reason, page.QuerySelector("[data-reason]")!.GetAttribute("data-reason"));
    }

    [Fact]
    public async Task On_the_page_of_an_area_contradictions_come_first_and_what_may_be_time_is_folded()
    {
        await using var gateway = await StartAsync();

        var (_, page) = await PageAsync(gateway, "/areas/926");
        var (_, view) = await gateway.JsonAsync("/api/v1/areas/926/joint-view");

        Assert.Equal(view.GetProperty("differences").Texts("id"), Hooks(page, "data-difference"));
        Assert.Equal(
            view.GetProperty("differences").EnumerateArray().Where(one => one.GetProperty("stale").GetBoolean()).Select(one => one.GetProperty("id").GetString()),
            page.QuerySelectorAll("details [data-difference]").Select(one => one.GetAttribute("data-difference")));
        Assert.Equal(
            ["1 divergence whose verdicts are more than 365 days apart", "1 change over time whose verdicts are more than 365 days apart"],
            page.QuerySelectorAll("summary").Select(summary => summary.TextContent));
        Assert.Equal("CONTRADICTION", page.QuerySelector("[data-difference]")!.GetAttribute("data-kind"));
        Assert.Null(page.QuerySelector("[data-difference]")!.Closest("details"));
    }

    [Fact]
    public async Task Pairs_that_were_not_compared_are_on_the_page_when_asked_for()
    {
        await using var gateway = await StartAsync();

        var (_, page) = await PageAsync(gateway, "/areas/926?asOf=2025-01-01");
        var link = page.QuerySelector("[data-left-out-link]")!.GetAttribute("href")!;
        var (_, asked) = await PageAsync(gateway, link);
        var (_, view) = await gateway.JsonAsync("/api/v1/areas/926/joint-view?asOf=2025-01-01&leftOut=true");

        Assert.Equal("/areas/926?asOf=2025-01-01&leftOut=true#left-out", link);
        Assert.Empty(Hooks(page, "data-left-out"));
        Assert.Equal(
            view.GetProperty("leftOut").EnumerateArray().Select(pair => string.Join(' ', pair.GetProperty("verdicts").Texts("name"))),
            Hooks(asked, "data-left-out"));
        Assert.NotEmpty(Hooks(asked, "data-left-out"));
    }

    [Fact]
    public async Task A_page_of_the_past_links_to_differences_of_that_day()
    {
        await using var gateway = await StartAsync();

        var (_, page) = await PageAsync(gateway, "/areas/926?asOf=2024-12-31");
        var link = page.QuerySelectorAll("[data-difference] a").Select(one => one.GetAttribute("href")!).First(one => one.StartsWith("/differences/", StringComparison.Ordinal));
        var (status, one) = await PageAsync(gateway, link);

        Assert.EndsWith("?asOf=2024-12-31", link, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("2024-12-31", one.QuerySelector("[data-as-of]")!.GetAttribute("data-as-of"));
    }
}
