using Inspectorates.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Cqc.Frameworks;

/// <summary>CQC's ratings in its exact words, and the wordings it prints where there is no rating.</summary>
internal static class Ratings
{
    public static readonly Grade Outstanding = Of("outstanding", "Outstanding", Grade.Types.Standing.Exceeds);
    public static readonly Grade Good = Of("good", "Good", Grade.Types.Standing.Meets);
    public static readonly Grade RequiresImprovement = Of("requires-improvement", "Requires improvement", Grade.Types.Standing.FallsShort);
    public static readonly Grade Inadequate = Of("inadequate", "Inadequate", Grade.Types.Standing.Fails);

    /// <summary>The four ratings, best first.</summary>
    public static readonly IReadOnlyList<Grade> Scale = [Outstanding, Good, RequiresImprovement, Inadequate];

    /// <summary>The scale and, after it, the wordings of the inspections by five key questions.</summary>
    public static readonly IReadOnlyList<Grade> OfKeyQuestions =
    [
        .. Scale,
        NotJudged("inspected-but-not-rated", "Inspected but not rated", "inspected on a part of a question only, or before ratings applied to the service"),
        NotJudged("no-published-rating", "No published rating", "a report was published and gives no rating"),
        NotJudged("insufficient-evidence-to-rate", "Insufficient evidence to rate", "inspected, and what was seen does not carry a rating"),
    ];

    /// <summary>The scale and, after it, the wordings of the single assessment framework.</summary>
    public static readonly IReadOnlyList<Grade> OfSingleAssessment =
    [
        .. OfKeyQuestions,
        NotJudged("regulations-met", "Regulations met", "printed for services CQC may not rate, such as dentists: a legal minimum, no rating"),
        NotJudged("no-approved-rating", "No Approved Rating", "as the public API prints it: assessed, the rating is not approved"),
        NotJudged("evidence-not-yet-scored", "Evidence requirements partially / not yet scored", "as the public API prints it: the assessment is not finished"),
    ];

    /// <summary>Finds a wording, whatever its case: the API writes both <c>Requires improvement</c> and <c>Requires Improvement</c>.</summary>
    /// <returns>Null where CQC prints no such words.</returns>
    public static Grade? Find(string words) => OfSingleAssessment.FirstOrDefault(grade => Words.Key(grade.Label) == Words.Key(words));

    /// <summary>All wordings, for messages.</summary>
    public static string Known { get; } = string.Join(", ", OfSingleAssessment.Select(grade => $"\"{grade.Label}\""));

    private static Grade Of(string code, string label, Grade.Types.Standing standing, string note = "") =>
        new() { Code = code, Label = label, Standing = standing, Note = note };

    private static Grade NotJudged(string code, string label, string note) => Of(code, label, Grade.Types.Standing.NotJudged, note);
}
