using System.Globalization;
using Inspectorates.V1;
using static Inspectorates.V1.PlannedDate.Types;

namespace Inspectorates.Ofsted.Frameworks;

/// <summary>Days, and days known to the month or year.</summary>
internal static class Dates
{
    public static PlannedDate Day(int year, int month, int day) =>
        new() { Day = new DateOnly(year, month, day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Precision = Precision.Day };

    public static PlannedDate Month(int year, int month) =>
        new() { Day = $"{year:D4}-{month:D2}-01", Precision = Precision.Month };

    public static PlannedDate Year(int year) => new() { Day = $"{year:D4}-01-01", Precision = Precision.Year };
}
