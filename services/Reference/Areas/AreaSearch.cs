namespace Inspectorates.Reference;

/// <summary>Finds areas by what somebody typed into a search box.</summary>
internal sealed class AreaSearch(IReadOnlyList<Area> all, IReadOnlyList<AbolishedAuthority> abolished)
{
    private readonly Entry[] entries = [.. all.Select(area => Entry.Of(area, abolished))];

    public IReadOnlyList<Area> For(string query)
    {
        var typed = Names.Fold(query);
        if (typed.Length == 0)
            return string.IsNullOrWhiteSpace(query) ? all : [];

        var words = typed.Split(' ');
        return
        [
            .. entries
                .Where(entry => entry.HasCode(typed) || entry.HasWords(words))
                .OrderBy(entry => entry.Rank(typed))
                .ThenBy(entry => entry.Area.Name, StringComparer.Ordinal)
                .Select(entry => entry.Area),
        ];
    }

    private sealed record Entry(Area Area, string[] Names, string[] Words, string[] Codes)
    {
        public static Entry Of(Area area, IReadOnlyList<AbolishedAuthority> abolished)
        {
            var before = abolished.Where(gone => gone.Successors.Contains(area.DfeCode)).ToArray();
            string[] names = [.. AreaTables.KnownNames(area)];
            string[] codes =
            [
                area.DfeCode, .. area.GssCodes.Select(code => code.Code),
                .. before.SelectMany(gone => new[] { gone.DfeCode, gone.GssCode }),
            ];
            return new Entry(
                area,
                names,
                [.. names.Concat(before.Select(gone => Reference.Names.Fold(gone.Name))).SelectMany(name => name.Split(' ')).Distinct()],
                [.. codes.Select(code => code.ToLowerInvariant())]);
        }

        public bool HasCode(string typed) => Codes.Any(code => code.StartsWith(typed, StringComparison.Ordinal));

        public bool HasWords(string[] typed) =>
            typed.All(start => Words.Any(word => word.StartsWith(start, StringComparison.Ordinal)));

        public int Rank(string typed) =>
            Names.Contains(typed) || Codes.Contains(typed) ? 0
            : Names.Any(name => name.StartsWith(typed, StringComparison.Ordinal)) ? 1
            : 2;
    }
}
