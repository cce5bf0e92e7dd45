using Inspectorates.Hmic;
using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Services.Tests.Hmic;

public class HmicInspectorateTests
{
    private static readonly Inspectorate Described = new HmicInspectorate().Describe();

    private static Framework Framework(string code, string version) =>
        Described.Frameworks.Single(framework => framework.Code == code && framework.Version == version);

    [Theory]
    [InlineData("peel", "2021-")]
    [InlineData("ncpi", "2024-")]
    public void Since_2021_there_are_five_grades_and_adequate_is_mixed(string code, string version) =>
        Assert.Equal(
            [
                ("Outstanding", Grade.Types.Standing.Exceeds), ("Good", Grade.Types.Standing.Meets), ("Adequate", Grade.Types.Standing.Mixed),
                ("Requires improvement", Grade.Types.Standing.FallsShort), ("Inadequate", Grade.Types.Standing.Fails), ("Not graded", Grade.Types.Standing.NotJudged),
            ],
            Framework(code, version).Grades.Select(grade => (grade.Label, grade.Standing)));

    [Fact]
    public void PEEL_to_2019_has_four_grades_and_three_pillars()
    {
        var framework = Framework("peel", "2014-2019");

        Assert.Equal(["Outstanding", "Good", "Requires improvement", "Inadequate", "Not graded"], framework.Grades.Select(grade => grade.Label));
        Assert.Equal(["effectiveness", "efficiency", "legitimacy"], framework.Judgements.Take(3).Select(judgement => judgement.Code));
    }

    [Fact]
    public void No_framework_of_its_own_has_an_overall_and_none_has_a_rule() =>
        Assert.All(
            Described.Frameworks.Where(framework => framework.Mode != V1.Framework.Types.Mode.Joint),
            framework => Assert.Equal((false, ""), (framework.Judgements.Any(judgement => judgement.Headline), framework.AggregationRule)));

    [Fact]
    public void The_child_protection_inspection_was_narrative_until_2024_and_grades_five_topics_since()
    {
        Assert.Empty(Framework("ncpi", "2014-2024").Grades);
        Assert.Equal(
            ["leadership", "partnership-working", "initial-response", "risk-assessment-and-referral", "investigation"],
            Framework("ncpi", "2024-").Judgements.Select(judgement => judgement.Code));
        Assert.Equal("2024-04-01", Framework("ncpi", "2024-").ActualStart.Day);
    }

    [Fact]
    public void It_was_HMIC_until_July_2017_and_speaks_of_judgments()
    {
        var former = Assert.Single(Described.FormerLabels);

        Assert.Equal(("HM Inspectorate of Constabulary (HMIC)", "2017-07-18"), (former.Label, former.Until));
        Assert.Contains("HMICFRS", Described.Label, StringComparison.Ordinal);
        Assert.Equal("judgment", Described.WordForVerdict);
    }

    [Fact]
    public void It_judges_the_processes_that_Reference_says_it_judges() =>
        Assert.Equal(
            ProcessCatalogue.England.All.Where(process => process.JudgedBy.Contains("hmic")).Select(process => process.Code).Order(),
            Described.Processes.Order());

    [Fact]
    public void It_judges_only_in_joint_inspections_what_Reference_says_it_sometimes_judges() =>
        Assert.Equal(
            ProcessCatalogue.England.All.Where(process => process.SometimesJudgedBy.Contains("hmic")).Select(process => process.Code).Order(),
            Described.ConditionalProcesses.Order());

    [Fact]
    public void It_takes_part_in_joint_targeted_inspections_and_not_in_area_SEND() =>
        Assert.Equal(
            ["jtai"],
            Described.Frameworks.Where(framework => framework.Mode == V1.Framework.Types.Mode.Joint).Select(framework => framework.Code));

    [Fact]
    public void It_is_host_for_police_forces() =>
        Assert.Equal(("police-force", "E23000024"), (Assert.Single(Described.HostAgencyKinds).Code, Described.HostAgencyKinds[0].CodeExample));
}
