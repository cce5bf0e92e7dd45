using System.Globalization;
using System.Text.RegularExpressions;

namespace Inspectorates.Hmic.Frameworks;

/// <summary>A cycle of PEEL. Grades of one cycle are not comparable with those of another of another scale.</summary>
/// <param name="Name">As printed: <c>PEEL 2018/19</c>.</param>
/// <param name="LastYear">The last year in its name.</param>
internal sealed partial record PeelCycle(string Name, int LastYear)
{
    /// <summary>The cycles that were held or are being held.</summary>
    public static readonly IReadOnlyList<PeelCycle> All =
    [
        new("PEEL 2014", 2014), new("PEEL 2015", 2015), new("PEEL 2016", 2016), new("PEEL 2017", 2017), new("PEEL 2018/19", 2019),
        new("PEEL 2021/22", 2022), new("PEEL 2023-25", 2025), new("PEEL 2025-27", 2027),
    ];

    /// <summary>Finds a cycle by its name; <c>2021-22</c> and <c>2021/22</c> are one.</summary>
    public static PeelCycle? Find(string name) => All.FirstOrDefault(cycle => Key(cycle.Name) == Key(name));

    /// <summary>The version of the framework: its scale.</summary>
    public string Version => HasFiveGrades ? HmicFrameworks.PeelFiveGrades : HmicFrameworks.PeelFourGrades;

    /// <summary>The scale, best first.</summary>
    public IReadOnlyList<V1.Grade> Scale => HasFiveGrades ? Grades.Five : Grades.Four;

    /// <summary>What it graded.</summary>
    public IReadOnlyList<Question> Graded => HasFiveGrades ? Questions.OfFiveGrades : Questions.OfFourGrades;

    /// <summary>
    /// The day by which the reports of the cycle were published: the end of the reporting year after its last year. Reports
    /// come out in the months after the inspections (PEEL 2016 to March 2017, PEEL 2017 to March 2018, PEEL 2018/19 to
    /// February 2020), and a fact is better placed late than before anybody could read it.
    /// </summary>
    public DateOnly End => new(LastYear + 1, 3, 31);

    /// <summary>The name in a source key: <c>2018-19</c>.</summary>
    public string Slug => Key(Name)["peel-".Length..];

    private bool HasFiveGrades => LastYear >= 2021;

    private static string Key(string name) => NotAWord().Replace(name.Trim().ToLower(CultureInfo.InvariantCulture), "-");

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotAWord();
}
