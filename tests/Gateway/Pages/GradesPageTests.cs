using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Inspectorates.Gateway.Pages;
using Inspectorates.Gateway.Tests.Scripted;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Pages;

/// <summary>How often each grade was given as a page, compared with the same as data.</summary>
public sealed class GradesPageTests
{
    // alpha has two versions, of which the later has one grade more and one fewer; beta has one version and one overall.
    private static async Task<RunningGateway> StartAsync()
    {
        var gateway = await RunningGateway.StartAsync(["alpha", "beta", "delta"]);
        var first = gateway["alpha"].Description.Frameworks[0];
        (first.ActualStart, first.ActualEnd) = (new() { Day = "2015-01-01" }, new() { Day = "2019-12-31" });
        var second = first.Clone();
        (second.Version, second.Label, second.ActualStart, second.ActualEnd) = ("2", "Framework & more", new() { Day = "2020-01-01" }, null);
        second.Grades.RemoveAt(1);
        second.Grades.Insert(0, new Grade { Code = "outstanding", Label = "Out<standing>", Standing = Grade.Types.Standing.Exceeds });
        gateway["alpha"].Description.Frameworks.Add(second);
        var unjudged = Overall("alpha", "good", "302", "2016-03-01");
        (unjudged.Grade, unjudged.Standing, unjudged.NotJudgedReason) = (null, Grade.Types.Standing.NotJudged, "Too little was seen.");
        var newer = new[] { Overall("alpha", "good", "926", "2021-05-01"), Overall("alpha", "good", "301", "2023-05-01") };
        foreach (var verdict in newer)
            verdict.FrameworkVersion = "2";
        newer[1].Grade = second.Grades[0].Clone();
        newer[1].Standing = Grade.Types.Standing.Exceeds;
        gateway["alpha"].Verdicts.AddRange(
        [
            Overall("alpha", "weak", "926", "2016-05-01"), Overall("alpha", "good", "825", "2018-05-01"), unjudged, .. newer,
            Facts.Verdict("alpha", "icpc", "bad"),
        ]);
        gateway["beta"].Verdicts.Add(Facts.Judgement("beta", "bad"));
        return gateway;
    }

    private static Verdict Overall(string code, string grade, string area, string fieldwork)
    {
        var verdict = Facts.Judgement(code, grade, area, fieldwork);
        verdict.Name += $"-{fieldwork}";
        return verdict;
    }

