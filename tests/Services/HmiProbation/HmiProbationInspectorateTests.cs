using Inspectorates.HmiProbation;
using Inspectorates.Ofsted;
using Inspectorates.V1;

namespace Inspectorates.Services.Tests.HmiProbation;

public sealed class HmiProbationInspectorateTests
{
    private static readonly Inspectorate Described = new HmiProbationInspectorate().Describe();

    private static Framework Find(string code, string version) => Described.Frameworks.Single(framework => framework.Code == code && framework.Version == version);

    [Fact]
    public void Every_framework_of_its_own_has_the_same_four_ratings_in_its_exact_words() => Assert.All(
        Described.Frameworks.Where(framework => framework.Mode == Framework.Types.Mode.SingleAgency),
        framework =>
        {
            Assert.Equal(["Outstanding", "Good", "Requires improvement", "Inadequate"], framework.Grades.Select(grade => grade.Label));
            Assert.Equal(
                [Grade.Types.Standing.Exceeds, Grade.Types.Standing.Meets, Grade.Types.Standing.FallsShort, Grade.Types.Standing.Fails],
                framework.Grades.Select(grade => grade.Standing));
            Assert.Equal("overall", Assert.Single(framework.Judgements, judgement => judgement.Headline).Code);
        });

    [Fact]
    public void The_programme_to_2024_had_twelve_standards_that_score_and_resettlement() =>
        Assert.Equal(14, Find("youth-justice", "2018-24").Judgements.Count);

    [Fact]
    public void The_rule_of_the_programme_to_2024_says_its_bands_and_where_they_come_from()
    {
        var rule = Find("youth-justice", "2018-24").AggregationRule;

        Assert.Contains("0-6 Inadequate; 7-18 Requires improvement; 19-30 Good; 31-36 Outstanding", rule, StringComparison.Ordinal);
        Assert.Contains("80 of 82", rule, StringComparison.Ordinal);
        Assert.Equal("", Find("youth-justice", "2025-").AggregationRule);
    }

    /// <summary>So that opposed overalls of one place, such as Redbridge's, are seen as a difference of scope.</summary>
    [Fact]
    public void Its_overall_on_youth_justice_shares_processes_with_Ofsted_s_overall_on_children_s_services()
    {
        var ofsted = new OfstedInspectorate().Describe().Frameworks.Single(framework => framework is { Code: "ilacs", Version: "2023-2026" });
        var shared = Find("youth-justice", "2018-24").Judgements.Single(judgement => judgement.Headline).Processes
            .Intersect(ofsted.Judgements.Single(judgement => judgement.Headline).Processes);

        Assert.Superset(
            new HashSet<string> { "child-exploitation", "risk-assessment", "transition-youth-to-adult", "management-oversight", "child-voice", "consent-and-info-sharing" },
            shared.ToHashSet());
    }
}
