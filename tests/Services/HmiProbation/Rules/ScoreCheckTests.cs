using FsCheck.Fluent;
using FsCheck.Xunit;
using Inspectorates.HmiProbation;
using Inspectorates.HmiProbation.Rules;
using Inspectorates.V1;

namespace Inspectorates.Services.Tests.HmiProbation.Rules;

public sealed class ScoreCheckTests
{
    private static readonly string[] Standards =
    [
        "governance-and-leadership", "staff", "partnerships-and-services", "information-and-facilities", "court-assessment", "court-planning",
        "court-implementation-and-delivery", "court-reviewing", "out-of-court-assessment", "out-of-court-planning",
        "out-of-court-implementation-and-delivery", "out-of-court-policy-and-provision",
    ];

    private static IReadOnlyList<RuleDiscrepancy> Check(string overall, decimal? score, params (string Judgement, string Grade)[] standards)
    {
        var inspection = new Inspection { Framework = "youth-justice", FrameworkVersion = "2018-24" };
        if (score is { } percent)
            inspection.Notes.Add(PublishedScore.ToNote(percent));
        return new HmiProbationInspectorate().Check(
            inspection,
            [.. standards.Append((Judgement: "overall", Grade: overall)).Select(pair => new Verdict { Judgement = pair.Judgement, Grade = new Grade { Code = pair.Grade } })]);
    }

    [Theory]
    [InlineData(0, "inadequate")]
    [InlineData(16.67, "inadequate")]
    [InlineData(19.44, "requires-improvement")]
    [InlineData(50, "requires-improvement")]
    [InlineData(52.78, "good")]
    [InlineData(83.33, "good")]
    [InlineData(86.11, "outstanding")]
    [InlineData(100, "outstanding")]
    public void A_score_allows_one_rating_up_to_the_edges_of_its_band(double score, string rating)
    {
        Assert.Equal([rating], ScoreBands.YouthJusticeTo2024.Allowed((decimal)score));
        Assert.Empty(Check(rating, (decimal)score));
    }

    [Fact]
    public void Fewer_standards_give_scores_between_whole_points()
    {
        Assert.Equal(["inadequate"], ScoreBands.YouthJusticeTo2024.Allowed(4.17m));
        Assert.Equal(["inadequate", "requires-improvement"], ScoreBands.YouthJusticeTo2024.Allowed(18.18m));
    }

    [Fact]
    public void A_rating_against_its_score_is_reported_with_both()
    {
        var discrepancy = Assert.Single(Check("requires-improvement", 4.56m));

        Assert.Equal(("overall", "requires-improvement"), (discrepancy.Judgement, discrepancy.PublishedGrade));
        Assert.Equal(["inadequate"], discrepancy.AllowedGrades);
        Assert.Equal(
            "The score of 4.56 % is 1.6 of 36 points, which is Inadequate; the published rating is Requires improvement.", discrepancy.Explanation);
    }

    [Fact]
    public void Without_a_published_score_the_twelve_standards_are_counted_and_resettlement_is_not()
    {
        (string, string)[] rated = [.. Standards.Select(standard => (standard, "good")), ("resettlement-policy-and-provision", "inadequate")];

        Assert.Empty(Check("good", null, rated));
        Assert.Equal(["good"], Assert.Single(Check("outstanding", null, rated)).AllowedGrades);
    }

    [Fact]
    public void With_a_standard_unknown_nothing_is_checked() =>
        Assert.Empty(Check("outstanding", null, [.. Standards.Skip(1).Select(standard => (standard, "inadequate"))]));

    [Fact]
    public void Other_programmes_have_other_rules() => Assert.Empty(new HmiProbationInspectorate().Check(
        new Inspection { Framework = "youth-justice", FrameworkVersion = "2025-", Notes = { PublishedScore.ToNote(0) } },
        [new Verdict { Judgement = "overall", Grade = new Grade { Code = "outstanding" } }]));

    [Property]
    public FsCheck.Property Every_whole_number_of_points_allows_exactly_one_rating_and_more_points_never_a_worse_one() => Prop.ForAll(
        Gen.Choose(0, 35).ToArbitrary(),
        points => Place(points) <= Place(points + 1));

    private static int Place(int points) => ScoreBands.YouthJusticeTo2024.Bands.Select(band => band.Grade).ToList()
        .IndexOf(Assert.Single(ScoreBands.YouthJusticeTo2024.Allowed(decimal.Round(points * 100m / 36, 2))));
}
