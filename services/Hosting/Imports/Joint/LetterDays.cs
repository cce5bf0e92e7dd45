using System.Globalization;
using System.Text.RegularExpressions;

namespace Inspectorates.Hosting.Imports.Joint;

/// <summary>Reads days as letters print them. A wrong day of the week is remarked upon, and the date stands.</summary>
internal static partial class LetterDays
{
    private const string RangeAccepted =
        "\"9 to 13 December 2024\", \"27 June 2022 to 1 July 2022\" or \"2024-12-09 to 2024-12-13\" would be right";

    /// <summary>Reads one day, with or without a day of the week before it.</summary>
    /// <param name="text">Such as <c>27 february 2025</c>.</param>
    /// <param name="remarks">Gets what is unusual about it.</param>
    /// <param name="fault">What is wrong and what would be right; null where it was read.</param>
    public static DateOnly? ReadDay(string text, ICollection<string> remarks, out string? fault)
    {
        var match = Weekday().Match(text);
        var day = Ordinal().Replace(text[match.Length..], "");
        if (!SourceDay.TryRead(day, out var read))
        {
            fault = $"\"{text}\" is not a day: {SourceDay.Accepted} would be right";
            return null;
        }

        fault = null;
        CheckWeekday(match.Groups["name"].Value, read, remarks);
        return read;
    }

    /// <summary>
    /// Reads the first and the last day of fieldwork. The month and year of the first may be left out where they are those
    /// of the last; a year left out over the turn of a year is the year before.
    /// </summary>
    /// <param name="text">Such as <c>9 to 13 December 2024</c>.</param>
    /// <param name="remarks">Gets what is unusual about it: a wrong day of the week, a weekend, an unlikely length.</param>
    /// <param name="fault">What is wrong and what would be right; null where it was read.</param>
    public static (DateOnly Start, DateOnly End)? ReadRange(string text, ICollection<string> remarks, out string? fault)
    {
        if (Dash().Replace(text, " to ").Split(" to ", StringSplitOptions.TrimEntries) is not [var first, var last]
            || ReadDay(last, remarks, out _) is not { } end
            || First(first, end, remarks) is not { } start)
        {
            fault = $"\"{text}\" is not a first and a last day: {RangeAccepted}";
            return null;
        }

        if (start > end)
        {
            fault = $"\"{text}\" ends before it begins: {RangeAccepted}";
            return null;
        }

        fault = null;
        CheckWeekend(start, "begins", text, remarks);
        CheckWeekend(end, "ends", text, remarks);
        if (end.DayNumber - start.DayNumber > 31)
            remarks.Add($"\"{text}\" is {end.DayNumber - start.DayNumber + 1} days long");
        return (start, end);
    }

    private static DateOnly? First(string text, DateOnly end, ICollection<string> remarks)
    {
        var year = end.Year.ToString(CultureInfo.InvariantCulture);
        foreach (var completed in (string[])[text, $"{text} {year}", $"{text} {end.ToString("MMMM", CultureInfo.InvariantCulture)} {year}"])
        {
            var found = new List<string>();
            if (ReadDay(completed, found, out _) is not { } day)
                continue;
            var overTheYear = completed.Length == text.Length + 5 && day > end;
            if (!overTheYear)
                remarks.AddRange(found);
            return overTheYear ? day.AddYears(-1) : day;
        }

        return null;
    }

    private static void CheckWeekday(string name, DateOnly day, ICollection<string> remarks)
    {
        if (name.Length > 0 && !name.Equals(day.DayOfWeek.ToString(), StringComparison.OrdinalIgnoreCase))
            remarks.Add($"{SourceDay.Iso(day)} is a {day.DayOfWeek}, not a {name}");
    }

    private static void CheckWeekend(DateOnly day, string what, string text, ICollection<string> remarks)
    {
        if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            remarks.Add($"\"{text}\" {what} on {SourceDay.Iso(day)}, a {day.DayOfWeek}");
    }

    private static void AddRange(this ICollection<string> remarks, IEnumerable<string> more)
    {
        foreach (var remark in more)
            remarks.Add(remark);
    }

    [GeneratedRegex(@"^\s*(?<name>monday|tuesday|wednesday|thursday|friday|saturday|sunday),?\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Weekday();

    // A hyphen inside an ISO day is no dash.
    [GeneratedRegex(@"\s*[\u2013\u2014]\s*|\s+-\s+|(?<=^\s*\d{1,2})-(?=\d{1,2}\s+[A-Za-z])")]
    private static partial Regex Dash();

    [GeneratedRegex(@"(?<=\d)(st|nd|rd|th)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Ordinal();
}