    private static async Task<(HttpStatusCode Status, IHtmlDocument Page)> PageAsync(RunningGateway gateway, string query = "")
    {
        using var response = await gateway.Http.GetAsync($"/grades{query}", TestContext.Current.CancellationToken);
        return (response.StatusCode, new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    private static IEnumerable<string> Texts(IParentNode page, string selector) => page.QuerySelectorAll(selector).Select(element => element.TextContent);

    private static IEnumerable<string?> Hooks(IParentNode page, string hook) =>
        page.QuerySelectorAll($"[{hook}]").Select(element => element.GetAttribute(hook));

    private static JsonElement.ArrayEnumerator Each(JsonElement within, string property) => within.GetProperty(property).EnumerateArray();

    private static string Version(JsonElement version) => $"{version.GetProperty("framework")}/{version.GetProperty("version")}";

    [Theory]
    [InlineData("")]
    [InlineData("?process=icpc")]
    [InlineData("?inspectorate=alpha&framework=alpha-framework&judgement=overall&process=&region=London")]
    [InlineData("?from=2018-01-01&to=2021-12-31&includePilots=true")]
    public async Task The_page_says_what_the_data_says(string query)
    {
        await using var gateway = await StartAsync();
        var (_, data) = await gateway.JsonAsync($"/api/v1/grades{query}");
        var (status, page) = await PageAsync(gateway, query);

        Assert.Equal(HttpStatusCode.OK, status);
        var distributions = Each(data, "distributions").ToArray();
        Assert.NotEmpty(distributions);
        Assert.Equal(
            distributions.Select(one => $"{one.GetProperty("inspectorate")}/{one.GetProperty("judgement")}"), Hooks(page, "data-distribution"));
        var versions = distributions.SelectMany(one => Each(one, "frameworks")).ToArray();
        Assert.Equal(versions.Select(Version), Hooks(page, "data-version"));
        Assert.Equal(versions.Select(Version), Hooks(page, "data-version-in-words"));
        foreach (var (version, body) in versions.Zip(page.QuerySelectorAll("[data-version]")))
        {
            var rows = body.QuerySelectorAll("[data-grade]").ToArray();
            Assert.Equal(version.GetProperty("total").ToString(), body.GetAttribute("data-total"));
            Assert.Equal(version.GetProperty("notJudged").ToString(), body.GetAttribute("data-not-judged"));
            Assert.Equal(version.GetProperty("grades").Texts("label"), rows.Select(row => row.QuerySelector("th")!.TextContent));
            Assert.Equal(Each(version, "counts").Select(count => count.ToString()), rows.Select(row => row.QuerySelector("[data-count]")!.TextContent));
            Assert.Equal(version.GetProperty("total").ToString(), body.QuerySelector("[data-all] [data-count]")!.TextContent);
            foreach (var year in Each(version, "years"))
                Assert.Equal(
                    [.. Each(year, "counts").Select(count => count.ToString()), year.GetProperty("total").ToString()],
                    Texts(body, $"[data-year='{year.GetProperty("year")}']"));
        }

        Assert.Equal(
            distributions.SelectMany(one => Each(one, "shifts")).SelectMany(shift => Each(shift, "sentences")).Select(sentence => sentence.GetString()),
            Texts(page, "[data-sentence]"));
        Assert.Equal(distributions.Count(one => one.GetProperty("shifts").GetArrayLength() == 0), page.QuerySelectorAll("[data-no-shift]").Length);
        Assert.Equal(data.GetProperty("asOf").GetString(), page.QuerySelector("[data-as-of]")!.GetAttribute("data-as-of"));
        Assert.Equal("true", page.QuerySelector("[data-complete]")!.GetAttribute("data-complete"));
        Assert.Null(page.QuerySelector("[data-incomplete]"));
        Assert.Equal(["alpha", "beta", "delta"], Hooks(page, "data-source"));
    }

    [Fact]
    public async Task Versions_are_told_in_words_with_what_is_not_counted_and_a_change_of_words_beside_its_shares()
    {
        await using var gateway = await StartAsync();
        var (_, page) = await PageAsync(gateway, "?inspectorate=alpha");

        Assert.Equal(
            [
                "Framework of alpha, version 1: It began in 2015 and ended on 31 December 2019. 2 verdicts counted; 1 verdict left without a judgement, and not counted.",
                "Framework & more, version 2: It began in 2020; no end is recorded. 2 verdicts counted; none was left without a judgement.",
            ],
            Texts(page, "[data-version-in-words]"));
        Assert.Equal(["Grade", "2016", "2018", "2021", "2023", "All years"], Texts(page, ".counts thead th"));
        Assert.Equal(
            ["Out<standing>|–|–|0|1|1", "Good|–|–|1|0|1", "Bad|–|–|0|0|0"],
            page.QuerySelectorAll("[data-version$='/2'] [data-grade]").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent))));
        Assert.Equal(
            [
                "EXCEEDS|it had no such grade|could not be given|Out<standing>|1 (50.0 %)|50.0 percentage points more",
                "MEETS|Good|1 (50.0 %)|Good|1 (50.0 %)|the same share",
                "FALLS_SHORT|Weak|1 (50.0 %)|it has no such grade|cannot be given|50.0 percentage points fewer",
                "FAILS|Bad|0 (0.0 %)|Bad|0 (0.0 %)|the same share",
            ],
            page.QuerySelectorAll("[data-standing]").Select(row => $"{row.GetAttribute("data-standing")}|{string.Join('|', Texts(row, "td"))}"));
    }

    [Fact]
    public async Task What_is_not_recorded_of_a_version_is_said_and_a_version_without_grades_too()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        var unjudged = Facts.Judgement("alpha", "good");
        (unjudged.Grade, unjudged.Standing, unjudged.NotJudgedReason) = (null, Grade.Types.Standing.NotJudged, "Too little was seen.");
        gateway["alpha"].Description.Frameworks[0].Grades.Clear();
        gateway["alpha"].Verdicts.Add(unjudged);
        var (_, page) = await PageAsync(gateway);

        Assert.Equal(
            ["Framework of alpha, version 1: When it began and whether it has ended is not recorded. Nothing was graded; 1 verdict left without a judgement, and not counted."],
            Texts(page, "[data-version-in-words]"));
        Assert.Equal(["Nothing was graded under this version."], Texts(page, "[data-no-grades]"));
        Assert.Single(page.QuerySelectorAll("[data-no-shift]"));
    }

    [Fact]
    public async Task Every_table_has_a_caption_and_every_heading_cell_its_scope_and_every_field_its_label_and_value()
    {
        await using var gateway = await StartAsync();
        var (_, page) = await PageAsync(gateway, "?process=icpc&region=London&inspectorate=alpha&framework=alpha-framework&from=2010-01-01&asOf=2025-01-01");

        Assert.All(page.QuerySelectorAll("table"), table => Assert.NotEmpty(table.QuerySelector("caption")!.TextContent.Trim()));
        Assert.All(page.QuerySelectorAll("th"), cell => Assert.NotEmpty(cell.GetAttribute("scope")!));
        Assert.All(page.QuerySelectorAll("select, input:not([type=hidden])"), field => Assert.NotNull(page.QuerySelector($"label[for={field.Id}]")));
        Assert.Empty(page.QuerySelectorAll("script, [onclick], [style]"));
        Assert.Equal(
            ["alpha", "alpha-framework", "", "icpc", "London"],
            page.QuerySelectorAll("form.filters select").Select(field => ((IHtmlSelectElement)field).Value ?? ""));
        Assert.Equal(
            "Counted here: verdicts on “Initial child protection conference (ICPC)”, kept by Inspectorate ALPHA, under Framework & more, "
            + "areas of London, from 1 January 2010 on, without pilots.",
            page.QuerySelector("[data-as-of]")!.TextContent);
        Assert.Equal("2010-01-01", ((IHtmlInputElement)page.GetElementById("from")!).Value);
        Assert.Equal("2025-01-01", page.QuerySelector("input[name=asOf]")!.GetAttribute("value"));
        Assert.Single(page.QuerySelectorAll("[data-none]"));
    }

    [Theory]
    [InlineData(Behaviour.SaysUnavailable, "UNREACHABLE", "Inspectorate BETA could not be reached: how often it gave each grade is not known.")]
    [InlineData(Behaviour.AnswersGarbage, "INVALID_ANSWER", "Inspectorate BETA gave no usable answer: how often it gave each grade is not known.")]
    public async Task Who_has_none_and_who_is_not_heard_are_told_apart(Behaviour behaviour, string state, string why)
    {
        await using var gateway = await StartAsync();
        await PageAsync(gateway);
        gateway["beta"].Behaviour = behaviour;
        var (_, data) = await gateway.JsonAsync("/api/v1/grades");
        var (status, page) = await PageAsync(gateway);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.False(data.GetProperty("complete").GetBoolean());
        Assert.Equal(["alpha/overall"], Hooks(page, "data-distribution"));
        Assert.Contains("Inspectorate BETA gave no proper answer", page.QuerySelector("[data-incomplete]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("false", page.QuerySelector("[data-complete]")!.GetAttribute("data-complete"));
        Assert.Equal([state, "NO_VERDICT"], Hooks(page, "data-without-state"));
        Assert.Equal([why, "Inspectorate DELTA answered, and has no such verdict."], Texts(page, "[data-without]"));
    }

    [Theory]
    [InlineData("", "Nothing in what was answered is such a verdict.")]
    [InlineData("beta", "Nothing in what was answered is such a verdict. Not everybody answered.")]
    public async Task Nothing_to_count_is_said_and_does_not_read_as_zero_where_somebody_is_not_heard(string unreachable, string said)
    {
        await using var gateway = await StartAsync();
        foreach (var inspectorate in gateway.Inspectorates.Where(one => one.Code == unreachable))
            inspectorate.Behaviour = Behaviour.SaysUnavailable;
        var (_, page) = await PageAsync(gateway, "?process=strategy-discussion&inspectorate=alpha");

        Assert.Equal([said], Texts(page, "[data-none]"));
        Assert.Equal(["alpha"], Hooks(page, "data-without"));
        Assert.Empty(page.QuerySelectorAll("[data-distribution]"));
    }

    [Theory]
    [InlineData("?process=nothing", "PROCESS_UNKNOWN", "process")]
    [InlineData("?framework=nothing", "FRAMEWORK_UNKNOWN", "framework")]
    [InlineData("?judgement=overall&process=icpc", "FIELDS_INCONSISTENT", "judgement")]
    [InlineData("?region=Nowhere", "REGION_UNKNOWN", "region")]
    [InlineData("?from=2024-02-01&to=2024-01-31", "FIELDS_INCONSISTENT", "to")]
    [InlineData("?asOf=soon", "FIELD_MALFORMED", "asOf")]
    [InlineData("?includePilots=perhaps", "FIELD_MALFORMED", "includePilots")]
    public async Task A_wrong_filter_is_a_page_that_names_the_field(string query, string reason, string field)
    {
        await using var gateway = await StartAsync();
        var (status, page) = await PageAsync(gateway, query);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(reason, page.QuerySelector("[data-reason]")!.GetAttribute("data-reason"));
        Assert.Equal(field, page.QuerySelector("[data-field]")!.TextContent);
    }

    [Theory]
    [InlineData(0, "the same share")]
    [InlineData(0.0004, "the same share")]
    [InlineData(0.123, "12.3 percentage points more")]
    [InlineData(-0.5, "50.0 percentage points fewer")]
    public void A_change_of_share_is_told_in_points(double difference, string words) => Assert.Equal(words, GradeWords.Change(difference));

    [Theory]
    [InlineData("", "2020-12-31", "When it began is not recorded; it ended on 31 December 2020")]
    [InlineData("2020-02-01", "", "It began in February 2020; no end is recorded")]
    [InlineData("2020-01-01", "2021-12-02", "It began in 2020 and ended on 2 December 2021")]
    [InlineData("soon", "", "It began on a day not known; no end is recorded")]
    public void When_a_version_was_in_force_is_told_no_more_exactly_than_it_may_be_known(string began, string ended, string words) =>
        Assert.Equal(words, GradeWords.InForce(new() { Began = began, Ended = ended }));

    [Theory]
    [InlineData(0, "Year not known")]
    [InlineData(2024, "2024")]
    public void A_year_that_is_not_known_is_said(int year, string words) => Assert.Equal(words, GradeWords.Year(year));
}
