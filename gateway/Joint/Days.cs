using System.Globalization;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint;

/// <summary>Days as the contract writes them: ISO strings, empty where not known.</summary>
internal static class Days
{
    /// <summary>The day; null for an empty string and for one that is no day.</summary>
    public static DateOnly? Parse(string day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed)
            ? parsed
            : null;

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day by which records are put in order: end of fieldwork, else publication, else where it was placed.</summary>
    public static DateOnly? OrderingDay(Verdict verdict) =>
        DaySpan.Of(verdict.Fieldwork)?.Last ?? Parse(verdict.PublishedOn) ?? Parse(verdict.PlacedOn);
}

/// <summary>Days from the first to the last, both included.</summary>
internal readonly record struct DaySpan(DateOnly First, DateOnly Last)
{
    /// <summary>
    /// The span of a range. Where only one end is known it is that one day; where the ends are swapped, as some
    /// published letters have them, the span between them. Null where neither is known.
    /// </summary>
    public static DaySpan? Of(DateRange? range)
    {
        var start = Days.Parse(range?.Start ?? "");
        var end = Days.Parse(range?.End ?? "");
        if ((start ?? end) is not { } one || (end ?? start) is not { } other) return null;
        return one <= other ? new DaySpan(one, other) : new DaySpan(other, one);
    }

    /// <summary>Days between the nearest days of the two; 0 where they overlap.</summary>
    public int DaysTo(DaySpan other) =>
        Math.Max(0, Math.Max(other.First.DayNumber - Last.DayNumber, First.DayNumber - other.Last.DayNumber));
}
