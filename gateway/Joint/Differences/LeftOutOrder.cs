namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>The order in which pairs that were left out are told: by process, then by the names of the verdicts.</summary>
internal static class LeftOutOrder
{
    public static IEnumerable<ComparedPair> Sort(IEnumerable<ComparedPair> pairs) =>
        pairs
            .OrderBy(pair => pair.Process, StringComparer.Ordinal)
            .ThenBy(pair => pair.One.Verdict.Name, StringComparer.Ordinal)
            .ThenBy(pair => pair.Other.Verdict.Name, StringComparer.Ordinal);
}
