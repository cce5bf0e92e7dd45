using Inspectorates.Cqc;
using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Services.Tests.Cqc;

public class CqcInspectorateTests
{
    private static readonly Inspectorate Described = new CqcInspectorate().Describe();

    [Theory]
    [InlineData("key-questions", "2014-2024")]
    [InlineData("single-assessment", "2023-")]
    public void Ratings_stand_in_its_words_best_first_and_wordings_without_a_rating_come_after_them(string code, string version)
    {
        var framework = Described.Frameworks.Single(framework => framework.Code == code && framework.Version == version);

        Assert.Equal(
            [
                ("Outstanding", Grade.Types.Standing.Exceeds), ("Good", Grade.Types.Standing.Meets),
                ("Requires improvement", Grade.Types.Standing.FallsShort), ("Inadequate", Grade.Types.Standing.Fails),
                ("Inspected but not rated", Grade.Types.Standing.NotJudged), ("No published rating", Grade.Types.Standing.NotJudged),
                ("Insufficient evidence to rate", Grade.Types.Standing.NotJudged),
            ],
            framework.Grades.Take(7).Select(grade => (grade.Label, grade.Standing)));
        Assert.All(framework.Grades.Skip(7), grade => Assert.Equal(Grade.Types.Standing.NotJudged, grade.Standing));
    }

    [Fact]
    public void Each_rated_service_has_a_headline_and_the_five_key_questions_in_its_order()
    {
        var framework = Described.Frameworks.Single(framework => framework.Code == "key-questions");

        Assert.Equal(
            ["childrens", "childrens-safe", "childrens-effective", "childrens-caring", "childrens-responsive", "childrens-well-led"],
            framework.Judgements.Where(judgement => judgement.Code.StartsWith("childrens", StringComparison.Ordinal)).Select(judgement => judgement.Code));
        Assert.Equal(
            ["overall", "childrens", "chschildren", "npimaternity", "maternity", "mothers"],
            framework.Judgements.Where(judgement => judgement.Headline).Select(judgement => judgement.Code));
    }

    [Fact]
    public void The_single_assessment_framework_no_longer_rates_population_groups()
    {
        var framework = Described.Frameworks.Single(framework => framework.Code == "single-assessment");

        Assert.DoesNotContain(framework.Judgements, judgement => judgement.Code is "mothers" or "maternity");
        Assert.Equal("key-questions", framework.Predecessor);
    }

    [Fact]
    public void A_safeguarding_review_carries_no_grades_and_judges_processes()
    {
        var review = Described.Frameworks.Single(framework => framework.Code == "clas");

        Assert.Empty(review.Grades);
        Assert.Contains("lac-health-assessment", review.Processes);
    }

    [Fact]
    public void It_judges_the_processes_that_Reference_says_it_judges() =>
        Assert.Equal(
            ProcessCatalogue.England.All.Where(process => process.JudgedBy.Contains("cqc")).Select(process => process.Code).Order(),
            Described.Processes.Order());

    [Fact]
    public void It_judges_only_in_joint_inspections_what_Reference_says_it_sometimes_judges() =>
        Assert.Equal(
            ProcessCatalogue.England.All.Where(process => process.SometimesJudgedBy.Contains("cqc")).Select(process => process.Code).Order(),
            Described.ConditionalProcesses.Order());

    [Fact]
    public void It_takes_part_in_both_joint_frameworks() =>
        Assert.Equal(
            ["area-send", "jtai"],
            Described.Frameworks.Where(framework => framework.Mode == Framework.Types.Mode.Joint).Select(framework => framework.Code).Order());

    [Fact]
    public void It_is_host_for_the_kinds_of_health_agency_with_the_form_of_their_codes() =>
        Assert.Equal(
            [("health", ""), ("icb", "E54000022"), ("nhs-trust", "RM1"), ("gp", "D82001"), ("cqc-location", "1-1004515435")],
            Described.HostAgencyKinds.Select(kind => (kind.Code, kind.CodeExample)));
}
