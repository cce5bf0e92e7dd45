using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Inspectorates.Gateway.Tests.Scripted;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Pages;

/// <summary>Published results against their own rule as a page, compared with the same as data.</summary>
public sealed class RuleDiscrepancyPageTests
{
    private static async Task<RunningGateway> StartAsync()
    {
        var gateway = await RunningGateway.StartAsync(["alpha", "beta", "delta"]);
        gateway["beta"].Description.Frameworks[0].AggregationRule = "Bad where a part is bad.";
        foreach (var (code, area, report) in new[]
        {
            ("alpha", "926", "https://example.org/report?a=1&b=2"), ("beta", "825", ""), ("beta", "301", "javascript:alert(1)"), ("beta", "X01", ""),
        })
        {
            var inspection = Facts.Inspection(code, area, "2023-05-01");
            inspection.Source = new Provenance { Uri = report };
            inspection.Discrepancies.Add(new RuleDiscrepancy
            {
                Judgement = "overall",
                PublishedGrade = "good",
                AllowedGrades = { "bad", "weak" },
                Rule = "Bad where a part is <bad>.",
                Explanation = $"A part in {area} is bad & the overall is good.",
                SourceUri = code == "alpha" ? "https://example.org/handbook" : "",
            });
            gateway[code].Inspections.Add(inspection);
        }

        gateway["beta"].Inspections.Add(Facts.Inspection("beta", "302"));
        return gateway;
    }

