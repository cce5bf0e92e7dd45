using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Inspectorates.Reference;

/// <summary>England's local areas, and the fictional ones.</summary>
public sealed class Areas
{
    private static readonly Lazy<Areas> Loaded = new(() => new Areas(AreaTables.Load()));

    private readonly FrozenDictionary<string, Area> byCode;
    private readonly FrozenDictionary<string, Area> byName;
    private readonly AreaRefusals refusals;
    private readonly AreaSearch search;

    private Areas(IReadOnlyList<Area> all)
    {
        All = all;
        AllReal = [.. all.Where(area => !area.IsFictional)];
        AllFictional = [.. all.Where(area => area.IsFictional)];

        var codes = all.SelectMany(area => area.GssCodes.Select(code => (code.Code, area)).Append((area.DfeCode, area)));
        var byDfe = all.ToDictionary(area => area.DfeCode);
        var abolished = AbolishedAuthority.Read();
        byCode = codes
            .Concat(abolished.Where(gone => gone.Successors.Count == 1)
                .Select(gone => (gone.DfeCode, byDfe[gone.Successors[0]])))
            .ToFrozenDictionary(code => code.Item1, code => code.Item2, StringComparer.OrdinalIgnoreCase);
        byName = all.SelectMany(area => AreaTables.KnownNames(area).Select(name => (name, area)))
            .ToFrozenDictionary(name => name.name, name => name.area);
        refusals = new AreaRefusals(byDfe, abolished);
        search = new AreaSearch(all, abolished);
    }

    /// <summary>The areas of England. Loaded once, when first asked for.</summary>
    public static Areas England => Loaded.Value;

    /// <summary>All areas in the order of their DfE codes, the fictional ones last.</summary>
    public IReadOnlyList<Area> All { get; }

    /// <summary>The 153 areas of England.</summary>
    public IReadOnlyList<Area> AllReal { get; }

    /// <summary>The fictional areas.</summary>
    public IReadOnlyList<Area> AllFictional { get; }

    /// <summary>
    /// Finds an area by its DfE code, its GSS code, or a former code of either kind where one area succeeded alone;
    /// whatever the case, blanks around it ignored.
    /// </summary>
    /// <returns>False where no area has the code; <paramref name="refusal"/> then says what the code is.</returns>
    public bool TryFind(
        string codeOrGss,
        [NotNullWhen(true)] out Area? area,
        [NotNullWhen(false)] out AreaRefusal? refusal)
    {
        var code = codeOrGss.Trim().ToUpperInvariant();
        refusal = byCode.TryGetValue(code, out area) ? null : refusals.Of(code);
        return refusal is null;
    }

    /// <summary>
    /// Finds an area by a name: official or another known spelling, tolerant of case, <c>&amp;</c> and <c>and</c>,
    /// quotes, hyphens, diacritics and what councils put around a name (<c>City Council</c>, <c>London Borough
    /// of</c>). The name must be the whole name; a part of one finds nothing.
    /// </summary>
    /// <returns>Null where no area has the name: districts and abolished authorities have none.</returns>
    public Area? FindByName(string name)
    {
        foreach (var form in Names.OfCouncil(name))
            if (byName.TryGetValue(form, out var area))
                return area;
        return null;
    }

    /// <summary>
    /// The areas that fit what somebody typed into a search box: the beginning of a code, current or former, or words
    /// of a name in any order, each by its beginning. The name of an abolished authority finds its successors. The
    /// best fit comes first: the name itself, names that begin so, then the rest by name. Nothing typed finds all.
    /// </summary>
    public IReadOnlyList<Area> Search(string query) => search.For(query);
}
