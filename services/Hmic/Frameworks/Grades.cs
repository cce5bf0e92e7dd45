using Inspectorates.V1;

namespace Inspectorates.Hmic.Frameworks;

/// <summary>The inspectorate's grades in its exact words.</summary>
internal static class Grades
{
    /// <summary>Four grades, best first: PEEL to 2018/19.</summary>
    public static readonly IReadOnlyList<Grade> Four =
    [
        Of("outstanding", "Outstanding", Grade.Types.Standing.Exceeds),
        Of("good", "Good", Grade.Types.Standing.Meets),
        Of("requires-improvement", "Requires improvement", Grade.Types.Standing.FallsShort),
        Of("inadequate", "Inadequate", Grade.Types.Standing.Fails),
    ];

    /// <summary>Five grades, best first: since 2021 the inspectorate puts <c>Adequate</c> between good and requires improvement.</summary>
    public static readonly IReadOnlyList<Grade> Five =
    [
        .. Four.Take(2),
        Of("adequate", "Adequate", Grade.Types.Standing.Mixed, "between \"Good\" and \"Requires improvement\""),
        .. Four.Skip(2),
    ];

    /// <summary>Printed where a question or pillar was inspected, or skipped, without a grade.</summary>
    public static readonly Grade NotGraded = Of("not-graded", "Not graded", Grade.Types.Standing.NotJudged);

    private static Grade Of(string code, string label, Grade.Types.Standing standing, string note = "") =>
        new() { Code = code, Label = label, Standing = standing, Note = note };
}
