using Inspectorates.SystemTests.Launcher;

namespace Inspectorates.SystemTests.Places;

/// <summary>Real places as a reader sees them, on the facts that ship with the programs. What is expected was published.</summary>
[Collection(OneSuite.Name)]
public sealed class PublishedPlacesTests(RunningSuite suite)
{
    [Fact]
    public async Task Norfolk_shows_an_ILACS_outcome_a_joint_inspection_of_four_and_youth_justice_good()
    {
        var view = await suite.GetAsync("/api/v1/areas/E10000020/joint-view");

        Assert.Equal("Norfolk", view.GetProperty("area").GetProperty("name").GetString());
        Assert.True(view.GetProperty("complete").GetBoolean());
        Assert.Contains(view.List("judgements"), v => v.Is("inspectorate", "ofsted") && v.Is("framework", "ilacs") && v.Is("judgement", "overall-effectiveness") && v.Is("standing", "MEETS"));
        Assert.Contains(view.List("judgements"), v => v.Is("inspectorate", "hmi-probation") && v.GetProperty("grade").Is("label", "Good"));
        var joint = Assert.Single(view.List("inspections"), i => i.Is("key", "jtai/926/2024-12-09"));
        Assert.Equal(4, joint.List("participation").Count(p => p.Is("state", "TOOK_PART")));
    }

    [Fact]
    public async Task Norfolk_says_in_words_what_every_inspectorate_has_and_has_not()
    {
        var view = await suite.GetAsync("/api/v1/areas/926/joint-view");

        Assert.Equal(4, view.List("sources").Count());
        Assert.All(view.List("sources"), source => Assert.Contains(
            "took part in the joint targeted area inspection (JTAI) of 9 to 13 December 2024",
            source.GetProperty("summary").GetString(),
            StringComparison.Ordinal));
        Assert.Contains(view.List("absences"), a => a.Is("inspectorate", "hmic") && a.Is("kind", "NO_OWN_VERDICT"));
        Assert.DoesNotContain(view.List("judgements"), v => v.Is("inspectorate", "cqc"));
    }

    [Theory]
    [InlineData("Redbridge", "317", false)]
    [InlineData("Swindon", "866", false)]
    [InlineData("Devon", "878", true)]
    public async Task Ofsted_and_HMI_Probation_diverge_over_different_services_and_do_not_contradict(string name, string code, bool stale)
    {
        var view = await suite.GetAsync($"/api/v1/areas/{code}/joint-view");

        Assert.Equal(name, view.GetProperty("area").GetProperty("name").GetString());
        var between = view.List("differences")
            .Where(d => d.List("verdicts").All(v => v.GetProperty("judgement").GetString() != ""))
            .Where(d => d.List("verdicts").Select(v => v.GetProperty("inspectorate").GetString()).Order().SequenceEqual(["hmi-probation", "ofsted"]))
            .ToArray();
        Assert.Contains(between, d => d.Is("kind", "DIVERGENCE") && d.Is("reason", "DIFFERENT_SCOPE") && d.GetProperty("stale").GetBoolean() == stale);
        Assert.DoesNotContain(between, d => d.Is("kind", "CONTRADICTION"));
    }

    [Fact]
    public async Task Halton_is_contradicted_on_strategy_discussions_and_on_sharing_information_about_exploitation()
    {
        var view = await suite.GetAsync("/api/v1/areas/876/joint-view");
        var contradictions = view.List("differences").Where(d => d.Is("kind", "CONTRADICTION")).ToArray();

        var strategy = Assert.Single(contradictions, d => d.Is("process", "strategy-discussion"));
        Assert.Contains(strategy.List("verdicts"), v => v.List("authors").Count() > 1);
        Assert.Contains(strategy.List("verdicts"), v => v.List("authors").Select(a => a.GetString()).SequenceEqual(["ofsted"]));
        var exploitation = Assert.Single(contradictions, d => d.Is("process", "child-exploitation"));
        Assert.Equal("information-sharing", exploitation.GetProperty("aspect").GetString());
        Assert.Equal(
            ["cqc", "ofsted"],
            exploitation.List("verdicts").SelectMany(v => v.List("authors")).Select(a => a.GetString()).Order());
        Assert.All(
            view.List("processes").Where(p => p.GetProperty("process").GetString() is "strategy-discussion" or "child-exploitation"),
            p => Assert.True(p.Is("conclusion", "CONTRADICTORY")));
    }

    [Fact]
    public async Task Northumberland_is_contradicted_on_referrals()
    {
        var found = await suite.GetAsync("/api/v1/differences?kind=CONTRADICTION&process=contact-referral&area=929");

        var difference = Assert.Single(found.List("differences"));
        Assert.Equal(["hmi-probation", "ofsted"], difference.List("verdicts").SelectMany(v => v.List("authors")).Select(a => a.GetString()).Order());
    }

    [Fact]
    public async Task The_fictional_area_shows_a_strong_contradiction_and_says_that_it_is_fictional()
    {
        var view = await suite.GetAsync("/api/v1/areas/X02/joint-view");

        Assert.True(view.GetProperty("area").GetProperty("fictional").GetBoolean());
        Assert.Contains(view.List("notices"), n => n.GetString()!.Contains("fictional", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(view.List("differences"), d => d.Is("kind", "CONTRADICTION") && d.Is("process", "strategy-discussion") && d.GetProperty("strong").GetBoolean());
    }

    [Fact]
    public async Task A_fictional_area_is_in_no_list_of_differences_unless_asked_for()
    {
        var all = await suite.GetAsync("/api/v1/differences?pageSize=500");
        var asked = await suite.GetAsync("/api/v1/differences?area=X02");

        Assert.NotEmpty(all.List("differences"));
        Assert.DoesNotContain(all.List("differences"), d => d.GetProperty("area").GetString()!.StartsWith('X'));
        Assert.NotEmpty(asked.List("differences"));
    }

    [Fact]
    public async Task Every_authority_has_an_ILACS_outcome()
    {
        var areas = (await suite.GetAsync("/api/v1/areas?pageSize=500")).List("areas").Where(a => !a.GetProperty("fictional").GetBoolean()).ToArray();
        Assert.Equal(153, areas.Length);

        foreach (var area in areas)
        {
            var view = await suite.GetAsync($"/api/v1/areas/{area.GetProperty("dfeCode").GetString()}/joint-view");
            Assert.True(
                view.List("judgements").Any(v => v.Is("inspectorate", "ofsted") && v.Is("framework", "ilacs")),
                area.GetProperty("name").GetString());
        }
    }

    [Fact]
    public async Task What_is_known_of_a_day_leaves_out_what_came_later()
    {
        var before = await suite.GetAsync("/api/v1/areas/926/joint-view?asOf=2025-02-26");
        var after = await suite.GetAsync("/api/v1/areas/926/joint-view?asOf=2025-02-27");

        Assert.DoesNotContain(before.List("inspections"), i => i.Is("key", "jtai/926/2024-12-09"));
        Assert.Contains(after.List("inspections"), i => i.Is("key", "jtai/926/2024-12-09"));
    }
}
