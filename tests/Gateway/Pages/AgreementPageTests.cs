using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Inspectorates.Gateway.Tests.Scripted;

namespace Inspectorates.Gateway.Tests.Pages;

public sealed class AgreementPageTests
{
    private static async Task<RunningGateway> OverThreeAreasAsync()
    {
        var gateway = await RunningGateway.StartAsync(FourInspectorates.Codes, "--Gateway:Agreement:Floor=3", "--Gateway:Agreement:Replicates=100");
        foreach (var inspectorate in gateway.Inspectorates.Where(inspectorate => inspectorate.Code is "alpha" or "beta"))
            inspectorate.Verdicts.AddRange(
            [
                Facts.Verdict(inspectorate.Code, "icpc", "bad"), Facts.Verdict(inspectorate.Code, "icpc", "good", "825"),
                Facts.Verdict(inspectorate.Code, "icpc", inspectorate.Code == "alpha" ? "good" : "weak", "301"),
                Facts.Verdict(inspectorate.Code, "strategy-discussion", "good", inspectorate.Code == "alpha" ? "825" : "301"),
                Facts.Judgement(inspectorate.Code, "good"),
            ]);
        return gateway;
    }

    private static async Task<IDocument> PageAsync(RunningGateway gateway, string query = "") =>
        new HtmlParser().ParseDocument(await gateway.Http.GetStringAsync($"/agreement{query}", TestContext.Current.CancellationToken));

    [Fact]
    public async Task The_page_says_what_the_record_says()
    {
        await using var gateway = await OverThreeAreasAsync();
        var answer = await gateway.Joint.GetAgreementAsync(new(), cancellationToken: TestContext.Current.CancellationToken);
        using var page = await PageAsync(gateway);

        Assert.Equal(answer.TotalSize.ToString(System.Globalization.CultureInfo.InvariantCulture), page.QuerySelector("[data-total]")!.GetAttribute("data-total"));
        Assert.Equal(
            answer.Comparisons.Select(comparison => (comparison.One.Key, comparison.Other.Key, comparison.Process, comparison.Comparable)),
            page.QuerySelectorAll("[data-comparison]").Select(section => section.GetAttribute("data-comparison")!.Split('/') is [_, var process, var one, var other]
                ? (one, other, process, int.Parse(section.GetAttribute("data-comparable")!, null)) : default));
        Assert.Equal(answer.Comparisons.SelectMany(comparison => comparison.Sentences), Texts(page, "[data-sentence]"));
        Assert.Equal(answer.Comparisons.Select(comparison => comparison.Caution).Where(caution => caution.Length > 0), Texts(page, "[data-caution]"));
        Assert.Equal(answer.Parameters.Rules, Texts(page, "[data-rule]"));
        Assert.Equal(
            answer.Comparisons.SelectMany(comparison => comparison.Driving).SelectMany(unit => new[] { unit.One.Name, unit.Other.Name }),
            page.QuerySelectorAll("[data-cited]").Select(cited => cited.GetAttribute("data-cited")!));
        Assert.Equal(
            answer.Comparisons.SelectMany(comparison => comparison.Unmatched).Count(), page.QuerySelectorAll("[data-unmatched]").Length);
        var matrix = answer.Comparisons.Single(comparison => comparison is { Process: "icpc", One.Key: "alpha", Other.Key: "beta" });
        Assert.Equal(
            matrix.Matrix.Select(row => string.Join(' ', row.Counts)),
            page.QuerySelector("[data-comparison='ONE_PROCESS/icpc/alpha/beta']")!.QuerySelectorAll("[data-row]")
                .Select(row => string.Join(' ', row.QuerySelectorAll("td").Select(cell => cell.TextContent))));
        Assert.Equal(
            ["0.545", "0.778"],
            page.QuerySelector("[data-comparison='ONE_PROCESS/icpc/alpha/beta']")!.QuerySelectorAll("[data-value]").Take(2).Select(value => value.TextContent));
        Assert.Null(page.QuerySelector("[data-incomplete]"));
    }

    [Fact]
    public async Task Every_table_has_a_caption_and_every_heading_cell_its_scope_and_every_field_a_label()
    {
        await using var gateway = await OverThreeAreasAsync();
        using var page = await PageAsync(gateway, "?process=icpc&region=London");

        Assert.All(page.QuerySelectorAll("table"), table => Assert.NotEmpty(table.QuerySelector("caption")!.TextContent));
        Assert.All(page.QuerySelectorAll("th"), cell => Assert.True(cell.HasAttribute("scope")));
        Assert.All(page.QuerySelectorAll("select, input"), field => Assert.NotNull(page.QuerySelector($"label[for={field.Id}]")));
        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.Equal("icpc", page.QuerySelector("#process option[selected]")!.GetAttribute("value"));
        Assert.Equal("London", page.QuerySelector("#region option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_undefined_coefficient_is_undefined_in_words()
    {
        await using var gateway = await OverThreeAreasAsync();
        foreach (var verdict in gateway.Inspectorates.SelectMany(inspectorate => inspectorate.Verdicts))
            (verdict.Standing, verdict.Grade) = (V1.Grade.Types.Standing.Meets, null);
        using var page = await PageAsync(gateway, "?process=icpc&inspectorate=alpha&otherInspectorate=beta");

        Assert.Equal(7, page.QuerySelectorAll("[data-coefficient]").Length);
        Assert.All(page.QuerySelectorAll("[data-value]"), value => Assert.Equal("undefined, no variation", value.TextContent));
    }

    [Fact]
    public async Task What_is_missing_is_said_and_is_not_agreement()
    {
        await using var gateway = await OverThreeAreasAsync();
        gateway["beta"].Behaviour = Behaviour.SaysUnavailable;
        using var page = await PageAsync(gateway, "?process=icpc");

        Assert.Contains("What is missing is not agreement.", page.QuerySelector("[data-incomplete]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("beta", page.QuerySelector("[data-incomplete]")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("SOURCE_UNAVAILABLE", page.QuerySelectorAll("[data-unmatched]").Select(unmatched => unmatched.GetAttribute("data-unmatched")!));
    }

    [Fact]
    public async Task The_next_page_keeps_what_was_asked()
    {
        await using var gateway = await OverThreeAreasAsync();
        using var first = await PageAsync(gateway, "?from=2020-01-01&pageSize=2");
        var next = first.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        using var second = new HtmlParser().ParseDocument(await gateway.Http.GetStringAsync(next, TestContext.Current.CancellationToken));

        Assert.StartsWith("/agreement?from=2020-01-01&pageSize=2&pageToken=", next, StringComparison.Ordinal);
        Assert.NotEqual(
            first.QuerySelector("[data-comparison]")!.GetAttribute("data-comparison"), second.QuerySelector("[data-comparison]")!.GetAttribute("data-comparison"));
    }

    [Fact]
    public async Task A_wrong_filter_is_a_page_that_says_what_would_be_right()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        using var response = await gateway.Http.GetAsync("/agreement?region=Nowhere", TestContext.Current.CancellationToken);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("East of England", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Texts(IDocument page, string selector) => page.QuerySelectorAll(selector).Select(element => element.TextContent);
}
