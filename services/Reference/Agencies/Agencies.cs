using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Inspectorates.Reference;

/// <summary>
/// The agencies known by name: police forces of England, integrated care boards, probation regions, and the fictional
/// ones. Councils and youth justice services are with their <see cref="Area"/>; the rest (trusts, practices, schools)
/// is not listed here.
/// </summary>
public static class Agencies
{
    private static readonly Lazy<State> Loaded = new(Load);

    /// <summary>All agencies of a kind in the order of their codes; none for a kind that is not listed here.</summary>
    public static IReadOnlyList<Agency> OfKind(string kind) =>
        Loaded.Value.ByKind.TryGetValue(kind, out var agencies) ? agencies : [];

    /// <summary>
    /// Finds an agency of a kind by its code, its name or another name of it (<c>E23000024</c>, <c>Norfolk
    /// Constabulary</c>, <c>norfolk</c>, the ODS code of an integrated care board), whatever the case.
    /// </summary>
    /// <returns>False where there is none.</returns>
    public static bool TryFind(string kind, string codeOrName, [NotNullWhen(true)] out Agency? agency) =>
        Loaded.Value.ByName.TryGetValue((kind, Names.Fold(codeOrName)), out agency);

    private static State Load()
    {
        var all = new List<Agency>();
        var byName = new Dictionary<(string, string), Agency>();
        foreach (var row in Table.Read("agencies.csv"))
        {
            var agency = new Agency(row.Required("kind"), row.Required("code"), row.Required("name"));
            all.Add(agency);
            string[] names = [agency.Code, agency.Name, .. row.List("other_names")];
            foreach (var name in names.Select(Names.Fold).Distinct())
                if (!byName.TryAdd((agency.Kind, name), agency))
                    throw row.Fault("other_names", $"\"{name}\" already names another {agency.Kind}");
        }

        return new State(
            all.GroupBy(agency => agency.Kind).ToFrozenDictionary(kind => kind.Key, kind => kind.ToArray()),
            byName.ToFrozenDictionary());
    }

    private sealed record State(
        FrozenDictionary<string, Agency[]> ByKind,
        FrozenDictionary<(string Kind, string Name), Agency> ByName);
}
