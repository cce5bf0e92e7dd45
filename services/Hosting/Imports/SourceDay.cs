using System.Globalization;

namespace Inspectorates.Hosting.Imports;

/// <summary>Reads days as published data writes them.</summary>
public static class SourceDay
{
    private static readonly string[] Forms =
        ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy", "dd/MM/yy", "d/M/yy", "d MMMM yyyy", "d MMM yyyy", "yyyy-MM-dd HH:mm:ss", "dd/MM/yyyy HH:mm:ss"];

    /// <summary>What is accepted, for messages.</summary>
    public const string Accepted = "2024-12-31, 31/12/2024, 31/12/24 or 31 December 2024";

    // Two digits are a year of this century: nothing here was published before it.
    private static readonly CultureInfo Culture = WithCentury();

    /// <summary>Reads a day: ISO, or day first as is usual in England; never month first.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="day">The day.</param>
    /// <returns>False where it is not a day of the years 2000 to 2099 in one of the accepted forms.</returns>
    public static bool TryRead(string text, out DateOnly day)
    {
        day = default;
        if (!DateTime.TryParseExact(text.Trim(), Forms, Culture, DateTimeStyles.None, out var moment) || moment.Year is < 2000 or > 2099)
            return false;
        day = DateOnly.FromDateTime(moment);
        return true;
    }

    /// <summary>The day as it travels: an ISO string.</summary>
    /// <param name="day">The day.</param>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static CultureInfo WithCentury()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.DateTimeFormat.Calendar = new GregorianCalendar { TwoDigitYearMax = 2099 };
        return CultureInfo.ReadOnly(culture);
    }
}
