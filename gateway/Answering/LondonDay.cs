using System.Globalization;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Answering;

/// <summary>The day of a view: days begin and end in London.</summary>
internal static class LondonDay
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static DateOnly Today(TimeProvider time) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), London).DateTime);

    /// <summary>The day asked for.</summary>
    /// <param name="asOf">An ISO day; empty: today.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="RefusedException">It is no day, or one that has not come.</exception>
    public static DateOnly Read(string asOf, TimeProvider time)
    {
        var today = Today(time);
        if (asOf.Length == 0)
            return today;
        if (!DateOnly.TryParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            throw new RefusedException(
                ErrorReason.FieldMalformed, "The day of the view is no day: write year, month and day, for example 2024-12-31.")
            { Field = "as_of" };
        return day <= today
            ? day
            : throw new RefusedException(
                ErrorReason.FieldOutOfRange,
                $"The day of the view, {day:yyyy-MM-dd}, has not come; today in London is {today:yyyy-MM-dd}.")
            { Field = "as_of" };
    }
}
