using Inspectorates.V1;
using static Inspectorates.V1.Grade.Types;

namespace Inspectorates.Ofsted.Frameworks;

/// <summary>Ofsted's grades in its own words, and where it says they stand.</summary>
internal static class Grades
{
    private const string CodedByReading =
        "coded by reading: the report says it in words; this framework prints no such grade";

    /// <summary>The four grades of its judgements, and beside them what a report says in words of one process.</summary>
    public static readonly IReadOnlyList<Grade> Ilacs =
    [
        Of("Outstanding", Standing.Exceeds),
        Of("Good", Standing.Meets),
        Of("strength", Standing.Meets, CodedByReading),
        Of("Requires improvement to be good", Standing.FallsShort),
        Of("what needs to improve", Standing.FallsShort, CodedByReading),
        Of("Inadequate", Standing.Fails),
        Of("area for priority action", Standing.Fails, CodedByReading),
    ];

    /// <summary>Single inspection framework: one grade is shorter than in ILACS.</summary>
    public static readonly IReadOnlyList<Grade> Sif =
    [
        Of("Outstanding", Standing.Exceeds),
        Of("Good", Standing.Meets),
        Of("Requires improvement", Standing.FallsShort),
        Of("Inadequate", Standing.Fails),
    ];

    public static readonly IReadOnlyList<Grade> To2013 =
    [
        Of("Outstanding", Standing.Exceeds),
        Of("Good", Standing.Meets),
        Of("Adequate", Standing.Mixed, "between good and inadequate: neither plainly what is expected nor plainly short of it"),
        Of("Inadequate", Standing.Fails),
    ];

    private static Grade Of(string label, Standing standing, string note = "") => new()
    {
        Code = label.ToLowerInvariant().Replace(' ', '-'),
        Label = label,
        Standing = standing,
        Note = note,
    };
}
