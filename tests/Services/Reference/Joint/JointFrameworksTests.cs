using Inspectorates.Reference;

namespace Inspectorates.Services.Tests.Reference;

public sealed class JointFrameworksTests
{
    private static readonly string[] Standings = ["EXCEEDS", "MEETS", "MIXED", "FALLS_SHORT", "FAILS", "NOT_JUDGED"];

    [Fact]
    public void There_are_two_joint_frameworks_both_led_by_Ofsted()
    {
        Assert.Equal(["area-send", "jtai"], JointFrameworks.All.Select(framework => framework.Code));
        Assert.Equal(["ofsted", "cqc", "hmic", "hmi-probation"], JointFrameworks.Jtai.Members);
        Assert.Equal(["ofsted", "cqc"], JointFrameworks.AreaSend.Members);
        Assert.All(JointFrameworks.All, framework => Assert.Equal(framework.Members[0], framework.LeadInspectorate));
        Assert.False(JointFrameworks.TryFind("ilacs", out _));
    }

    [Fact]
    public void Jtai_grades_are_the_sections_of_its_letters()
    {
        Assert.Equal(
            [
                ("strength", "strength", "MEETS", "strengths"),
                ("what-needs-to-improve", "what needs to improve", "FALLS_SHORT", "needs_to_improve"),
                ("area-for-priority-action", "area for priority action", "FAILS", "priority_action"),
            ],
            JointFrameworks.Jtai.Grades.Select(grade => (grade.Code, grade.Label, grade.Standing, grade.Section!)));
    }

    [Fact]
    public void Area_Send_has_three_outcomes_in_exact_words()
    {
        Assert.Equal(
            [
                ("typically-positive", "typically lead to positive experiences and outcomes", "MEETS"),
                ("inconsistent", "lead to inconsistent experiences and outcomes", "MIXED"),
                ("widespread-failings", "widespread and/or systemic failings leading to significant concerns", "FAILS"),
            ],
            JointFrameworks.AreaSend.Grades.Where(grade => grade.Kind == "outcome")
                .Select(grade => (grade.Code, grade.Label, grade.Standing)));
    }

    [Fact]
    public void Grades_are_unique_best_first_and_stand_on_the_axis()
    {
        Assert.All(JointFrameworks.All, framework =>
        {
            Assert.Equal(framework.Grades.Count, framework.Grades.Select(grade => grade.Code).Distinct().Count());
            Assert.All(framework.Grades.GroupBy(grade => grade.Kind), kind =>
            {
                var places = kind.Select(grade => Array.IndexOf(Standings, grade.Standing)).ToArray();
                Assert.DoesNotContain(-1, places);
                Assert.Equal(places.Order(), places);
            });
        });
    }

    [Fact]
    public void Grades_of_coded_statements_are_of_their_framework_with_the_same_standing()
    {
        var joint = SharedTable.Read("joint/coded-findings.csv")
            .Where(row => JointFrameworks.TryFind(row["framework"], out _)).ToArray();

        Assert.NotEmpty(joint);
        Assert.All(joint, row =>
        {
            Assert.True(JointFrameworks.TryFind(row["framework"], out var framework));
            var grade = Assert.Single(framework.Grades, grade => grade.Code == row["grade"]);
            Assert.Equal("statement", grade.Kind);
            Assert.Equal(row["standing"], grade.Standing.ToLowerInvariant().Replace('_', '-'));
        });
    }

    [Fact]
    public void Outcomes_of_the_published_overview_contain_the_exact_words()
    {
        var outcomes = JointFrameworks.AreaSend.Grades.Where(grade => grade.Kind == "outcome").ToArray();

        // The scraper numbers the outcomes from 1, the best.
        Assert.All(SharedTable.Read("joint/d2i_send_overview.csv").Where(row => row["outcome_grade"] is "1.0" or "2.0" or "3.0"), row =>
            Assert.Contains(outcomes[row["outcome_grade"][0] - '1'].Label, row["inspection_outcome_text"], StringComparison.Ordinal));
    }
}