    private static async Task<(HttpStatusCode Status, IHtmlDocument Page)> PageAsync(RunningGateway gateway, string path)
    {
        using var response = await gateway.Http.GetAsync(path, TestContext.Current.CancellationToken);
        return (response.StatusCode, new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    private static IEnumerable<string> Texts(IParentNode page, string selector) => page.QuerySelectorAll(selector).Select(element => element.TextContent);

    private static IEnumerable<string?> Hooks(IParentNode page, string hook) =>
        page.QuerySelectorAll($"[{hook}]").Select(element => element.GetAttribute(hook));

    private static IEnumerable<string> Codes(JsonElement grades) => grades.Texts("code");

    [Theory]
    [InlineData("", 3)]
    [InlineData("?inspectorate=beta", 2)]
    [InlineData("?inspectorate=&area=X01", 1)]
    [InlineData("?area=302&asOf=2025-01-01", 0)]
    public async Task The_page_says_what_the_data_says(string query, int size)
    {
        await using var gateway = await StartAsync();
        var (_, data) = await gateway.JsonAsync($"/api/v1/rule-discrepancies{query}");
        var (status, page) = await PageAsync(gateway, $"/rule-discrepancies{query}");

        Assert.Equal(HttpStatusCode.OK, status);
        var listed = data.GetProperty("discrepancies").EnumerateArray().ToArray();
        Assert.Equal(size, listed.Length);
        Assert.Equal(
            listed.Select(one => $"{one.GetProperty("inspection")}/{one.GetProperty("discrepancy").GetProperty("judgement")}"),
            Hooks(page, "data-discrepancy"));
        Assert.Equal(listed.Select(one => one.GetProperty("discrepancy").GetProperty("rule").GetString()), Texts(page, "[data-rule]"));
        Assert.Equal(listed.Select(one => one.GetProperty("discrepancy").GetProperty("explanation").GetString()), Texts(page, "[data-explanation]"));
        Assert.Equal(listed.Select(one => one.GetProperty("published").GetProperty("code").GetString()), Hooks(page, "data-published"));
        Assert.Equal(listed.Select(one => string.Join(' ', Codes(one.GetProperty("allowed")))), Hooks(page, "data-allowed"));
        Assert.Equal(listed.SelectMany(one => one.GetProperty("areas").EnumerateArray()).Select(area => area.GetString()), Hooks(page, "data-area"));
        Assert.Equal(data.GetProperty("counts").Texts("explanation"), Texts(page, "[data-count]"));
        Assert.Equal(data.GetProperty("counts").Texts("inspectorate"), Hooks(page, "data-count"));
        Assert.Equal(data.GetProperty("totalSize").ToString(), page.QuerySelector("[data-total]")!.GetAttribute("data-total"));
        Assert.Equal("true", page.QuerySelector("[data-complete]")!.GetAttribute("data-complete"));
        Assert.Equal(size == 0, page.QuerySelector("[data-none]") is not null);
        Assert.Equal(listed.Count(one => one.GetProperty("fictional").GetBoolean()), page.QuerySelectorAll("h3 .mark").Length);
    }

    [Fact]
    public async Task Grades_sources_and_addresses_are_in_words_and_what_is_not_recorded_is_said()
    {
        await using var gateway = await StartAsync();
        var (_, page) = await PageAsync(gateway, "/rule-discrepancies");
        var inAlpha = page.QuerySelector("[data-discrepancy*='inspectorates/alpha/']")!;
        var inBeta = page.QuerySelectorAll("[data-discrepancy*='inspectorates/beta/']");

        Assert.Equal("“Good”", inAlpha.QuerySelector("[data-published]")!.TextContent);
        Assert.Equal("“Bad” or “Weak”", inAlpha.QuerySelector("[data-allowed]")!.TextContent);
        Assert.Equal("https://example.org/handbook", inAlpha.QuerySelector("[data-rule-source]")!.GetAttribute("href"));
        Assert.Equal("https://example.org/report?a=1&b=2", inAlpha.QuerySelector("[data-report]")!.GetAttribute("href"));
        Assert.StartsWith("Inspectorate ALPHA: How well <children> are helped in Norfolk", inAlpha.QuerySelector("h3")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(2, inBeta.Length);
        Assert.All(inBeta, one => Assert.Equal("no address of the report is known", one.QuerySelector("[data-no-report]")!.TextContent));
        Assert.All(inBeta, one => Assert.Equal("not recorded", one.QuerySelector("[data-no-rule-source]")!.TextContent));
        Assert.All(page.QuerySelectorAll("a[href]"), link => Assert.DoesNotContain("javascript", link.GetAttribute("href")!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_discrepancy_lacks_is_said_and_never_left_blank()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        var bare = Facts.Inspection("alpha");
        (bare.Fieldwork, bare.PublishedOn) = (null, "");
        bare.Discrepancies.Add(new RuleDiscrepancy());
        gateway["alpha"].Inspections.Add(bare);
        var (_, page) = await PageAsync(gateway, "/rule-discrepancies");

        Assert.Equal(["Why it does not follow is not recorded in words."], Texts(page, "[data-explanation]"));
        Assert.Equal(
            [
                "not recorded", "not recorded", "not recorded in words", "not recorded", "Framework of alpha, version 1", "not known",
                "day not known", "no address of the report is known", "all verdicts in Norfolk",
            ],
            Texts(page, ".difference dd").Select(text => text.Trim()));
    }

    [Fact]
    public async Task One_that_cannot_be_reached_is_never_read_as_keeping_its_rules()
    {
        await using var gateway = await StartAsync();
        gateway["beta"].Behaviour = Behaviour.SaysUnavailable;
        var (_, page) = await PageAsync(gateway, "/rule-discrepancies?inspectorate=beta");

        Assert.Equal("false", page.QuerySelector("[data-complete]")!.GetAttribute("data-complete"));
        Assert.Contains("does not say that their results follow from their rules", page.QuerySelector("[data-incomplete]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["false"], Hooks(page, "data-answered"));
        Assert.Equal(
            ["beta gave no proper answer, so that nothing is known of its results; that is not agreement with its rules."], Texts(page, "[data-count]"));
        Assert.EndsWith("Not everybody answered.", page.QuerySelector("[data-none]")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal("UNREACHABLE", page.QuerySelector("[data-source=beta]")!.GetAttribute("data-state"));
    }

    [Fact]
    public async Task Nothing_recorded_is_not_told_as_everything_following()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        gateway["alpha"].Inspections.Add(Facts.Inspection("alpha"));
        var (_, page) = await PageAsync(gateway, "/rule-discrepancies");

        Assert.Equal("0", page.QuerySelector("[data-total]")!.GetAttribute("data-total"));
        Assert.Contains("That is not to say that every result follows from its rule", page.QuerySelector("[data-none]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Not everybody answered", page.QuerySelector("[data-none]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 under a framework without a rule", Texts(page, "[data-count]").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_asked_stays_in_the_form_and_goes_along_to_the_next_page()
    {
        await using var gateway = await StartAsync();
        var (_, first) = await PageAsync(gateway, "/rule-discrepancies?inspectorate=beta&area=&pageSize=1&asOf=2025-01-01");
        var next = first.QuerySelector("[data-next]")!.GetAttribute("href")!;
        var (status, second) = await PageAsync(gateway, next);
        var (_, data) = await gateway.JsonAsync("/api/v1/rule-discrepancies?inspectorate=beta&asOf=2025-01-01");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.StartsWith("/rule-discrepancies?inspectorate=beta&pageSize=1&asOf=2025-01-01&pageToken=", next, StringComparison.Ordinal);
        Assert.Equal(
            data.GetProperty("discrepancies").Texts("inspection").Select(name => $"{name}/overall"),
            Hooks(first, "data-discrepancy").Concat(Hooks(second, "data-discrepancy")));
        Assert.Null(second.QuerySelector("[data-next]"));
        Assert.Equal("beta", ((IHtmlSelectElement)second.GetElementById("inspectorate")!).Value);
        Assert.Equal("2025-01-01", second.QuerySelector("input[name=asOf]")!.GetAttribute("value"));
        Assert.Equal("X01", ((IHtmlInputElement)(await PageAsync(gateway, "/rule-discrepancies?area=X01")).Page.GetElementById("area")!).Value);
    }

    [Fact]
    public async Task Every_table_has_a_caption_and_every_heading_cell_its_scope_and_every_field_a_label()
    {
        await using var gateway = await StartAsync();
        var (_, page) = await PageAsync(gateway, "/rule-discrepancies");

        Assert.All(page.QuerySelectorAll("table"), table => Assert.NotEmpty(table.QuerySelector("caption")!.TextContent.Trim()));
        Assert.All(page.QuerySelectorAll("th"), cell => Assert.NotEmpty(cell.GetAttribute("scope")!));
        Assert.All(page.QuerySelectorAll("select, input:not([type=hidden])"), field => Assert.NotNull(page.QuerySelector($"label[for={field.Id}]")));
        Assert.Empty(page.QuerySelectorAll("script, [onclick], [style]"));
    }

    [Theory]
    [InlineData("?inspectorate=omega", "INSPECTORATE_UNKNOWN", "inspectorate")]
    [InlineData("?area=E07000148", "AREA_CODE_IS_DISTRICT", "area")]
    [InlineData("?pageSize=501", "FIELD_OUT_OF_RANGE", "pageSize")]
    [InlineData("?pageToken=none", "PAGE_TOKEN_INVALID", "pageToken")]
    [InlineData("?asOf=soon", "FIELD_MALFORMED", "asOf")]
    public async Task A_wrong_filter_is_a_page_that_names_the_field(string query, string reason, string field)
    {
        await using var gateway = await StartAsync();
        var (status, page) = await PageAsync(gateway, $"/rule-discrepancies{query}");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(reason, page.QuerySelector("[data-reason]")!.GetAttribute("data-reason"));
        Assert.Equal(field, page.QuerySelector("[data-field]")!.TextContent);
    }

    [Fact]
    public async Task The_front_page_leads_to_every_question_over_all_areas()
    {
        await using var gateway = await StartAsync();
        var (_, front) = await PageAsync(gateway, "/");

        foreach (var path in new[] { "/differences", "/agreement", "/grades", "/rule-discrepancies" })
        {
            Assert.NotNull(front.QuerySelector($"a[href='{path}']"));
            Assert.Equal(HttpStatusCode.OK, (await PageAsync(gateway, path)).Status);
        }
    }
}
