using Inspectorates.SystemTests.Launcher;

namespace Inspectorates.SystemTests.Places;

/// <summary>
/// Ofsted's ILACS overall against HMI Probation's youth justice overall, over the areas both judged, on the facts that ship with the
/// programs.
/// </summary>
/// <remarks>
/// <para>
/// The matrix of 61 areas in oracles/statistics.json, held to its coefficients in OracleTests, names no area, so that it cannot be
/// followed area by area. What is known to differ is what ships: 49 of the youth justice ratings, 2021 to 2025, where the full scrape
/// has over 80; and ILACS outcomes up to May 2026, where a later inspection may have replaced the one that was counted there.
/// </para>
/// <para>
/// The 49 ratings are about 55 areas, since a service of several authorities is about each of them: Bedfordshire (822, 823), Dorset
/// (838, 839), Leicestershire (855, 857) and West Mercia (884, 885, 893, 894). Of the 55 Portsmouth (851) has no rating: the source's cell is a footnote, kept as not judged. 98 areas have no rating among those
/// that ship. That is 54 compared, 1 not judged, 98 that Ofsted alone judged: 153.
/// </para>
/// </remarks>
[Collection(OneSuite.Name)]
public sealed class AgreementTests(RunningSuite suite)
{
    private const string Pair =
        "/api/v1/agreement?about=BROAD_JUDGEMENTS&inspectorate=ofsted&otherInspectorate=hmi-probation&framework=youth-justice";

    [Fact]
    public async Task Ofsted_and_HMI_Probation_are_held_against_each_other_over_54_areas()
    {
        var answer = await suite.GetAsync(Pair);
        var pair = Assert.Single(answer.List("comparisons"), comparison =>
            comparison.GetProperty("one").Is("key", "hmi-probation") && comparison.GetProperty("other").Is("key", "ofsted"));

        Assert.True(answer.GetProperty("complete").GetBoolean());
        int Count(string field) => pair.GetProperty(field).GetInt32();
        Assert.Equal((54, 21, 26, 23), (Count("comparable"), Count("equal"), Count("adjacent"), Count("opposite")));
        Assert.Equal((99, 0), (Count("unmatchedCount"), Count("neitherCount")));
        Assert.Equal(["EXCEEDS", "MEETS", "FALLS_SHORT", "FAILS"], pair.List("steps").Select(step => step.GetProperty("standing").GetString()));
        // Rows HMI Probation, columns Ofsted, best first.
        Assert.Equal(
            ["4 1 0 1", "7 12 3 2", "4 13 5 0", "0 0 2 0"],
            pair.List("matrix").Select(row => string.Join(' ', row.List("counts").Select(count => count.GetInt32()))));
        Assert.Equal(
            [
                ("ALPHA_NOMINAL", 0.0797), ("ALPHA_ORDINAL", 0.1602), ("ALPHA_INTERVAL", 0.1518), ("KAPPA_UNWEIGHTED", 0.0982),
                ("KAPPA_LINEAR", 0.1439), ("KAPPA_QUADRATIC", 0.1835), ("AC1", 0.2172),
            ],
            pair.List("coefficients").Select(coefficient => (
                coefficient.GetProperty("kind").GetString()!, Math.Round(coefficient.GetProperty("estimate").GetProperty("value").GetDouble(), 4))));
        Assert.Equal("Of 54 areas both judged, 21 were given the same standing; 47 within one step.", pair.List("sentences").First().GetString());
        Assert.Equal("hmi-probation", pair.GetProperty("gap").GetProperty("harsher").GetString());
        Assert.StartsWith("Different services, not an error of either", pair.GetProperty("caution").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_area_that_could_not_be_matched_is_listed_with_its_reason()
    {
        var answer = await suite.GetAsync(Pair);
        var unmatched = answer.List("comparisons").Single(comparison => comparison.GetProperty("other").Is("key", "ofsted")).List("unmatched").ToArray();

        Assert.Equal(["NOT_JUDGED", "ONLY_ONE_JUDGED"], unmatched.Select(areas => areas.GetProperty("reason").GetString()));
        Assert.All(unmatched, areas => Assert.True(areas.Is("author", "hmi-probation")));
        Assert.Equal("851", Assert.Single(unmatched[0].List("areas")).GetString());
        Assert.Equal(98, unmatched[1].List("areas").Select(area => area.GetString()).Distinct().Count());
        Assert.Equal("HM Inspectorate of Probation has no verdict there.", unmatched[1].GetProperty("explanation").GetString());
    }

    [Fact]
    public async Task Where_they_stand_furthest_apart_both_reports_can_be_found()
    {
        var answer = await suite.GetAsync(Pair);
        var driving = answer.List("comparisons").Single(comparison => comparison.GetProperty("other").Is("key", "ofsted")).List("driving").ToArray();

        Assert.Equal(["Swindon", "Redbridge"], driving.Take(2).Select(unit => unit.GetProperty("areaName").GetString()));
        Assert.True(driving[0].GetProperty("one").Is("gradeLabel", "Outstanding"));
        Assert.True(driving[0].GetProperty("other").Is("gradeLabel", "Inadequate"));
        Assert.All(driving, unit => Assert.StartsWith("https://www.justiceinspectorates.gov.uk/", unit.GetProperty("one").GetProperty("sourceUri").GetString(), StringComparison.Ordinal));
        Assert.All(driving, unit => Assert.StartsWith("inspectorates/ofsted/verdicts/", unit.GetProperty("other").GetProperty("name").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fewer_councils_were_given_the_lowest_grade_under_the_newer_version_of_the_framework()
    {
        var answer = await suite.GetAsync("/api/v1/grades?inspectorate=ofsted&framework=ilacs");
        var line = Assert.Single(answer.List("distributions"));

        Assert.Equal(["2018-2022", "2023-2026"], line.List("frameworks").Select(version => version.GetProperty("version").GetString()));
        Assert.All(line.List("frameworks"), version => Assert.Equal(
            ["Outstanding", "Good", "Requires improvement to be good", "Inadequate"], version.List("grades").Select(grade => grade.GetProperty("label").GetString())));
        Assert.Equal(["20 50 39 22", "41 52 23 11"], line.List("frameworks")
            .Select(version => string.Join(' ', version.List("counts").Select(count => count.GetInt32()))));
        Assert.Contains("Inadequate: 22 of 131 before (17 %), 11 of 127 after (9 %).", Assert.Single(line.List("shifts")).List("sentences").Select(sentence => sentence.GetString()));
    }
}
