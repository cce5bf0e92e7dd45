using System.Text.Json;
using Inspectorates.SystemTests.Launcher;
using Inspectorates.SystemTests.Places;

namespace Inspectorates.SystemTests.Article;

/// <summary>
/// A walk through the article of April 2013 that complained of joint inspection: each of its complaints by its number, asked of the real
/// programs with the facts that ship, as whoever complained would ask, and answered as they would see it.
/// </summary>
[Collection(OneSuite.Name)]
public sealed class ArticleTests(RunningSuite suite)
{
    private const string FrontDoor = "front-door-mash";

    private Task<JsonElement> ViewAsync(string area, string asOf = "") =>
        suite.GetAsync($"/api/v1/areas/{area}/joint-view{(asOf.Length > 0 ? $"?asOf={asOf}" : "")}");

    private static IEnumerable<JsonElement> Verdicts(JsonElement view) =>
        view.List("processes").SelectMany(process => process.List("verdicts")).Concat(view.List("judgements"));

    private static JsonElement Process(JsonElement view, string process) =>
        view.List("processes").Single(one => one.Is("process", process));

    [Fact]
    public async Task F3_Each_agencys_own_part_in_a_process_is_judged_apart_from_the_process_as_a_whole()
    {
        var verdicts = Process(await ViewAsync("X01"), FrontDoor).List("verdicts").ToList();

        Assert.Single(verdicts, verdict => verdict.GetProperty("partnership").GetBoolean());
        Assert.Equal(
            ["icb", "police-force", "probation-region"],
            verdicts.Where(verdict => !verdict.GetProperty("partnership").GetBoolean())
                .Select(verdict => verdict.GetProperty("agency").GetProperty("kind").GetString()!).Order());
    }

    [Fact]
    public async Task F5_There_is_no_overall_until_somebody_says_how_it_is_weighed_with_name_date_and_reason()
    {
        var view = await ViewAsync("X01");
        var none = await suite.GetAsync("/api/v1/areas/X01/balance");
        var weighed = await suite.GetAsync("/api/v1/areas/X01/balance?profile=front-door-equal-weights");

        Assert.DoesNotContain(view.EnumerateObject(), field => field.Name.Contains("overall", StringComparison.OrdinalIgnoreCase) || field.Name.Contains("score", StringComparison.OrdinalIgnoreCase));
        Assert.NotEqual("", none.GetProperty("noOverall").GetString());
        Assert.Equal("", weighed.GetProperty("noOverall").GetString());
        foreach (var field in new[] { "authorBody", "decidedOn", "rationale" })
            Assert.NotEqual("", weighed.GetProperty("profile").GetProperty(field).GetString());
    }

    [Fact]
    public async Task F6_A_good_front_door_and_a_failing_probation_service_are_weighed_and_what_would_turn_the_result_is_told()
    {
        var balance = await suite.GetAsync("/api/v1/areas/X01/balance?profile=front-door-equal-weights");

        Assert.Equal(4, balance.List("contributions").Count());
        Assert.Equal("2.5", balance.GetProperty("score").GetProperty("decimal").GetString());
        Assert.NotEqual("", balance.GetProperty("onEdge").GetProperty("explanation").GetString());
        Assert.NotEmpty(balance.List("criticalWeights"));
        Assert.NotEmpty(balance.List("shares"));
        Assert.Equal(["cqc", "hmi-probation", "hmic", "ofsted"], balance.List("leftOut").Select(one => one.GetProperty("inspectorate").GetString()!).Order());
    }

