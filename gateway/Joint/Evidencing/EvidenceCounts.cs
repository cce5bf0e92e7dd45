using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Evidencing;

/// <summary>
/// How much of each type of evidence the verdicts on a process rest on, by inspectorate (F11, F18). A sum is told only where
/// none of its parts is withheld, so that it gives none away.
/// </summary>
internal static class EvidenceCounts
{
    public static IEnumerable<EvidenceCount> Of(IEnumerable<Verdict> verdicts) =>
        from verdict in verdicts
        where verdict.State is not Verdict.Types.State.Withdrawn
        from piece in verdict.Evidence
        group (verdict.Name, Piece: piece) by (verdict.Inspectorate, piece.Type) into same
        orderby same.Key.Inspectorate, same.Key.Type
        select Of(same.Key.Inspectorate, same.Key.Type, [.. same]);

    private static EvidenceCount Of(string inspectorate, Evidence.Types.Type type, IReadOnlyList<(string Verdict, Evidence Piece)> same)
    {
        var suppressed = same.Any(one => one.Piece.Suppressed);
        var count = suppressed ? 0 : (int)Math.Min(int.MaxValue, same.Sum(one => (long)one.Piece.Count));
        var notCounted = same.Any(one => one.Piece.NotCounted);
        return new()
        {
            Inspectorate = inspectorate,
            Type = type,
            Verdicts = same.Select(one => one.Verdict).Distinct().Count(),
            Count = count,
            Suppressed = suppressed,
            NotCounted = notCounted,
            Words = $"{EvidenceWords.Of(type)}: {EvidenceWords.Amount(count, suppressed, notCounted)}",
        };
    }
}
