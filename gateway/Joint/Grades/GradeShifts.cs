using System.Globalization;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Grades;

/// <summary>What changed from one version of a framework to the next, standing by standing.</summary>
internal static class GradeShifts
{
    public static GradeShift Write(FrameworkGrades before, FrameworkGrades after)
    {
        StandingShift[] standings =
        [
            .. before.Grades.Concat(after.Grades).Select(grade => grade.Standing).Distinct().Order()
                .Select(standing => Shift(standing, before, after)),
        ];
        return new()
        {
            FromFramework = before.Framework,
            FromVersion = before.Version,
            ToFramework = after.Framework,
            ToVersion = after.Version,
            Standings = { standings },
            Sentences = { Sentences(standings, before, after) },
        };
    }

    private static StandingShift Shift(Grade.Types.Standing standing, FrameworkGrades before, FrameworkGrades after)
    {
        var (count, countAfter) = (Count(standing, before), Count(standing, after));
        var (share, shareAfter) = (Share(count, before.Total), Share(countAfter, after.Total));
        return new()
        {
            Standing = standing,
            BeforeLabel = Label(standing, before),
            AfterLabel = Label(standing, after),
            BeforeCount = count,
            AfterCount = countAfter,
            BeforeShare = share,
            AfterShare = shareAfter,
            Difference = shareAfter - share,
        };
    }

    private static IEnumerable<string> Sentences(StandingShift[] standings, FrameworkGrades before, FrameworkGrades after)
    {
        if (before.Total == 0 || after.Total == 0)
        {
            yield return "Under one of the two nothing was graded, so that there is no shift to tell.";
            yield break;
        }

        foreach (var shift in standings)
            yield return $"{Name(shift)}: {shift.BeforeCount} of {before.Total} before ({Percent(shift.BeforeShare)}), "
                + $"{shift.AfterCount} of {after.Total} after ({Percent(shift.AfterShare)}).";
        yield return "Other areas were inspected before and after, and other questions asked: a shift is no proof that practice changed.";
    }

    private static string Name(StandingShift shift) =>
        shift.BeforeLabel == shift.AfterLabel || shift.AfterLabel.Length == 0 ? shift.BeforeLabel
        : shift.BeforeLabel.Length == 0 ? shift.AfterLabel
        : $"{shift.BeforeLabel}, afterwards {shift.AfterLabel}";

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} %");

    private static int Count(Grade.Types.Standing standing, FrameworkGrades version) =>
        version.Grades.Zip(version.Counts).Where(grade => grade.First.Standing == standing).Sum(grade => grade.Second);

    private static double Share(int count, int total) => total == 0 ? 0 : (double)count / total;

    private static string Label(Grade.Types.Standing standing, FrameworkGrades version) =>
        string.Join(" or ", version.Grades.Where(grade => grade.Standing == standing).Select(grade => grade.Label));
}
