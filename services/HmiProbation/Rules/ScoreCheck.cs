using System.Globalization;
using Inspectorates.HmiProbation.Frameworks;
using Inspectorates.V1;

namespace Inspectorates.HmiProbation.Rules;

/// <summary>
/// Checks an overall rating of the youth justice programme of 2018 to 2024 against its score: the published one, or that of
/// its twelve standards where all are recorded.
/// </summary>
internal static class ScoreCheck
{
    public static IReadOnlyList<RuleDiscrepancy> Of(Inspection inspection, IReadOnlyList<Verdict> verdicts)
    {
        var bands = ScoreBands.YouthJusticeTo2024;
        if (inspection.Framework != bands.Framework || inspection.FrameworkVersion != bands.Version)
            return [];
        var overall = verdicts.FirstOrDefault(verdict => verdict.Judgement == Standard.Overall)?.Grade?.Code;
        if (string.IsNullOrEmpty(overall) || (PublishedScore.Find(inspection.Notes) ?? OfStandards(verdicts)) is not { } percent)
            return [];
        var allowed = bands.Allowed(percent);
        return allowed.Contains(overall) ? [] : [Discrepancy(bands, percent, overall, allowed)];
    }

    private static decimal? OfStandards(IReadOnlyList<Verdict> verdicts)
    {
        var points = YouthJustice.ScoredStandards
            .Select(standard => Ratings.Points(verdicts.FirstOrDefault(verdict => verdict.Judgement == standard.Code)?.Grade?.Code))
            .ToList();
        return points.Contains(null) ? null : points.Sum()!.Value * 100m / ScoreBands.YouthJusticeTo2024.FullScore;
    }

    private static RuleDiscrepancy Discrepancy(ScoreBands bands, decimal percent, string overall, IReadOnlyList<string> allowed) => new()
    {
        Rule = bands.InWords,
        Judgement = Standard.Overall,
        PublishedGrade = overall,
        AllowedGrades = { allowed },
        Explanation = Explain(bands, percent, overall, allowed),
        SourceUri = bands.SourceUri,
    };

    /// <summary>The difference in one sentence.</summary>
    public static string Explain(ScoreBands bands, decimal percent, string overall, IReadOnlyList<string> allowed)
    {
        var points = (percent * bands.FullScore / 100).ToString("0.#", CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The score of {percent:0.##} % is {points} of {bands.FullScore} points, which is {string.Join(" or ", allowed.Select(Ratings.LabelOf))}; the published rating is {Ratings.LabelOf(overall)}.");
    }
}
