namespace Inspectorates.Reference;

/// <summary>
/// The youth justice services that do not simply serve the one authority whose name they bear: those of several
/// authorities, current and former, and the Welsh ones.
/// </summary>
internal static class YouthJusticeServices
{
    private const string Kind = "youth-justice-service";

    private static readonly Lazy<IReadOnlyList<Service>> Loaded = new(() =>
    [
        .. Table.Read("youth-justice-services.csv").Select(row => new Service(
            new Agency(Kind, row.Required("code"), row.Required("name") + " Youth Justice Service"),
            [row.Required("name"), .. row.List("other_names")],
            row.List("areas"),
            row.Required("state") == "current")),
    ]);

    /// <summary>Services of several authorities, former ones included.</summary>
    public static IReadOnlyList<Service> All => Loaded.Value;

    /// <summary>Services of several authorities that exist today.</summary>
    public static IEnumerable<Service> Current => All.Where(service => service.IsCurrent);

    /// <summary>The service of the one authority whose name it bears.</summary>
    public static Agency OwnOf(string authority)
    {
        var name = authority.Replace(", City of", "", StringComparison.Ordinal)
            .Replace(", County of", "", StringComparison.Ordinal)
            .Replace(" (fictional area)", "", StringComparison.Ordinal);
        return new Agency(Kind, Names.Slug(name), name + " Youth Justice Service");
    }

    /// <summary>Folded names of Welsh authorities and of the services Welsh authorities share.</summary>
    public static IEnumerable<string> WelshNames() =>
        Table.Read("welsh-authorities.csv").Concat(Table.Read("welsh-youth-justice-services.csv"))
            .SelectMany(row => row.List("other_names").Prepend(row.Required("name")))
            .Select(Names.Fold);

    /// <summary>A service of several authorities: its names and the DfE codes of its areas.</summary>
    public sealed record Service(Agency Agency, string[] KnownNames, IReadOnlyList<string> Areas, bool IsCurrent);
}
