using Inspectorates.V1;

namespace Inspectorates.Hosting.Importing;

/// <summary>Where two records of one source key differ.</summary>
internal static class Conflicts
{
    private const int Most = 20;

    // A cell that belongs to a verdict with no grade says nothing against one that has a grade.
    private const string NotJudged = "not_judged_reason of ";

    /// <summary>Cells in which both say something and not the same. A cell the other lacks contradicts nothing.</summary>
    public static List<ImportConflict> Contradicted(ImportedRecord stands, ImportedRecord offered)
    {
        var (standing, others) = (Cells.Of(stands), Cells.Of(offered));
        return [.. standing
            .Where(cell => !cell.Key.StartsWith(NotJudged, StringComparison.Ordinal) && !IsUngraded(standing, cell.Key)
                && others.TryGetValue(cell.Key, out var other) && other != cell.Value && !IsUngraded(others, cell.Key))
            .Select(cell => Of(cell.Key, cell.Value, others[cell.Key], stands))
            .Take(Most)];
    }

    /// <summary>All cells in which they differ, those that one lacks included.</summary>
    public static List<ImportConflict> Differing(ImportedRecord stands, ImportedRecord offered)
    {
        var (standing, others) = (Cells.Of(stands), Cells.Of(offered));
        return [.. standing.Keys.Union(others.Keys).Order(StringComparer.Ordinal)
            .Select(name => (Name: name, Stands: standing.GetValueOrDefault(name, ""), Offered: others.GetValueOrDefault(name, "")))
            .Where(cell => cell.Stands != cell.Offered)
            .Select(cell => Of(cell.Name, cell.Stands, cell.Offered, stands))
            .Take(Most)];
    }

    // "Not rated" is a grade with a code of its own and comes with the reason for there being none.
    private static bool IsUngraded(SortedDictionary<string, string> cells, string name) =>
        name.StartsWith("grade of ", StringComparison.Ordinal) && cells.ContainsKey(NotJudged + name["grade of ".Length..]);

    private static ImportConflict Of(string field, string stands, string offered, ImportedRecord standing) => new()
    {
        Field = field,
        Stands = Short(stands),
        Offered = Short(offered),
        StandsEdition = standing.Inspection.Source.Edition,
    };

    private static string Short(string value) => value.Length <= 200 ? value : value[..200] + "...";
}
