using System.Globalization;
using Inspectorates.Gateway.Joint.Agreement;
using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Answering;

/// <summary>Filters of questions over many areas.</summary>
internal static class AreaFilters
{
    /// <summary>The real areas of the region, all where none is named, in the order of their codes.</summary>
    /// <exception cref="RefusedException">No region has the name.</exception>
    public static IReadOnlyList<AgreementArea> InRegion(string region)
    {
        var all = Areas.England.AllReal;
        AgreementArea[] found =
        [
            .. all.Where(area => region.Length == 0 || string.Equals(area.Region.Name, region.Trim(), StringComparison.OrdinalIgnoreCase))
                .OrderBy(area => area.DfeCode, StringComparer.Ordinal)
                .Select(area => new AgreementArea(area.DfeCode, area.Name)),
        ];
        return found.Length > 0
            ? found
            : throw new RefusedException(
                ErrorReason.RegionUnknown,
                $"There is no such region; there are {string.Join(", ", all.Select(area => area.Region.Name).Distinct().Order(StringComparer.Ordinal))}.")
            { Field = "region" };
    }

    /// <summary>The first and last day of the period; null: open at that end.</summary>
    /// <exception cref="RefusedException">One is no day, or the last is before the first.</exception>
    public static (DateOnly? From, DateOnly? To) Period(string from, string to)
    {
        var (first, last) = (Day("from", from), Day("to", to));
        return first is { } begins && last is { } ends && ends < begins
            ? throw new RefusedException(ErrorReason.FieldsInconsistent, $"The period ends ({to}) before it begins ({from}).") { Field = "to" }
            : (first, last);
    }

    /// <exception cref="RefusedException">The catalogue has no such process.</exception>
    public static void CheckProcess(string process)
    {
        if (process.Length > 0 && !ProcessCatalogue.England.TryFind(process, out _))
            throw new RefusedException(
                ErrorReason.ProcessUnknown, "The catalogue has no such process; codes are such as \"strategy-discussion\".")
            { Field = "process" };
    }

    /// <exception cref="RefusedException">No inspectorate of the settings has the code.</exception>
    public static void CheckInspectorate(string field, string code, IReadOnlyList<string> known)
    {
        if (code.Length > 0 && !known.Contains(code))
            throw new RefusedException(
                ErrorReason.InspectorateUnknown, $"There is no such inspectorate; known are {string.Join(", ", known)}.")
            { Field = field };
    }

    /// <summary>That somebody has the framework. Where a description was never read it may be one of that inspectorate's.</summary>
    /// <exception cref="RefusedException">Everybody is described, and nobody has it.</exception>
    public static void CheckFramework(string framework, IEnumerable<Inspectorate?> descriptions)
    {
        var described = descriptions.ToList();
        if (framework.Length == 0 || described.Contains(null))
            return;
        string[] known = [.. described.SelectMany(one => one!.Frameworks).Select(one => one.Code).Distinct().Order(StringComparer.Ordinal)];
        if (!known.Contains(framework))
            throw new RefusedException(
                ErrorReason.FrameworkUnknown, $"No inspectorate has such a framework; known are {string.Join(", ", known)}.")
            { Field = "framework" };
    }

    /// <summary>That a filter is one of the contract's words; unspecified: no filter.</summary>
    /// <exception cref="RefusedException">It is a number that the contract gives no meaning.</exception>
    public static void CheckDefined<T>(string field, T value)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
            throw new RefusedException(ErrorReason.FieldOutOfRange, $"{field} has no such value.") { Field = field };
    }

    private static DateOnly? Day(string field, string day)
    {
        if (day.Length == 0)
            return null;
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed))
            throw new RefusedException(
                ErrorReason.FieldMalformed, $"{field} is no day: write year, month and day, for example 2024-12-31.")
            { Field = field };
        return parsed >= LondonDay.First
            ? parsed
            : throw new RefusedException(
                ErrorReason.FieldOutOfRange, $"{field} is before {LondonDay.First:yyyy-MM-dd}, the first day that is taken.")
            { Field = field };
    }
}
