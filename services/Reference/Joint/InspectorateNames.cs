using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Inspectorates.Reference;

/// <summary>The names by which sources call the inspectorates, and where each publishes its reports on an area.</summary>
public static class InspectorateNames
{
    private static readonly Lazy<FrozenDictionary<string, Entry>> Loaded = new(() =>
        Table.Read("inspectorate-names.csv")
            .Select(row => new Entry(row.Required("code"), row.Required("label"), row.List("names"), row["report_page"]))
            .ToFrozenDictionary(entry => entry.Code));

    private static readonly Lazy<FrozenDictionary<string, string>> ByName = new(() =>
        Loaded.Value.Values
            .SelectMany(entry => entry.Names.Append(entry.Label).Append(entry.Code).Select(Key).Distinct(), (entry, name) => (name, entry.Code))
            .ToFrozenDictionary(pair => pair.name, pair => pair.Code));

    /// <summary>Codes of the inspectorates known here, in ascending order.</summary>
    public static IReadOnlyList<string> Codes => [.. Loaded.Value.Keys.Order(StringComparer.Ordinal)];

    /// <summary>
    /// Finds an inspectorate's code by a name a source uses for it, or by the code itself: case, punctuation,
    /// <c>&amp;</c> for <c>and</c>, <c>HM</c> for <c>His</c> or <c>Her Majesty's</c> and an abbreviation in brackets never matter.
    /// </summary>
    /// <returns>False for a name not in the table: it is reported, never guessed.</returns>
    public static bool TryFind(string name, [NotNullWhen(true)] out string? code) => ByName.Value.TryGetValue(Key(name), out code);

    /// <summary>What readers call the inspectorate; the code itself where it is not known here.</summary>
    public static string Label(string code) => Loaded.Value.TryGetValue(code, out var entry) ? entry.Label : code;

    /// <summary>
    /// Address of the page on which the inspectorate publishes its reports on an area. Empty: none is known. The page
    /// lists all reports on the area, not one alone.
    /// </summary>
    public static string ReportPage(string code, Area area) =>
        area.IsFictional || !Loaded.Value.TryGetValue(code, out var entry)
            ? ""
            : entry.ReportPage.Replace("{ofsted_urn}", area.OfstedUrn, StringComparison.Ordinal);

    private static string Key(string name)
    {
        var bracket = name.IndexOf('(', StringComparison.Ordinal);
        var key = Names.Fold(bracket > 0 ? name[..bracket] : name);
        foreach (var longForm in (string[])["his majestys ", "her majestys "])
            if (key.StartsWith(longForm, StringComparison.Ordinal))
                key = "hm " + key[longForm.Length..];
        return key;
    }

    private sealed record Entry(string Code, string Label, string[] Names, string ReportPage);
}
