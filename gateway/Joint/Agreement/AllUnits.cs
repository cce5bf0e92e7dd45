using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>One process in one area, or the overalls of one area, with every author's verdict on it.</summary>
/// <param name="Area">Place of the area in the question.</param>
/// <param name="Verdicts">Who says what.</param>
internal sealed record SharedUnit(int Area, IReadOnlyList<(AuthorSet Author, Verdict Verdict)> Verdicts);

/// <summary>What every author says of one topic, unit by unit.</summary>
internal static class AllUnits
{
    public static IReadOnlyList<SharedUnit> Of(IReadOnlyDictionary<AuthorSet, Standpoint?[]> authors, int areas)
    {
        var units = new List<SharedUnit>();
        var inOrder = authors.OrderBy(author => author.Key, AuthorOrder.Instance).ToList();
        for (var area = 0; area < areas; area++)
        {
            var said = new List<(AuthorSet Author, Verdict Verdict)>();
            foreach (var (author, inAreas) in inOrder)
                if (inAreas[area]?.Verdict is { } verdict)
                    said.Add((author, verdict));
            if (said.Count > 0)
                units.Add(new(area, OncePerInspection(said)));
        }

        return units;
    }

    // A report is one agreed text: of its verdicts that of most authors speaks.
    private static List<(AuthorSet Author, Verdict Verdict)> OncePerInspection(List<(AuthorSet Author, Verdict Verdict)> said) =>
        said.Count < 2
            ? said
            :
            [
                .. said.GroupBy(one => one.Verdict.InspectionKey.Length > 0 ? one.Verdict.InspectionKey : one.Verdict.Name)
                    .Select(inspection => inspection.MaxBy(one => one.Author.Members.Count)),
            ];
}
