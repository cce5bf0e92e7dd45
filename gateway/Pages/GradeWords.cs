using System.Globalization;
using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Pages;

/// <summary>Grades over time in words for readers.</summary>
internal static class GradeWords
{
    /// <summary>The framework and its version.</summary>
    public static string Version(FrameworkGrades version) => $"{version.Label}, version {version.Version}";

    /// <summary>When the version was in force, as far as that is recorded.</summary>
    public static string InForce(FrameworkGrades version) => (version.Began, version.Ended) switch
    {
        ("", "") => "When it began and whether it has ended is not recorded",
        ("", var ended) => $"When it began is not recorded; it ended {When(ended)}",
        (var began, "") => $"It began {When(began)}; no end is recorded",
        var (began, ended) => $"It began {When(began)} and ended {When(ended)}",
    };

    /// <summary>How many verdicts are counted, and how many are not because nothing was judged.</summary>
    public static string Counted(FrameworkGrades version) =>
        (version.Total == 0 ? "Nothing was graded" : $"{PageWords.Count(version.Total, "verdict")} counted")
        + (version.NotJudged == 0
            ? "; none was left without a judgement"
            : $"; {PageWords.Count(version.NotJudged, "verdict")} left without a judgement, and not counted");

    /// <summary>The year over a column.</summary>
    public static string Year(int year) => year == 0 ? "Year not known" : year.ToString(CultureInfo.InvariantCulture);

    /// <summary>How many of all there were: a count and the share.</summary>
    public static string Share(int count, double share) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} ({share * 100:0.0} %)");

    /// <summary>How a share changed, in percentage points.</summary>
    public static string Change(double difference) => Math.Round(difference * 100, 1) switch
    {
        0 => "the same share",
        > 0 and var points => string.Create(CultureInfo.InvariantCulture, $"{points:0.0} percentage points more"),
        var points => string.Create(CultureInfo.InvariantCulture, $"{-points:0.0} percentage points fewer"),
    };

    // The first of a month or year may stand for the whole of it: to name that day could be more than is known.
    private static string When(string iso) =>
        !DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? "on a day not known"
        : day is { Day: 1, Month: 1 } ? day.ToString("'in' yyyy", CultureInfo.InvariantCulture)
        : day.Day == 1 ? day.ToString("'in' MMMM yyyy", CultureInfo.InvariantCulture)
        : $"on {PageWords.Day(iso)}";
}
