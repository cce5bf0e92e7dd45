using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records;

/// <summary>Days in requests: ISO 8601, within living memory, in order.</summary>
internal static class DayRules
{
    private static readonly DateOnly First = new(1900, 1, 1);
    private static readonly DateOnly Last = new(2199, 12, 31);

    /// <summary>Checks a day.</summary>
    /// <returns>The day; null where it is empty or refused.</returns>
    public static DateOnly? Day(this Faults faults, string field, string value)
    {
        if (value.Length == 0)
            return null;
        if (Days.Parse(value) is not { } day)
        {
            faults.Add(ErrorReason.FieldMalformed, field, $"{field} is '{Shown.Of(value)}'; days are written 2024-12-31.");
            return null;
        }

        if (day >= First && day <= Last)
            return day;
        faults.Add(ErrorReason.FieldOutOfRange, field, $"{field} is {value}; days are from {First.Iso()} to {Last.Iso()}.");
        return null;
    }

    /// <summary>Checks a day that has come already.</summary>
    public static void PastDay(this Faults faults, string field, string value, DateOnly today)
    {
        if (faults.Day(field, value) is { } day && day > today)
            faults.Add(ErrorReason.FieldOutOfRange, field, $"{field} is {value}, which is after today, {today.Iso()}.");
    }

    /// <summary>Checks a range.</summary>
    public static void Range(this Faults faults, string field, DateRange? range)
    {
        if (range is null)
            return;
        if (faults.Day($"{field}.start", range.Start) is { } start && faults.Day($"{field}.end", range.End) is { } end && end < start)
            faults.Add(ErrorReason.FieldsInconsistent, $"{field}.end", $"{field}.end, {range.End}, is before its start, {range.Start}.");
    }
}
