using System.Text.RegularExpressions;

namespace Inspectorates.Reference;

/// <summary>Says of a code that finds no area what it is, and what would be right.</summary>
internal sealed partial class AreaRefusals
{
    private const string WouldBeRight = "use the GSS code of a county, unitary, metropolitan or London borough council "
        + "(E10000020) or its DfE code (926)";

    private readonly IReadOnlyDictionary<string, Area> byDfe;
    private readonly IReadOnlyList<AbolishedAuthority> abolished;
    private readonly List<(string First, string Last, Area Area)> districts;
    private readonly List<(string Prefix, string What, string Reason)> prefixes;

    public AreaRefusals(IReadOnlyDictionary<string, Area> byDfe, IReadOnlyList<AbolishedAuthority> abolished)
    {
        this.byDfe = byDfe;
        this.abolished = abolished;
        districts = [.. Table.Read("districts.csv")
            .Select(row => (row.Required("first"), row.Required("last"), byDfe[row.Required("dfe_code")]))];
        prefixes = [.. Table.Read("code-prefixes.csv")
            .Select(row => (row.Required("prefix"), row.Required("what"), row.Required("reason")))
            .OrderByDescending(prefix => prefix.Item1.Length)];
    }

    /// <summary>The refusal of a code in upper case.</summary>
    public AreaRefusal Of(string code)
    {
        if (!WellFormed().IsMatch(code))
            return new(AreaRefusal.CodeMalformed, $"{Shown(code)} is no area code: {WouldBeRight}.");

        if (abolished.FirstOrDefault(gone => gone.GssCode == code || gone.DfeCode == code) is { } gone)
            return new(AreaRefusal.Abolished, $"{code} ({gone.Name}) was abolished after {gone.Until:yyyy-MM-dd} and its "
                + $"area split: use {string.Join(" or ", gone.Successors.Select(dfe => Named(byDfe[dfe])))}.");

        if (code.StartsWith("E07", StringComparison.Ordinal))
            return District(code);

        // The DfE numbers Welsh authorities from 660 to 681.
        if (code.Length == 3 && string.CompareOrdinal(code, "660") >= 0 && string.CompareOrdinal(code, "681") <= 0)
            return new(AreaRefusal.OutOfEngland, $"{code} is a Welsh local authority; only areas in England are held.");

        if (IsAuthority(code))
            return new(AreaRefusal.Unknown, $"No area has, or had, the code {code}: {WouldBeRight}.");

        var (_, what, reason) = prefixes.First(prefix => code.StartsWith(prefix.Prefix, StringComparison.Ordinal));
        return new(reason, reason == AreaRefusal.OutOfEngland
            ? $"{code} is {what}; only areas in England are held."
            : $"{code} is {what}: {WouldBeRight}.");
    }

    private AreaRefusal District(string code)
    {
        foreach (var (first, last, area) in districts)
            if (string.CompareOrdinal(code, first) >= 0 && string.CompareOrdinal(code, last) <= 0)
                return new(AreaRefusal.CodeIsDistrict, $"{code} is a district within {area.Name} and has no children's "
                    + $"services of its own: use {Named(area)}.");
        return new(AreaRefusal.CodeIsDistrict, $"{code} is a district's code and districts have no children's services "
            + "of their own: use the code of the county council.");
    }

    private static string Named(Area area) => $"{area.GssCode} or {area.DfeCode} ({area.Name})";

    private static bool IsAuthority(string code) =>
        code.Length == 3 || code[..3] is "E06" or "E08" or "E09" or "E10" or "X99";

    // What a caller sent is shown back only where it is short and plain.
    private static string Shown(string code) =>
        code.Length is > 0 and <= 40 && code.All(sign => sign is >= ' ' and <= '~') ? $"\"{code}\"" : "What was given";

    [GeneratedRegex(@"^([0-9]{3}|X[0-9]{2}|(E|W|S|N|K|L|M)[0-9]{8}|X(23|54|99)[0-9]{6})\z", RegexOptions.CultureInvariant)]
    private static partial Regex WellFormed();
}
