namespace Inspectorates.Reference;

/// <summary>Puts the areas together from their tables.</summary>
internal static class AreaTables
{
    public static IReadOnlyList<Area> Load()
    {
        var regions = Table.Read("regions.csv")
            .ToDictionary(row => row.Required("code"), row => new Region(row.Required("code"), row.Required("name")));
        var names = Table.Read("area-other-names.csv").ToLookup(row => row.Required("dfe_code"), row => row.Required("name"));
        var codes = Table.Read("area-codes.csv").ToLookup(
            row => row.Required("dfe_code"),
            row => new DatedCode(row.Required("gss_code"), row.Day("from"), row.Day("until")));
        var services = YouthJusticeServices.Current
            .SelectMany(service => service.Areas.Select(area => (area, service.Agency)))
            .ToDictionary(service => service.area, service => service.Agency);

        Area Read(Table.Row row, bool fictional)
        {
            var dfeCode = row.Required("dfe_code");
            var gssCode = row.Required("gss_code");
            var name = row.Required("name");
            return new Area
            {
                DfeCode = dfeCode,
                GssCode = gssCode,
                Name = name,
                OtherNames = [.. WithAmpersand(names[dfeCode].Prepend(name)).Except([name])],
                GssCodes = codes[dfeCode].ToArray() is { Length: > 0 } dated ? dated : [new DatedCode(gssCode, null, null)],
                Kind = row.Required("kind"),
                Region = regions.TryGetValue(row.Required("region"), out var region)
                    ? region
                    : throw row.Fault("region", "is not in regions.csv"),
                OfstedUrn = row.Required("ofsted_urn"),
                PoliceForce = Agency(row, "police_force", "police-force", row.Required("police_force")),
                Icbs = [.. row.List("icbs").Select(code => Agency(row, "icbs", "icb", code))],
                ProbationRegion = Agency(row, "probation_region", "probation-region", row.Required("probation_region")),
                YouthJusticeService = services.TryGetValue(dfeCode, out var service)
                    ? service
                    : YouthJusticeServices.OwnOf(name),
                StatisticalNeighbours = row.List("statistical_neighbours"),
                IsFictional = fictional,
            };
        }

        return
        [
            .. Table.Read("areas.csv").Select(row => Read(row, fictional: false)),
            .. Table.Read("fictional-areas.csv").Select(row => Read(row, fictional: true)),
        ];
    }

    /// <summary>
    /// The folded names that find an area: its names, and its official name without the part ONS puts behind a comma.
    /// </summary>
    public static IEnumerable<string> KnownNames(Area area) =>
        area.OtherNames.Prepend(area.Name).Select(Names.Fold)
            .Append(Names.Fold(area.Name.Replace(", City of", "", StringComparison.Ordinal)
                .Replace(", County of", "", StringComparison.Ordinal)
                .Replace("(fictional area)", "", StringComparison.Ordinal)))
            .Distinct();

    private static IEnumerable<string> WithAmpersand(IEnumerable<string> names) =>
        names.SelectMany(name => new[] { name, name.Replace(" and ", " & ", StringComparison.Ordinal) }).Distinct();

    private static Agency Agency(Table.Row row, string column, string kind, string code) =>
        Agencies.TryFind(kind, code, out var agency) && agency.Code == code
            ? agency
            : throw row.Fault(column, $"{code} is not in agencies.csv");
}
