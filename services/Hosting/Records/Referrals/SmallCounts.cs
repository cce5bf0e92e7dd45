using Inspectorates.V1;

namespace Inspectorates.Hosting.Records.Referrals;

/// <summary>
/// Counts of 1 to 5 stay in the inspectorate that holds them: of so few children one could be known again. No totals are told beside
/// them, so that none follows from the others.
/// </summary>
internal static class SmallCounts
{
    private const int Most = 5;

    /// <summary>A piece of evidence as it leaves the inspectorate: without a small count, and without the reference to its own cases.</summary>
    public static ReferredEvidence Leaving(Evidence evidence) => IsSmall(evidence.Count)
        ? new ReferredEvidence { Type = evidence.Type, Few = true }
        : new ReferredEvidence { Type = evidence.Type, Count = evidence.Count };

    /// <summary>Whether a count is one that is not told.</summary>
    public static bool IsSmall(int count) => count is > 0 and <= Most;
}
