using Inspectorates.Reference;

namespace Inspectorates.Services.Tests.Reference;

/// <summary>Makes areas.csv from the joined look-ups of the reference data.</summary>
internal static class AreaTableCompiler
{
    private const string Header =
        "dfe_code,gss_code,name,kind,region,ofsted_urn,police_force,icbs,probation_region,statistical_neighbours";

    // From the code and not from the source's type: it calls the unitary councils of 2023 counties.
    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["E06"] = "unitary",
        ["E08"] = "metropolitan",
        ["E09"] = "london-borough",
        ["E10"] = "county",
    };

    public static string Compile(IReadOnlyList<Table.Row> source)
    {
        // From the region's name: its code is wrong for Buckinghamshire and Gloucestershire in the source.
        var regions = Table.Read("regions.csv")
            .ToDictionary(row => row["name"], row => row["code"], StringComparer.OrdinalIgnoreCase);
        var lines = source.OrderBy(row => row["dfe_la_code"], StringComparer.Ordinal).Select(row => string.Join(',',
            row["dfe_la_code"],
            row["gss_2025"],
            Quoted(row["name"]),
            Kinds[row["gss_2025"][..3]],
            regions[row["region_name"]],
            row["ofsted_urn"],
            row["pfa_gss"],
            string.Join(';', row.List("icb_others").Select(board => board.Split(':')[0]).Prepend(row["icb_gss"])),
            row["ndelius_provider_code"],
            row["stat_neighbours"].Replace(", ", ";", StringComparison.Ordinal)));
        return string.Join('\n', lines.Prepend(Header)) + "\n";
    }

    private static string Quoted(string cell) => cell.Contains(',', StringComparison.Ordinal) ? $"\"{cell}\"" : cell;
}
