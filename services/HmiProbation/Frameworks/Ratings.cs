using Inspectorates.V1;
using static Inspectorates.V1.Grade.Types;

namespace Inspectorates.HmiProbation.Frameworks;

/// <summary>HMI Probation's ratings in its own words, and where it says they stand.</summary>
internal static class Ratings
{
    public static readonly IReadOnlyList<Grade> All =
    [
        Of("outstanding", "Outstanding", Standing.Exceeds),
        Of("good", "Good", Standing.Meets),
        Of("requires-improvement", "Requires improvement", Standing.FallsShort),
        Of("inadequate", "Inadequate", Standing.Fails),
    ];

    /// <summary>Points a standard's rating scores towards the overall: 3 for outstanding down to 0. Null: no rating.</summary>
    public static int? Points(string? code)
    {
        var place = All.Select(grade => grade.Code).ToList().IndexOf(code ?? "");
        return place < 0 ? null : All.Count - 1 - place;
    }

    public static string LabelOf(string code) => All.First(grade => grade.Code == code).Label;

    private static Grade Of(string code, string label, Standing standing) => new() { Code = code, Label = label, Standing = standing };
}
