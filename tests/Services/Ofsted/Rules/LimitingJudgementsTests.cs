using Inspectorates.Ofsted;
using Inspectorates.V1;

namespace Inspectorates.Services.Tests.Ofsted.Rules;

public sealed class LimitingJudgementsTests
{
    private static IReadOnlyList<RuleDiscrepancy> Check(params string[] judgedAs) => new OfstedInspectorate().Check(
        new Inspection { Framework = "ilacs" },
        [.. judgedAs.Select(pair => pair.Split('=')).Select(pair => new Verdict { Judgement = pair[0], Grade = new Grade { Code = pair[1] } })]);

    [Theory]
    [InlineData("help-and-protection")]
    [InlineData("children-in-care")]
    [InlineData("care-leavers")]
    public void An_inadequate_judgement_on_children_s_experiences_allows_no_better_overall(string limiting)
    {
        var discrepancy = Assert.Single(Check("overall-effectiveness=requires-improvement-to-be-good", "impact-of-leaders=good", $"{limiting}=inadequate"));

        Assert.Equal(("overall-effectiveness", "requires-improvement-to-be-good"), (discrepancy.Judgement, discrepancy.PublishedGrade));
        Assert.Equal(["inadequate"], discrepancy.AllowedGrades);
        Assert.Contains(limiting, discrepancy.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Inadequate_leaders_alone_limit_nothing() =>
        Assert.Empty(Check("overall-effectiveness=requires-improvement-to-be-good", "impact-of-leaders=inadequate", "help-and-protection=requires-improvement-to-be-good"));

    [Fact]
    public void An_inadequate_overall_is_within_the_rule() =>
        Assert.Empty(Check("overall-effectiveness=inadequate", "help-and-protection=inadequate", "care-leavers=inadequate"));

    [Fact]
    public void Without_an_overall_there_is_nothing_to_check() => Assert.Empty(Check("help-and-protection=inadequate"));

    [Fact]
    public void Other_frameworks_have_other_rules() => Assert.Empty(new OfstedInspectorate().Check(
        new Inspection { Framework = "sif" },
        [
            new Verdict { Judgement = "overall-effectiveness", Grade = new Grade { Code = "good" } },
            new Verdict { Judgement = "help-and-protection", Grade = new Grade { Code = "inadequate" } },
        ]));
}
