using FsCheck.Xunit;
using Inspectorates.Cqc;
using Inspectorates.V1;

namespace Inspectorates.Services.Tests.Cqc.Rules;

public class RatingCheckTests
{
    private static readonly string[] Questions = ["safe", "effective", "caring", "responsive", "well-led"];
    private static readonly string[] Scale = ["outstanding", "good", "requires-improvement", "inadequate"];

    [Theory]
    [InlineData("good", new[] { "good", "good", "good", "good", "requires-improvement" })]
    [InlineData("requires-improvement", new[] { "requires-improvement", "requires-improvement", "good", "good", "good" })]
    [InlineData("inadequate", new[] { "inadequate", "requires-improvement", "good", "requires-improvement", "inadequate" })]
    [InlineData("outstanding", new[] { "outstanding", "outstanding", "good", "good", "good" })]
    [InlineData("good", new[] { "outstanding", "outstanding", "good", "good", "good" })]
    public void Ratings_that_follow_the_principles_are_passed_in_silence(string service, string[] questions) =>
        Assert.Empty(Check([Rated("childrens", service), .. questions.Zip(Questions, (grade, question) => Rated($"childrens-{question}", grade))]));

    [Fact]
    public void A_service_rated_better_than_its_key_questions_allow_is_reported_and_its_rating_stands()
    {
        Verdict[] verdicts =
        [
            Rated("childrens", "good"), Rated("childrens-safe", "inadequate"), Rated("childrens-effective", "inadequate"),
            Rated("childrens-caring", "good"), Rated("childrens-responsive", "good"), Rated("childrens-well-led", "good"),
        ];

        var discrepancy = Assert.Single(Check(verdicts));

        Assert.Equal(("childrens", "good", "inadequate"), (discrepancy.Judgement, discrepancy.PublishedGrade, Assert.Single(discrepancy.AllowedGrades)));
        Assert.Equal("good", verdicts[0].Grade.Code);
    }

    [Theory]
    [InlineData("inadequate", "good", "good", "good", "good")]
    [InlineData("insufficient-evidence-to-rate", "requires-improvement", "requires-improvement", "good", "good")]
    public void What_the_principles_leave_to_judgement_is_not_checked(params string[] questions) =>
        Assert.Empty(Check([Rated("childrens", "good"), .. questions.Zip(Questions, (grade, question) => Rated($"childrens-{question}", grade))]));

    [Fact]
    public void A_service_with_a_key_question_missing_is_not_checked() =>
        Assert.Empty(Check([Rated("maternity", "good"), Rated("maternity-safe", "inadequate"), Rated("maternity-caring", "inadequate")]));

    [Fact]
    public void A_score_against_its_rating_is_reported_with_the_arithmetic()
    {
        var verdict = Rated("childrens-safe", "good", "single-assessment");
        verdict.Text = "Score 62% of the maximum; quality statements 3, 2.";

        var discrepancy = Assert.Single(Check([verdict]));

        Assert.Equal(["requires-improvement"], discrepancy.AllowedGrades);
        Assert.Contains("62% of the maximum is \"Requires improvement\"", discrepancy.Explanation, StringComparison.Ordinal);
        Assert.NotEmpty(discrepancy.SourceUri);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Score 66% of the maximum; quality statements 3, 3.")]
    public void A_score_that_fits_or_is_absent_is_passed_in_silence(string text)
    {
        var verdict = Rated("childrens-safe", "good", "single-assessment");
        verdict.Text = text;

        Assert.Empty(Check([verdict]));
    }

    [Property]
    public bool The_order_of_verdicts_does_not_matter(byte service, byte[] questions, int seed)
    {
        Verdict[] verdicts = [Rated("childrens", Scale[service % 4]), .. Questions.Zip(questions, (question, grade) => Rated($"childrens-{question}", Scale[grade % 4]))];
        var shuffled = verdicts.ToArray();
        new Random(seed).Shuffle(shuffled);
        return Check(verdicts).SequenceEqual(Check(shuffled));
    }

    private static IReadOnlyList<RuleDiscrepancy> Check(IReadOnlyList<Verdict> verdicts) => new CqcInspectorate().Check(new Inspection(), verdicts);

    private static Verdict Rated(string judgement, string grade, string framework = "key-questions") =>
        new() { Framework = framework, Judgement = judgement, Grade = new Grade { Code = grade } };
}
