using Inspectorates.Ofsted;
using Inspectorates.V1;

namespace Inspectorates.Services.Tests.Ofsted;

public sealed class OfstedInspectorateTests
{
    private static readonly Inspectorate Described = new OfstedInspectorate().Describe();

    private static Framework Find(string code, string version) => Described.Frameworks.Single(framework => framework.Code == code && framework.Version == version);

    [Fact]
    public void Grades_are_in_its_exact_words()
    {
        Assert.Equal(
            ["Outstanding", "Good", "Requires improvement to be good", "Inadequate"],
            Find("ilacs", "2023-2026").Grades.Where(grade => grade.Note.Length == 0).Select(grade => grade.Label));
        Assert.Equal(["Outstanding", "Good", "Requires improvement", "Inadequate"], Find("sif", "2013-2017").Grades.Select(grade => grade.Label));
        Assert.Equal(["Outstanding", "Good", "Adequate", "Inadequate"], Find("child-protection", "2012-2013").Grades.Select(grade => grade.Label));
        Assert.Equal(Grade.Types.Standing.Mixed, Find("looked-after-children", "to-2013").Grades[2].Standing);
    }

    [Fact]
    public void The_single_inspection_framework_began_two_months_after_it_was_planned()
    {
        var sif = Find("sif", "2013-2017");

        Assert.Equal(("2013-09-01", PlannedDate.Types.Precision.Month), (sif.PlannedStart.Day, sif.PlannedStart.Precision));
        Assert.Equal(("2013-11-01", PlannedDate.Types.Precision.Month), (sif.ActualStart.Day, sif.ActualStart.Precision));
    }

    [Fact]
    public void The_versions_of_ILACS_follow_each_other_without_gap()
    {
        var versions = Described.Frameworks.Where(framework => framework.Code == "ilacs").ToList();

        Assert.Equal(["2026-", "2023-2026", "2018-2022"], versions.Select(version => version.Version));
        Assert.Equal([null, "2026-03-01", "2022-12-01"], versions.Select(version => version.ActualEnd?.Day));
        Assert.Equal(["2026-04-01", "2023-01-01", "2018-01-01"], versions.Select(version => version.ActualStart.Day));
    }

    [Fact]
    public void There_is_a_headline_until_March_2026()
    {
        Assert.Equal("overall-effectiveness", Assert.Single(Find("ilacs", "2023-2026").Judgements, judgement => judgement.Headline).Code);
        Assert.DoesNotContain(Find("ilacs", "2026-").Judgements, judgement => judgement.Headline);
    }

    [Fact]
    public void Before_2023_care_leavers_were_judged_with_children_in_care()
    {
        var before = Find("ilacs", "2018-2022").Judgements.Single(judgement => judgement.Code == "children-in-care");

        Assert.Equal("The experiences and progress of children in care and care leavers", before.Label);
        Assert.Contains("leaving-care-pathway", before.Processes);
        Assert.DoesNotContain("leaving-care-pathway", Find("ilacs", "2023-2026").Judgements.Single(judgement => judgement.Code == "children-in-care").Processes);
    }

    [Fact]
    public void Visits_carry_no_grades() =>
        Assert.All(["ilacs-focused-visit", "ilacs-monitoring-visit"], code => Assert.Empty(Find(code, "2018-").Grades));
}
