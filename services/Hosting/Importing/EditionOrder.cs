using System.Globalization;
using System.Text.RegularExpressions;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Importing;

/// <summary>Which of two editions of a source is the later.</summary>
internal static partial class EditionOrder
{
    /// <summary>Compares two editions: by day where both are known, else by the last number in both names.</summary>
    /// <returns>Positive: the first is later. Zero: the same. Null: it cannot be told.</returns>
    public static int? Compare(Provenance one, Provenance other)
    {
        if (one.Edition == other.Edition && one.EditionDay == other.EditionDay)
            return 0;
        if (DayOf(one) is { } oneDay && DayOf(other) is { } otherDay)
            return oneDay == otherDay ? null : oneDay.CompareTo(otherDay);
        if (DayOf(one) is null && DayOf(other) is null && NumberOf(one) is { } number && NumberOf(other) is { } otherNumber)
            return number == otherNumber ? null : number.CompareTo(otherNumber);
        return null;
    }

    private static DateOnly? DayOf(Provenance source)
    {
        if (Days.Parse(source.EditionDay) is { } given)
            return given;
        return DayNamed(source.Edition);
    }

    /// <summary>The day in an edition's name; null: there is none.</summary>
    public static DateOnly? DayNamed(string edition)
    {
        var found = DayInName().Match(edition);
        return found.Success ? Days.Parse($"{found.Groups[1].Value}-{found.Groups[2].Value}-{found.Groups[3].Value}") : null;
    }

    private static long? NumberOf(Provenance source) =>
        LastNumber().Match(source.Edition) is { Success: true } found
            && long.TryParse(found.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    [GeneratedRegex(@"(?<!\d)((?:19|20|21)\d{2})[-_. ]?(\d{2})[-_. ]?(\d{2})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex DayInName();

    [GeneratedRegex(@"\d{1,18}(?=\D*$)", RegexOptions.CultureInvariant)]
    private static partial Regex LastNumber();
}
