using Inspectorates.Cqc.Frameworks;
using Inspectorates.V1;

namespace Inspectorates.Cqc.Rules;

/// <summary>Checks published ratings against CQC's own rules. It reports and never corrects.</summary>
internal static class RatingCheck
{
    /// <summary>Scores against ratings, and the key questions of each service against its rating.</summary>
    public static IEnumerable<RuleDiscrepancy> Of(IReadOnlyList<Verdict> verdicts)
    {
        var judgements = verdicts.Where(verdict => verdict.Judgement.Length > 0)
            .OrderBy(verdict => verdict.Judgement, StringComparer.Ordinal).ToArray();
        return judgements.Where(verdict => verdict.Framework == CqcFrameworks.SingleAssessment).SelectMany(Score)
            .Concat(RatedService.All.SelectMany(service => Principles(
                service.Code,
                KeyQuestion.All.Select(service.JudgementOn),
                judgements.Where(verdict => verdict.Framework == CqcFrameworks.KeyQuestions))));
    }

    private static IEnumerable<RuleDiscrepancy> Score(Verdict verdict)
    {
        if (KeyQuestionScore.TryRead(verdict.Text) is not { } score || Rating(verdict) is not { } published)
            yield break;

        var (allowed, how) = ScoreRules.InForce.Rate(score);
        if (allowed.Code != published.Code)
            yield return Discrepancy(ScoreRules.InForce.InWords, ScoreRules.InForce.SourceUri, verdict.Judgement, published, [allowed], how);
    }

    private static IEnumerable<RuleDiscrepancy> Principles(string service, IEnumerable<string> questions, IEnumerable<Verdict> verdicts)
    {
        // Two verdicts on one judgement would make the check a guess.
        var byJudgement = verdicts.GroupBy(verdict => verdict.Judgement).Where(group => group.Count() == 1)
            .ToDictionary(group => group.Key, group => group.Single());
        if (byJudgement.GetValueOrDefault(service) is not { } headline || Rating(headline) is not { } published)
            yield break;

        Grade[] rated = [.. questions.Select(byJudgement.GetValueOrDefault).OfType<Verdict>().Select(Rating).OfType<Grade>()];
        var allowed = RatingPrinciples.Allowed(rated);
        if (allowed.Count > 0 && allowed.All(grade => grade.Code != published.Code))
            yield return Discrepancy(
                RatingPrinciples.InWords, RatingPrinciples.SourceUri, service, published, allowed,
                "the key questions are rated " + string.Join(", ", rated.Select(grade => $"\"{grade.Label}\"")));
    }

    /// <summary>The rating on the scale; null where there is none.</summary>
    private static Grade? Rating(Verdict verdict) => Ratings.Scale.FirstOrDefault(grade => grade.Code == verdict.Grade?.Code);

    private static RuleDiscrepancy Discrepancy(
        string rule, string source, string judgement, Grade published, IReadOnlyList<Grade> allowed, string how)
    {
        var words = string.Join(" or ", allowed.Select(grade => $"\"{grade.Label}\""));
        var discrepancy = new RuleDiscrepancy
        {
            Rule = rule,
            SourceUri = source,
            Judgement = judgement,
            PublishedGrade = published.Code,
            Explanation = $"Published as \"{published.Label}\"; by the rule {words}: {how}.",
        };
        discrepancy.AllowedGrades.Add(allowed.Select(grade => grade.Code));
        return discrepancy;
    }
}