    [Fact]
    public async Task F10_By_when_what_a_pilot_taught_was_to_be_published_is_told_with_the_days_it_is_late()
    {
        var pilot = Assert.Single((await ViewAsync("X02", "2025-05-10")).List("inspections"), inspection => inspection.GetProperty("pilot").GetBoolean());

        Assert.Equal(10, pilot.GetProperty("pilotDaysOverdue").GetInt32());
        Assert.EndsWith("was to be published by 30 April 2025 and is 10 days overdue.", pilot.GetProperty("pilotSentence").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task F13_How_far_the_inspectorates_agree_is_measured_on_themselves()
    {
        var answer = await suite.GetAsync("/api/v1/agreement?about=BROAD_JUDGEMENTS&inspectorate=ofsted&otherInspectorate=hmi-probation&framework=youth-justice");

        var pair = answer.List("comparisons").First(comparison => comparison.GetProperty("other").Is("key", "ofsted"));
        Assert.Equal("Of 54 areas both judged, 21 were given the same standing; 47 within one step.", pair.List("sentences").First().GetString());
    }

    [Fact]
    public async Task F15_Contradictory_opinions_about_a_process_are_found_explained_and_followed()
    {
        var view = await ViewAsync("X02");
        var contradiction = Assert.Single(view.List("differences"), difference => difference.Is("kind", "CONTRADICTION"));
        var id = contradiction.GetProperty("id").GetString();
        var alone = await suite.GetAsync($"/api/v1/differences/{id}");

        Assert.True(Process(view, "strategy-discussion").Is("conclusion", "CONTRADICTORY"));
        Assert.True(contradiction.Is("process", "strategy-discussion"));
        Assert.Equal(["hmic", "ofsted"], contradiction.List("verdicts").Select(verdict => verdict.GetProperty("inspectorate").GetString()!).Order());
        Assert.NotEmpty(contradiction.List("causes"));
        Assert.Contains("they contradict each other", contradiction.GetProperty("explanation").GetString(), StringComparison.Ordinal);
        Assert.Equal(id, alone.GetProperty("id").GetString());
        Assert.Equal("OPEN", alone.GetProperty("state").GetString());
        Assert.True(alone.GetProperty("daysOpen").GetInt32() > 0, "since when it has been open is told");
    }

    [Fact]
    public async Task F16_What_was_good_before_and_is_not_now_is_a_change_over_time_with_its_causes()
    {
        var changes = (await suite.GetAsync("/api/v1/differences?kind=OVER_TIME&pageSize=500")).List("differences").ToList();

        Assert.NotEmpty(changes);
        Assert.All(changes, change =>
        {
            Assert.StartsWith("Change over time, not a contradiction: ", change.GetProperty("explanation").GetString(), StringComparison.Ordinal);
            Assert.NotEmpty(change.List("causes"));
        });
    }

    [Fact]
    public async Task F18_A_snapshot_is_dated_and_what_was_known_on_a_day_can_be_asked()
    {
        var (before, after) = (await ViewAsync("X01", "2025-05-11"), await ViewAsync("X01", "2025-05-12"));

        Assert.Empty(Verdicts(before));
        var verdicts = Verdicts(after).ToList();
        Assert.Equal(4, verdicts.Count);
        // Fieldwork ended on 14 March.
        Assert.All(verdicts, verdict => Assert.Equal(59, verdict.GetProperty("ageDays").GetInt32()));
        Assert.All(verdicts, verdict => Assert.Equal("2025-03-03", verdict.GetProperty("fieldwork").GetProperty("start").GetString()));
    }

    [Fact]
    public async Task F19_Strengths_stand_beside_what_fails_and_no_league_table_is_made()
    {
        var standings = Verdicts(await ViewAsync("X03")).Select(verdict => verdict.GetProperty("standing").GetString()).ToHashSet();
        var areas = (await suite.GetAsync("/api/v1/areas?pageSize=500")).List("areas").Select(area => area.GetProperty("dfeCode").GetString()!).ToList();

        Assert.Contains("MEETS", standings);
        Assert.Contains("FAILS", standings);
        // In the order of their codes: by nothing that could be won.
        Assert.Equal(areas.Order(StringComparer.Ordinal), areas);
    }

    [Fact]
    public async Task F20_How_many_were_given_the_lowest_grade_before_and_after_the_framework_changed_is_told()
    {
        var line = Assert.Single((await suite.GetAsync("/api/v1/grades?inspectorate=ofsted&framework=ilacs")).List("distributions"));

        Assert.Contains(
            "Inadequate: 22 of 131 before (17 %), 11 of 127 after (9 %).",
            Assert.Single(line.List("shifts")).List("sentences").Select(sentence => sentence.GetString()));
    }

    [Fact]
    public async Task F21_What_was_announced_in_April_2013_is_kept_with_plan_and_fact()
    {
        var frameworks = (await suite.GetAsync("/api/v1/frameworks?asOf=2013-05-01&pageSize=500")).List("frameworks").ToList();
        var single = frameworks.Single(listed => listed.GetProperty("framework").Is("code", "sif"));
        var undecided = frameworks.Where(listed => listed.GetProperty("framework").Is("state", "TO_BE_DECIDED")).ToList();
        var since = (await suite.GetAsync("/api/v1/frameworks?pageSize=500")).List("frameworks").Single(listed => listed.GetProperty("framework").Is("code", "sif")).GetProperty("framework");

        Assert.True(single.GetProperty("framework").Is("state", "PLANNED"));
        Assert.Equal("2013-09-01", single.GetProperty("framework").GetProperty("plannedStart").GetProperty("day").GetString());
        Assert.Equal("MONTH", single.GetProperty("framework").GetProperty("plannedStart").GetProperty("precision").GetString());
        Assert.NotEmpty(undecided);
        Assert.Equal("2013-11-01", since.GetProperty("actualStart").GetProperty("day").GetString());
    }

    [Fact]
    public async Task F12_What_is_to_be_decided_counts_the_days_since_it_was_declared()
    {
        async Task<int> DaysAsync(string asOf) => (await suite.GetAsync($"/api/v1/frameworks?asOf={asOf}&pageSize=500"))
            .List("frameworks").First(listed => listed.GetProperty("framework").Is("state", "TO_BE_DECIDED")).GetProperty("daysUndecided").GetInt32();

        var first = await DaysAsync("2013-05-01");

        Assert.True(first >= 0, "counted from the day it was declared");
        Assert.Equal(first + 30, await DaysAsync("2013-05-31"));
    }

    [Fact]
    public async Task F22_A_council_asks_which_framework_it_will_be_inspected_under_and_is_told_why()
    {
        async Task<JsonElement> ForAsync(string day, string asOf) => Assert.Single(
            (await suite.GetAsync($"/api/v1/areas/926/framework?inspectorate=ofsted&day={day}&asOf={asOf}")).List("inspectorates"));

        var before = await ForAsync("2013-08-31", "2013-05-01");
        var planned = await ForAsync("2013-09-01", "2013-05-01");

        Assert.All(before.List("resolutions").Concat(planned.List("resolutions")), resolution => Assert.NotEmpty(resolution.List("reasons")));
        Assert.NotEqual(before.GetRawText(), planned.GetRawText());
        Assert.DoesNotContain(before.List("resolutions"), resolution => resolution.Is("decidedBy", "PLANNED_START"));
    }

    [Fact]
    public async Task F23_Criteria_of_the_old_frameworks_are_mapped_to_the_new_and_every_process_has_its_stage_of_the_childs_journey()
    {
        var sif = (await suite.GetAsync("/api/v1/frameworks?pageSize=500")).List("frameworks")
            .Select(listed => listed.GetProperty("framework")).Single(framework => framework.Is("code", "sif"));
        var view = await ViewAsync("X01");

        Assert.Equal(2, sif.List("predecessors").Count());
        Assert.NotEmpty(sif.List("mappings"));
        Assert.All(view.List("processes"), process => Assert.NotEqual("", process.GetProperty("journeyStage").GetString()));
    }

    [Fact]
    public async Task F24_Inspections_apart_with_a_sharper_focus_on_working_together_have_no_joint_overall()
    {
        var frameworks = (await suite.GetAsync("/api/v1/frameworks?pageSize=500")).List("frameworks").ToList();
        var apart = frameworks.Where(listed => listed.GetProperty("framework").Is("mode", "SINGLE_AGENCY_MULTI_AGENCY_LENS")).ToList();

        Assert.NotEmpty(apart);
        Assert.All(apart, listed => Assert.Contains(listed.List("sentences"), sentence => sentence.GetString()!.Contains("no joint overall", StringComparison.OrdinalIgnoreCase)));
    }
}
