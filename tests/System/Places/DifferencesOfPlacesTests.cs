using System.Text.Json;
using System.Text.RegularExpressions;
using Inspectorates.SystemTests.Launcher;

namespace Inspectorates.SystemTests.Places;

/// <summary>How real places differ, as a reader who does not know the code can tell: on the facts that ship with the programs.</summary>
[Collection(OneSuite.Name)]
public sealed partial class DifferencesOfPlacesTests(RunningSuite suite)
{
    private const string Divergence = "Divergence, not a contradiction: ";

    private static bool IsOfScope(JsonElement difference, bool stale) =>
        difference.Is("kind", "DIVERGENCE") && difference.Is("reason", "DIFFERENT_SCOPE") && difference.GetProperty("stale").GetBoolean() == stale;

    private static string[] Labels(JsonElement difference) =>
        [.. difference.List("verdicts").Select(verdict => verdict.GetProperty("grade").GetProperty("label").GetString()!)];

    private async Task<JsonElement[]> OfAsync(string area) =>
        [.. (await suite.GetAsync($"/api/v1/areas/{area}/joint-view")).List("differences")];

    [Fact]
    public async Task Every_flagged_pair_can_be_followed_to_both_sources_and_says_its_kind()
    {
        var (all, token) = (new List<JsonElement>(), "");
        do
        {
            var page = await suite.GetAsync($"/api/v1/differences?pageSize=500&pageToken={token}");
            all.AddRange(page.List("differences"));
            token = page.GetProperty("nextPageToken").GetString()!;
        }
        while (token.Length > 0);

        Assert.NotEmpty(all);
        Assert.All(all, difference =>
        {
            Assert.Equal(2, difference.List("verdicts").Count());
            foreach (var verdict in difference.List("verdicts"))
                Assert.True(
                    Uri.TryCreate(verdict.GetProperty("sourceUri").GetString(), UriKind.Absolute, out var address) && address.Scheme == "https"
                    || difference.List("remarks").Any(remark => remark.GetString()!.StartsWith("No address of the report of", StringComparison.Ordinal)),
                    difference.GetRawText());
            Assert.Matches(
                difference.GetProperty("kind").GetString() switch
                {
                    "CONTRADICTION" => "^(Strong c|C)ontradiction: .* they contradict each other, ",
                    "DIVERGENCE" => "^Divergence, not a contradiction: ",
                    _ => "^Change over time, not a contradiction: ",
                },
                difference.GetProperty("explanation").GetString());
            Assert.Equal(difference.Is("kind", "DIVERGENCE"), !difference.List("causes").Any());
            Assert.Equal(365, difference.GetProperty("windowDays").GetInt32());
        });
    }

