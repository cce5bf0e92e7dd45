using System.Globalization;
using Inspectorates.Cqc.Frameworks;
using Inspectorates.V1;

namespace Inspectorates.Cqc.Rules;

/// <summary>
/// How CQC counts a rating under the single assessment framework: bands of the score, and caps. A table, because the edges
/// and caps are CQC's to change; what was not read in a document of CQC's own is marked unverified.
/// </summary>
internal static class ScoreRules
{
    public const string SourceUri = "https://www.cqc.org.uk/guidance-regulation/providers/assessment/assessing-quality-and-performance/reach-rating";

    public const string InWords =
        "Score in percent of the maximum: to 38 inadequate, 39 to 62 requires improvement, 63 to 87 good, over 87 outstanding. "
        + "Caps (unverified): a quality statement scored 1 limits good to requires improvement, one scored 1 or 2 limits outstanding to good. "
        + "A breach of regulations limits to requires improvement.";

    // CQC prints whole percents and leaves open how 38.5 falls. It is rounded half up: so 87.5 (28 of 32) is 88 and
    // "over 87", as CQC's words for outstanding have it, and 38.5 is 39.
    private static readonly (decimal From, Grade Grade)[] Bands =
        [(88, Ratings.Outstanding), (63, Ratings.Good), (39, Ratings.RequiresImprovement), (0, Ratings.Inadequate)];

    private static readonly Cap[] Caps =
    [
        new(score => score.Statements.Contains(1), Ratings.RequiresImprovement, "a quality statement scored 1 limits it to requires improvement (unverified)"),
        new(score => score.Statements.Any(statement => statement <= 2), Ratings.Good, "a quality statement scored 1 or 2 limits it to good (unverified)"),
        new(score => score.Breach, Ratings.RequiresImprovement, "a breach of regulations limits it to requires improvement"),
    ];

    private sealed record Cap(Func<KeyQuestionScore, bool> Applies, Grade AtBest, string Reason);

    /// <summary>The rating a score gives by the rule, and how.</summary>
    public static (Grade Grade, string How) Rate(KeyQuestionScore score)
    {
        var percent = decimal.Round(score.Percent, 0, MidpointRounding.AwayFromZero);
        var grade = Bands.First(band => percent >= band.From).Grade;
        var how = string.Create(CultureInfo.InvariantCulture, $"{score.Percent}% of the maximum is \"{grade.Label}\"");
        foreach (var cap in Caps.Where(cap => cap.Applies(score) && Rank(grade) < Rank(cap.AtBest)))
        {
            grade = cap.AtBest;
            how += $", and {cap.Reason}";
        }

        return (grade, how);
    }

    /// <summary>Place on the scale, 0 best.</summary>
    private static int Rank(Grade grade) => Ratings.Scale.ToList().IndexOf(grade);
}
