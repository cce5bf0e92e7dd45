using System.Globalization;
using Inspectorates.V1;
using static Inspectorates.V1.PlannedDate.Types;

namespace Inspectorates.Gateway.Joint.Frameworks;

/// <summary>Dates of frameworks, which may be known to the month or year only.</summary>
public static class FrameworkDates
{
    /// <summary>The first day it may be; null: there is no day.</summary>
    public static DateOnly? First(PlannedDate? date) => Days.Parse(date?.Day ?? "") is { } day
        ? date!.Precision switch
        {
            Precision.Month => new DateOnly(day.Year, day.Month, 1),
            Precision.Year => new DateOnly(day.Year, 1, 1),
            _ => day,
        }
        : null;

    /// <summary>The last day it may be; null: there is no day.</summary>
    public static DateOnly? Last(PlannedDate? date) => (First(date), date?.Precision) switch
    {
        ({ } day, Precision.Month) => day.AddMonths(1).AddDays(-1),
        ({ } day, Precision.Year) => day.AddYears(1).AddDays(-1),
        var (day, _) => day,
    };

    /// <summary>The date as precisely as it is known: <c>November 2013</c>.</summary>
    /// <param name="date">The date. Empty or null: not recorded.</param>
    public static string InWords(PlannedDate? date) => (First(date), date?.Precision) switch
    {
        (null, Precision.ToBeDecided) => "to be decided",
        (null, _) => "not recorded",
        ({ } day, Precision.Month) => day.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        ({ } day, Precision.Year) => day.ToString("yyyy", CultureInfo.InvariantCulture),
        ({ } day, _) => Words.Day(day),
    };
}