    [Theory]
    [InlineData("317", "Requires improvement", "Outstanding", false)]
    [InlineData("866", "Outstanding", "Inadequate", false)]
    [InlineData("878", null, null, true)]
    public async Task Youth_justice_and_childrens_services_are_different_services(string area, string? earlier, string? later, bool stale)
    {
        var between = (await OfAsync(area)).Where(difference => difference.List("verdicts")
            .Select(verdict => verdict.GetProperty("inspectorate").GetString()).Order().SequenceEqual(["hmi-probation", "ofsted"])
            && difference.List("verdicts").All(verdict => verdict.List("authors").Count() == 1)).ToArray();

        var difference = Assert.Single(between, difference => IsOfScope(difference, stale));
        if (earlier is not null)
            Assert.Equal([earlier, later], Labels(difference));
        Assert.StartsWith(Divergence, difference.GetProperty("explanation").GetString(), StringComparison.Ordinal);
        Assert.Contains("so that both may hold", difference.GetProperty("explanation").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somersets_overall_and_the_priority_actions_of_its_letter_are_of_different_scope_and_stale()
    {
        var differences = await OfAsync("933");

        Assert.All(differences, difference => Assert.False(difference.Is("kind", "CONTRADICTION")));
        var priority = differences.Where(difference => Labels(difference).Contains("area for priority action")).ToArray();
        Assert.NotEmpty(priority);
        Assert.All(priority, difference =>
        {
            Assert.True(IsOfScope(difference, stale: true));
            Assert.Contains(difference.List("verdicts"), verdict => verdict.Is("standing", "FAILS") && verdict.GetProperty("partnership").GetBoolean());
            Assert.Contains(difference.List("verdicts"), verdict => verdict.Is("judgement", "overall-effectiveness") && verdict.Is("standing", "MEETS"));
        });
    }

    [Fact]
    public async Task Torbays_priority_action_is_one_agencys_and_contradicts_nobody()
    {
        var differences = await OfAsync("880");

        var priority = differences.Where(difference => Labels(difference).Contains("area for priority action")).ToArray();
        Assert.NotEmpty(priority);
        Assert.All(priority, difference =>
        {
            Assert.True(IsOfScope(difference, stale: true));
            Assert.Equal("health", difference.List("verdicts").Single(verdict => verdict.Is("standing", "FAILS")).GetProperty("agency").GetProperty("kind").GetString());
        });
        Assert.DoesNotContain(differences, difference => difference.Is("kind", "CONTRADICTION"));
        Assert.DoesNotContain(differences, difference => difference.Is("process", "strategy-discussion"));
    }

    [Theory]
    [InlineData("876", "strategy-discussion", "The joint inspection against Ofsted alone.")]
    [InlineData("876", "child-exploitation", "One is about the whole, the other about a part.")]
    [InlineData("929", "contact-referral", "One is about the whole, the other about a part.")]
    public async Task A_real_contradiction_is_followed_from_its_page_to_both_reports(string area, string process, string remark)
    {
        var difference = Assert.Single(await OfAsync(area), difference => difference.Is("kind", "CONTRADICTION") && difference.Is("process", process));

        var page = await suite.Http.GetStringAsync(new Uri($"/differences/{difference.GetProperty("id")}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.StartsWith("Contradiction: ", difference.GetProperty("explanation").GetString(), StringComparison.Ordinal);
        Assert.Contains(difference.List("remarks"), said => said.GetString() == remark);
        var links = SourceLinks().Matches(page).Select(link => link.Groups[1].Value).ToArray();
        Assert.Equal(2, links.Length);
        Assert.Equal(
            difference.List("verdicts").Select(verdict => new Uri(verdict.GetProperty("sourceUri").GetString()!)),
            links.Select(link => new Uri(System.Net.WebUtility.HtmlDecode(link))));
        Assert.Contains("A contradiction: two inspectorates", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_force_wide_verdict_says_how_many_areas_it_is_about()
    {
        var differences = await OfAsync("353");

        Assert.Contains(differences, difference => difference.List("remarks").Any(remark =>
            remark.GetString() == "One is force-wide: Greater Manchester Police (10 areas), not for this area alone."));
    }

    [Fact]
    public async Task What_may_be_no_more_than_time_is_folded_on_the_page_of_an_area_with_much_of_it()
    {
        var differences = await OfAsync("353");
        var page = await suite.Http.GetStringAsync(new Uri("/areas/353", UriKind.Relative), TestContext.Current.CancellationToken);

        var stale = differences.Count(difference => difference.GetProperty("stale").GetBoolean());
        Assert.InRange(stale, 20, 500);
        Assert.Equal(stale, Folded().Matches(page).Sum(fold => int.Parse(fold.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.True(
            page.IndexOf("data-difference=", StringComparison.Ordinal) < page.IndexOf("<details", StringComparison.Ordinal),
            "The first difference is folded.");
    }

    [Fact]
    public async Task Pairs_left_out_are_cited_with_every_reason_in_words()
    {
        var view = await suite.GetAsync("/api/v1/areas/876/joint-view?leftOut=true");

        Assert.NotEmpty(view.List("leftOut"));
        Assert.All(view.List("leftOut"), pair =>
        {
            Assert.Equal(2, pair.List("verdicts").Count());
            Assert.NotEmpty(pair.List("reasons"));
            Assert.Equal(pair.List("reasons").Count(), pair.List("explanations").Count());
        });
        Assert.Contains(view.List("leftOut"), pair => pair.List("reasons").Any(reason => reason.GetString() == "SAME_INSPECTION"));
    }

    [GeneratedRegex("href=\"([^\"]*)\"[^>]*data-source-of=")]
    private static partial Regex SourceLinks();

    [GeneratedRegex("data-folded=\"([0-9]+)\"")]
    private static partial Regex Folded();
}
