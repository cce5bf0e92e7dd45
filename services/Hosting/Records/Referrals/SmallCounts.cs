using Inspectorates.V1;

namespace Inspectorates.Hosting.Records.Referrals;

/// <summary>
/// Counts of 1 to 5 stay in the inspectorate that holds them: of so few children one could be known again. No totals are told beside
/// them, so that none follows from the others.
/// </summary>
internal static class SmallCounts
{
    private const int Most = 5;

    /// <summary>
    /// Evidence as it leaves the inspectorate: without small counts, and without the references to its own cases. Pieces of one type that
    /// tell no number are one: theirs would be the count where every child is a piece of its own.
    /// </summary>
    public static IEnumerable<ReferredEvidence> Leaving(IEnumerable<Evidence> evidence) => evidence
        .Select(Leaving)
        .Index()
        .GroupBy(one => one.Item.Count > 0 ? (one.Item.Type, false, one.Index) : (one.Item.Type, one.Item.Few, -1))
        .Select(same => same.First().Item);

    private static ReferredEvidence Leaving(Evidence evidence) => IsSmall(evidence.Count)
        ? new ReferredEvidence { Type = evidence.Type, Few = true }
        : new ReferredEvidence { Type = evidence.Type, Count = evidence.Count };

    /// <summary>Whether a count is one that is not told.</summary>
    public static bool IsSmall(int count) => count is > 0 and <= Most;
}
