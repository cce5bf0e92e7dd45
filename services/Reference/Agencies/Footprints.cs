using System.Collections.Frozen;

namespace Inspectorates.Reference;

/// <summary>
/// The areas an agency serves. One force or board serves many areas, and an area may have several boards: a verdict on
/// such an agency is not about one area alone.
/// </summary>
public static class Footprints
{
    private static readonly Lazy<State> Loaded = new(Load);

    /// <summary>The areas of a police force by its code, name or slug; none where no area has such a force.</summary>
    public static IReadOnlyList<Area> OfPoliceForce(string codeOrName) => Of("police-force", codeOrName);

    /// <summary>
    /// The areas any part of which an integrated care board serves, by its GSS code, ODS code or name; none where no
    /// area has such a board.
    /// </summary>
    public static IReadOnlyList<Area> OfIcb(string codeOrName) => Of("icb", codeOrName);

    /// <summary>The areas of a probation region by its name or code; none where no area has such a region.</summary>
    public static IReadOnlyList<Area> OfProbationRegion(string nameOrCode) => Of("probation-region", nameOrCode);

    /// <summary>
    /// The areas of a youth justice service by its name as published: that of a service shared by several authorities,
    /// or of the one authority that has it; <c>Youth Justice Service</c>, <c>YOS</c> or <c> - JI</c> behind it ignored.
    /// </summary>
    public static ServiceFootprint OfYouthJusticeService(string name)
    {
        var forms = Names.OfService(name).ToArray();
        foreach (var form in forms)
            if (Loaded.Value.Services.TryGetValue(form, out var known))
                return known;

        foreach (var form in forms)
            if (Areas.England.FindByName(form) is { } area)
                return new(ServiceFootprint.Kind.Matched, YouthJusticeServices.OwnOf(area.Name), [area], "");

        return new(ServiceFootprint.Kind.Unmatched, null, [],
            "No local authority in England or Wales has this name, and no youth justice service of several "
            + "authorities known here: add it to youth-justice-services.csv if it is one.");
    }

    private static Area[] Of(string kind, string codeOrName) =>
        Agencies.TryFind(kind, codeOrName, out var agency) && Loaded.Value.Areas.TryGetValue(agency, out var areas)
            ? areas
            : [];

    private static State Load()
    {
        var services = new Dictionary<string, ServiceFootprint>();
        foreach (var service in YouthJusticeServices.All)
        {
            Area[] areas = [.. Areas.England.All.Where(area => service.Areas.Contains(area.DfeCode))];
            var footprint = new ServiceFootprint(ServiceFootprint.Kind.Matched, service.Agency, areas, "");
            foreach (var name in service.KnownNames.Select(Names.Fold))
                services.Add(name, footprint);
        }

        var welsh = new ServiceFootprint(ServiceFootprint.Kind.Welsh, null, [],
            "The service is in Wales: out of area, which is no error.");
        foreach (var name in YouthJusticeServices.WelshNames())
            services.Add(name, welsh);

        return new State(
            Areas.England.All
                .SelectMany(area => area.Icbs.Append(area.PoliceForce).Append(area.ProbationRegion), (area, agency) => (area, agency))
                .GroupBy(pair => pair.agency, pair => pair.area)
                .ToFrozenDictionary(agency => agency.Key, agency => agency.ToArray()),
            services.ToFrozenDictionary());
    }

    private sealed record State(
        FrozenDictionary<Agency, Area[]> Areas, FrozenDictionary<string, ServiceFootprint> Services);
}
