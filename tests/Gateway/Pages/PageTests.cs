using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Inspectorates.Gateway.Tests.Scripted;

namespace Inspectorates.Gateway.Tests.Pages;

public sealed class PageTests(OneGateway one) : IClassFixture<OneGateway>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/?query=Norfolk")]
    [InlineData("/?query=zzz")]
    [InlineData("/areas/926")]
    [InlineData("/areas/X01")]
    [InlineData("/areas/926?asOf=2023-01-01")]
    [InlineData("/areas/E07000148")]
    [InlineData("/complaints")]
    public async Task A_page_has_a_language_one_heading_in_order_labels_and_nothing_from_elsewhere(string path)
    {
        var (response, page) = await PageAsync(path);

        Assert.Equal("en-GB", page.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(page.Title!);
        var levels = page.QuerySelectorAll("h1,h2,h3,h4").Select(heading => heading.TagName[1] - '0').ToArray();
        Assert.Equal(1, levels[0]);
        Assert.Single(levels, 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
        Assert.Equal("#main", page.QuerySelector("a.skip")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("main#main"));
        Assert.All(page.QuerySelectorAll("input"), input => Assert.NotNull(page.QuerySelector($"label[for={input.Id}]")));
        Assert.All(page.QuerySelectorAll("table"), table => Assert.NotEmpty(table.QuerySelector("caption")!.TextContent));
        Assert.All(page.QuerySelectorAll("th"), cell => Assert.NotNull(cell.GetAttribute("scope")));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToArray();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(
            page.QuerySelectorAll("a[href^='#']"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        Assert.Empty(page.QuerySelectorAll("script, iframe, [onclick], [style], img[src^=http], link[href^=http]"));
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task The_search_finds_an_area_and_links_to_its_view()
    {
        var (_, page) = await PageAsync("/?query=norf");

        var found = Assert.Single(page.QuerySelectorAll("[data-area]"));
        Assert.Equal("926", found.GetAttribute("data-area"));
        Assert.Equal("/areas/926", found.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_search_that_finds_nothing_says_so_and_what_to_try_and_shows_the_words_as_words()
    {
        var (_, page) = await PageAsync("/?query=" + Uri.EscapeDataString("<script>alert(1)</script>"));

        Assert.Contains("<script>alert(1)</script>", page.QuerySelector("[data-none-found]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("<script>alert(1)</script>", ((IHtmlInputElement)page.GetElementById("query")!).Value);
        Assert.NotEmpty(page.QuerySelectorAll("main li"));
    }

    [Theory]
    [InlineData("/areas/E07000148", HttpStatusCode.BadRequest, "AREA_CODE_IS_DISTRICT")]
    [InlineData("/areas/E10000999", HttpStatusCode.NotFound, "AREA_UNKNOWN")]
    [InlineData("/areas/926?asOf=never", HttpStatusCode.BadRequest, "FIELD_MALFORMED")]
    public async Task A_wrong_code_or_day_is_a_page_with_the_reason_and_the_search(string path, HttpStatusCode status, string reason)
    {
        var (response, page) = await PageAsync(path);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(reason, page.QuerySelector("[data-reason]")!.GetAttribute("data-reason"));
        Assert.NotNull(page.QuerySelector("form[role=search]"));
    }

    [Fact]
    public async Task A_browser_that_asks_for_what_there_is_not_gets_a_page_and_a_program_gets_problem_details()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nowhere");
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");

        using var page = await one.Gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);
        using var problem = await one.Gateway.Http.GetAsync("/nowhere", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (problem.StatusCode, problem.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task When_nobody_answers_the_page_says_of_each_why()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        await gateway["alpha"].StopAsync();
        await gateway["beta"].StopAsync();

        using var response = await gateway.Http.GetAsync("/areas/926", TestContext.Current.CancellationToken);
        using var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(["UNREACHABLE", "UNREACHABLE"], page.QuerySelectorAll("[data-source]").Select(row => row.GetAttribute("data-state")));
    }

    [Fact]
    public async Task A_verdict_is_shown_in_its_own_words_and_whatever_it_holds_stays_text()
    {
        var (_, page) = await PageAsync("/areas/926");

        var verdict = page.QuerySelector("[data-verdict='inspectorates/beta/verdicts/strategy-discussion-926-1']")!;
        Assert.Equal("FAILS", verdict.GetAttribute("data-standing"));
        Assert.Equal("Bad", verdict.QuerySelector(".grade strong")!.TextContent);
        Assert.Equal("What beta found & wrote <b>down</b>.", verdict.QuerySelector(".found")!.TextContent);
        Assert.Contains("10 June 2024", verdict.TextContent, StringComparison.Ordinal);
        Assert.Equal("Judgement of", verdict.QuerySelector("dt")!.TextContent);
        Assert.Equal("https://example.org/beta/926", verdict.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("How well <children> are helped", page.QuerySelector("#judgements ~ section h3")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F23_a_process_says_at_which_stage_of_the_childs_journey_it_lies()
    {
        var (_, page) = await PageAsync("/areas/926");

        Assert.Equal(
            "Stage of the child’s journey: assessment and enquiry.",
            page.QuerySelector("#p-strategy-discussion [data-stage=assessment-and-enquiry]")!.TextContent);
    }

    [Fact]
    public async Task An_address_that_would_run_something_is_no_link()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        var verdict = Facts.Verdict("alpha", "icpc", "good");
        verdict.Source.Uri = "javascript:alert(1)";
        gateway["alpha"].Verdicts.Add(verdict);

        var html = await gateway.Http.GetStringAsync("/areas/926", TestContext.Current.CancellationToken);

        Assert.Contains("inspectorates/alpha/verdicts/", html, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", html, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<(HttpResponseMessage Response, IHtmlDocument Page)> PageAsync(string path)
    {
        var response = await one.Gateway.Http.GetAsync(path, TestContext.Current.CancellationToken);
        return (response, new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }
}
