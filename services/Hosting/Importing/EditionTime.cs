using System.Globalization;
using System.Text.RegularExpressions;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Importing;

/// <summary>When an edition was made, as exactly as it tells: a day, a month or a year.</summary>
/// <param name="First">The first day it may have been made on.</param>
/// <param name="Last">The last.</param>
internal readonly partial record struct EditionTime(DateOnly First, DateOnly Last)
{
    /// <summary>The time of an edition: the later of its day and the one in its name, else the month or year in its name; null: none.</summary>
    public static EditionTime? Of(Provenance source)
    {
        var (given, named) = (Days.Parse(source.EditionDay), DayNamed(source.Edition));
        return (given > named ? given : named ?? given) is { } day ? new EditionTime(day, day) : MonthOrYear(source.Edition);
    }

    /// <summary>The day in an edition's name; null: there is none.</summary>
    public static DateOnly? DayNamed(string edition)
    {
        var found = DayInName().Match(edition);
        return found.Success ? Days.Parse($"{found.Groups[1].Value}-{found.Groups[2].Value}-{found.Groups[3].Value}") : null;
    }

    /// <summary>The last number in an edition's name; null: there is none.</summary>
    public static long? NumberIn(string edition) =>
        NumberInName().Matches(edition) is [.., var found]
            && long.TryParse(found.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>Compares; null: which is later cannot be told, as of a year and a month in it.</summary>
    public int? CompareTo(EditionTime other) => Last < other.First ? -1 : First > other.Last ? 1 : null;

    private static EditionTime? MonthOrYear(string edition)
    {
        if (MonthInName().Match(edition) is { Success: true } month)
        {
            var first = new DateOnly(Number(month.Groups[1]), Number(month.Groups[2]), 1);
            return new EditionTime(first, first.AddMonths(1).AddDays(-1));
        }

        // Of a span of years, the last: 2018-2025 holds what was known in 2025.
        return YearInName().Matches(edition) is [.., var last]
            ? new EditionTime(new DateOnly(Number(last), 1, 1), new DateOnly(Number(last), 12, 31))
            : null;
    }

    private static int Number(Capture found) => int.Parse(found.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<!\d)((?:19|20|21)\d{2})[-_. ]?(\d{2})[-_. ]?(\d{2})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex DayInName();

    [GeneratedRegex(@"(?<!\d)((?:19|20|21)\d{2})[-_.](0[1-9]|1[0-2])(?![-_.]?\d)", RegexOptions.CultureInvariant)]
    private static partial Regex MonthInName();

    [GeneratedRegex(@"(?<!\d)(?:19|20|21)\d{2}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex YearInName();

    // A digit within a word, as in d2i, numbers nothing.
    [GeneratedRegex(@"\d{1,18}(?![\p{L}\d])", RegexOptions.CultureInvariant)]
    private static partial Regex NumberInName();
}
