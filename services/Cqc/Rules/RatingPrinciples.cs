using Inspectorates.Cqc.Frameworks;
using Inspectorates.V1;

namespace Inspectorates.Cqc.Rules;

/// <summary>
/// How CQC aggregated the ratings of five key questions to one until 2024. Its principles say "normally": what they leave to
/// judgement is not checked.
/// </summary>
internal static class RatingPrinciples
{
    public const string SourceUri = "https://www.cqc.org.uk/guidance-providers/adult-social-care/how-we-aggregate-ratings-using-rating-principles-adult-social";

    public const string InWords =
        "Normally: two or more key questions inadequate give inadequate; two or more requires improvement give requires improvement; "
        + "none inadequate and at most one requires improvement give good; two outstanding and the other three good allow outstanding. "
        + "A breach of regulations limits to requires improvement.";

    /// <summary>The ratings the principles allow for a service.</summary>
    /// <param name="questions">The ratings of its key questions.</param>
    /// <returns>Empty where the principles do not say: fewer than five are rated, or one alone is inadequate.</returns>
    public static IReadOnlyList<Grade> Allowed(IReadOnlyList<Grade> questions)
    {
        if (questions.Count != KeyQuestion.All.Count || questions.Any(grade => grade.Standing == Grade.Types.Standing.NotJudged))
            return [];

        var inadequate = questions.Count(grade => grade.Code == Ratings.Inadequate.Code);
        var improvement = questions.Count(grade => grade.Code == Ratings.RequiresImprovement.Code);
        var outstanding = questions.Count(grade => grade.Code == Ratings.Outstanding.Code);
        return (inadequate, improvement, outstanding) switch
        {
            ( >= 2, _, _) => [Ratings.Inadequate],
            (1, _, _) => [],
            (0, >= 2, _) => [Ratings.RequiresImprovement],
            (0, 0, >= 2) => [Ratings.Outstanding, Ratings.Good],
            _ => [Ratings.Good],
        };
    }
}
