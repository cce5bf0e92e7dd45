using System.Text.Json;
using Inspectorates.SystemTests.Launcher;
using Inspectorates.SystemTests.Places;

namespace Inspectorates.SystemTests.Article;

/// <summary>What the fictional area shows of everything the inspected asked for, as whoever starts the suite finds it.</summary>
[Collection(OneSuite.Name)]
public sealed class WorkedExampleTests(RunningSuite suite)
{
    private async Task<JsonElement> InspectionAsync() => Assert.Single((await suite.GetAsync("/api/v1/areas/X03/joint-view")).List("inspections"));

    [Fact]
    public async Task F4_F9_A_concern_about_the_police_is_with_the_inspectorate_that_has_powers_over_them_and_answered()
    {
        var measured = (await suite.GetAsync("/api/v1/inspectorates/measures")).List("inspectorates").ToDictionary(one => one.GetProperty("inspectorate").GetString()!, one => one.GetProperty("measures"));
        var (sent, received) = (measured["ofsted"].GetProperty("sent"), measured["hmic"].GetProperty("received"));

        Assert.All(new[] { sent, received }, side => Assert.Equal(
            (1, 1, 1, 1, 0), (Number(side, "count"), Number(side, "delivered"), Number(side, "acknowledgedInTime"), Number(side, "answered"), Number(side, "undelivered"))));
        Assert.Empty(measured["ofsted"].List("concerns"));
    }

    [Fact]
    public async Task F7_F8_Who_inspected_is_told_by_role_and_background_and_never_by_name()
    {
        var team = (await InspectionAsync()).List("teams").Single(one => one.Is("inspectorate", "ofsted"));

        Assert.Equal(
            [("INSPECTOR", "EDUCATION"), ("LEAD_INSPECTOR", "SOCIAL_WORK"), ("SECONDED_SERVING_OFFICER", "SOCIAL_WORK")],
            team.List("composition").Select(part => (part.GetProperty("role").GetString()!, part.GetProperty("background").GetString()!)).Order());
        Assert.Equal(3, Number(team, "declarationCount"));
        Assert.DoesNotContain("inspectors/", team.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task F17_A_figure_is_told_with_what_nobody_stated_of_it_and_a_small_number_is_no_nought()
    {
        var figures = Assert.Single((await suite.GetAsync("/api/v1/areas/X03/joint-view")).List("indicators"));

        Assert.Equal(
            ["318", "212", "withheld, because it is a small number or would give one away (c)"], figures.List("readingWords").Select(words => words.GetString()));
        Assert.Equal("Nobody has stated which number would be right.", figures.List("sentences").First().GetString());
    }

    [Fact]
    public async Task F19_What_the_council_replied_stands_beside_what_was_said_of_it()
    {
        var said = (await InspectionAsync()).GetProperty("inspected");

        var replies = said.List("replies").ToList();
        Assert.Equal(["icb", "local-authority"], replies.Select(reply => reply.GetProperty("inspectedBody").GetProperty("agency").GetProperty("kind").GetString()!).Order());
        Assert.Single(said.List("exchanges"));
    }

    private static int Number(JsonElement element, string field) => element.GetProperty(field).GetInt32();
}
