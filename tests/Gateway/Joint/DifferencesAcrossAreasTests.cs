using Inspectorates.Gateway.Joint;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.V1.Grade.Types;

namespace Inspectorates.Gateway.Tests.Joint;

public sealed class DifferencesAcrossAreasTests
{
    private static IReadOnlyList<Difference> Find(IReadOnlyList<string> areas, params Verdict[] verdicts) =>
        DifferencesAcrossAreas.Find(
            areas,
            Make.AsOf,
            [.. verdicts.GroupBy(verdict => verdict.Inspectorate).Select(kept => Make.Answer(kept.Key, [.. kept]))],
            Make.Catalogue,
            new DifferenceOptions());

    private static Action<Verdict> In(params string[] areas) => verdict => verdict.Footprint = new Footprint { Areas = { areas } };

    [Fact]
    public void Verdicts_of_different_areas_are_never_compared() =>
        Assert.Empty(Find(
            ["926", "927"], Make.Verdict("red", "1", change: In("926")), Make.Verdict("blue", "2", Standing.Fails, change: In("927"))));

    [Fact]
    public void A_wide_verdict_is_compared_in_each_of_its_areas_under_ids_of_their_own()
    {
        var found = Find(
            ["926", "927", "928"],
            Make.Verdict("red", "1", change: In("926", "927", "928")),
            Make.Verdict("blue", "2", Standing.Fails, change: In("926", "927")));

        Assert.Equal(["926", "927"], found.Select(difference => difference.Area).Order());
        Assert.Equal(2, found.Select(difference => difference.Id).Distinct().Count());
        Assert.All(found, difference => Assert.Contains("One is 3 areas wide, not for this area alone.", difference.Remarks));
    }

    [Fact]
    public void An_area_that_is_not_asked_for_is_not_looked_in() =>
        Assert.Empty(Find(["926"], Make.Verdict("red", "1", change: In("X01")), Make.Verdict("blue", "2", Standing.Fails, change: In("X01"))));

    [Fact]
    public void They_are_the_same_as_in_the_view_of_the_area()
    {
        Verdict[] verdicts =
        [
            Make.Verdict("red", "1"), Make.Broad("blue", "2", Standing.Fails),
            Make.Verdict("green", "3", Standing.Fails), Make.Verdict("red", "4", Standing.Fails, "2019-01-01"),
        ];

        var view = Make.View([.. verdicts.GroupBy(verdict => verdict.Inspectorate).Select(kept => Make.Answer(kept.Key, [.. kept]))]);

        Assert.NotEmpty(view.Differences);
        Assert.Equal(view.Differences, Find([Make.AreaCode], verdicts));
    }

    [Fact]
    public void Thousands_of_verdicts_in_many_areas_are_compared_at_once()
    {
        var codes = Enumerable.Range(100, 500).Select(code => code.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var verdicts = codes.SelectMany(code => new[]
        {
            Make.Verdict("red", $"r{code}", change: In(code)), Make.Verdict("blue", $"b{code}", Standing.Fails, change: In(code)),
        }).ToArray();

        Assert.Equal(500, Find(codes, verdicts).Count);
    }
}
