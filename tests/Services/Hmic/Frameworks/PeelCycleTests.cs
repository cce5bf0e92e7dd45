using Inspectorates.Hmic.Frameworks;

namespace Inspectorates.Services.Tests.Hmic.Frameworks;

public class PeelCycleTests
{
    [Theory]
    [InlineData("PEEL 2016", "2014-2019", "2017-03-31")]
    [InlineData("PEEL 2018/19", "2014-2019", "2020-03-31")]
    [InlineData("PEEL 2021/22", "2021-", "2023-03-31")]
    [InlineData("PEEL 2021-22", "2021-", "2023-03-31")]
    [InlineData("peel 2023\u201325", "2021-", "2026-03-31")]
    public void A_cycle_has_a_scale_and_an_end(string name, string version, string end)
    {
        var cycle = Assert.IsType<PeelCycle>(PeelCycle.Find(name));

        Assert.Equal((version, DateOnly.Parse(end)), (cycle.Version, cycle.End));
    }

    [Theory]
    [InlineData("PEEL 2020")]
    [InlineData("PEEL")]
    [InlineData("")]
    public void What_was_no_cycle_is_none(string name) => Assert.Null(PeelCycle.Find(name));

    [Fact]
    public void No_two_questions_of_a_cycle_and_level_share_a_wording() =>
        Assert.All(PeelCycle.All, cycle => Assert.Distinct(
            cycle.Graded.SelectMany(question => question.OtherWordings.Append(question.Label).Select(wording => $"{question.Level}: {wording.ToUpperInvariant()}"))));
}
