using System.Globalization;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Answering;

/// <summary>The day of a view: days begin and end in London.</summary>
internal static class LondonDay
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>What services take for a day in living memory; they refuse one before it.</summary>
    public static readonly DateOnly First = new(1900, 1, 1);

    public static DateOnly Today(TimeProvider time) => Of(time.GetUtcNow());

    /// <summary>The day in London at the instant.</summary>
    public static DateOnly Of(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, London).DateTime);

    /// <summary>The day asked for.</summary>
    /// <param name="asOf">An ISO day; empty: today.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="RefusedException">It is no day, one that has not come, or one before 1900.</exception>
    public static DateOnly Read(string asOf, TimeProvider time)
    {
        var today = Today(time);
        if (asOf.Length == 0)
            return today;
        if (!DateOnly.TryParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            throw new RefusedException(
                ErrorReason.FieldMalformed, "The day of the view is no day: write year, month and day, for example 2024-12-31.")
            { Field = "as_of" };
        if (day < First)
            throw new RefusedException(
                ErrorReason.FieldOutOfRange, $"The day of the view, {day:yyyy-MM-dd}, is before {First:yyyy-MM-dd}, the first that is taken.")
            { Field = "as_of" };
        return day <= today
            ? day
            : throw new RefusedException(
                ErrorReason.FieldOutOfRange,
                $"The day of the view, {day:yyyy-MM-dd}, has not come; today in London is {today:yyyy-MM-dd}.")
            { Field = "as_of" };
    }
}
