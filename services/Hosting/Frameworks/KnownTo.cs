using System.Globalization;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;
using static Inspectorates.V1.PlannedDate.Types;

namespace Inspectorates.Hosting.Frameworks;

/// <summary>Dates that may be known to the month or year only.</summary>
internal static class KnownTo
{
    /// <summary>The first day it may be: from then on it counts. Null: there is no day.</summary>
    public static DateOnly? First(this PlannedDate? date) => Days.Parse(date?.Day ?? "") is { } day
        ? date!.Precision switch
        {
            Precision.Month => new DateOnly(day.Year, day.Month, 1),
            Precision.Year => new DateOnly(day.Year, 1, 1),
            _ => day,
        }
        : null;

    /// <summary>The last day it may be: until then an end has not come. Null: there is no day.</summary>
    public static DateOnly? Last(this PlannedDate? date) => date.First() is { } first
        ? date!.Precision switch
        {
            Precision.Month => new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month)),
            Precision.Year => new DateOnly(first.Year, 12, 31),
            _ => first,
        }
        : null;

    /// <summary>Whether it is known to the month or year only.</summary>
    public static bool IsCoarse(this PlannedDate? date) => date?.Precision is Precision.Month or Precision.Year;

    /// <summary>The date in words, no more precise than it is known.</summary>
    public static string InWords(this PlannedDate? date) => (date.First(), date?.Precision) switch
    {
        (null, Precision.ToBeDecided) => "a day to be decided",
        (null, _) => "a day that is not recorded",
        ({ } day, Precision.Month) => day.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        ({ } day, Precision.Year) => day.ToString("yyyy", CultureInfo.InvariantCulture),
        ({ } day, _) => day.InWords(),
    };

    /// <summary>The same after "began" or "planned for": <c>in June 2013</c>, <c>on 9 November 2015</c>.</summary>
    public static string When(this PlannedDate? date) => (date.IsCoarse() ? "in " : "on ") + date.InWords();

    public static string InWords(this DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
