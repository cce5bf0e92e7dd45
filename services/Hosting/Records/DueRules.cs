using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records;

/// <summary>By when something is to be done: a day, or in so many words that the day is to be decided (F12 of the account of the domain).</summary>
internal static class DueRules
{
    /// <summary>Asks for one of the two.</summary>
    /// <param name="date">Path of the field with the day.</param>
    /// <param name="toBeDecided">Path of the field that says it is to be decided.</param>
    /// <param name="earliest">The earliest day it may be; null: any.</param>
    public static void Due(this Faults faults, string date, string value, string toBeDecided, bool isToBeDecided, DateOnly? earliest)
    {
        if (value.Length > 0 && isToBeDecided)
            faults.Add(ErrorReason.FieldsInconsistent, date, $"{date} is given though {toBeDecided} is set: it is one or the other.");
        else if (value.Length == 0 && !isToBeDecided)
            faults.Add(ErrorReason.FieldRequired, date, $"{date} is required, such as 2026-09-30; or {toBeDecided} is set, and the days until it is decided are counted.");
        if (faults.Day(date, value) is { } day && day < earliest)
            faults.Add(ErrorReason.FieldOutOfRange, date, $"{date} is {value}, which is before {earliest.Value.Iso()}.");
    }
}
