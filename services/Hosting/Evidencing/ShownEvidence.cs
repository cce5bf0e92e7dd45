using Google.Protobuf.Collections;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Evidencing;

/// <summary>
/// Evidence as a reader may see it (docs/decisions/0180). The inspectorate's own staff see what was recorded. For everybody
/// else counts of 1 to 5 are withheld, and whatever would give one away.
/// </summary>
internal sealed class ShownEvidence(Bases bases)
{
    private const int LargestWithheld = 5;

    /// <summary>The verdict as the caller may see it; changed in place and returned.</summary>
    public Verdict To(Caller caller, Verdict verdict)
    {
        if (verdict.Evidence.Count == 0)
            return verdict;
        // What an earlier release recorded says nothing of its basis.
        if (verdict.Basis == Verdict.Types.Basis.Unspecified)
            bases.Fill(verdict);
        if (caller.IsStaff)
            return verdict;

        var recorded = verdict.Evidence.Clone();
        Withhold(verdict.Evidence);
        if (recorded.Equals(verdict.Evidence))
            return verdict;
        // The etag is made from the content: the record's own would confirm a count that is guessed.
        verdict.Etag = "";
        verdict.Etag = Etags.Of(verdict);
        return verdict;
    }

    private static void Withhold(RepeatedField<Evidence> evidence)
    {
        foreach (var piece in evidence)
        {
            piece.Reference = "";
            if (piece.Count is >= 1 and <= LargestWithheld)
                Withhold(piece);
        }

        Together(evidence, piece => piece.NotCounted);
        Together(evidence, piece => piece.Suppressed);
        // One alone would follow from a total known from elsewhere.
        if (evidence.Count(piece => piece.Suppressed) == 1 && evidence.Where(piece => piece.Count > 0).MinBy(piece => piece.Count) is { } next)
        {
            Withhold(next);
            Together(evidence, piece => piece.Suppressed);
        }
    }

    private static void Withhold(Evidence piece)
    {
        piece.Count = 0;
        piece.Suppressed = true;
    }

    // Where every child is a piece of its own the number of pieces would be the count.
    private static void Together(RepeatedField<Evidence> evidence, Func<Evidence, bool> isUntold)
    {
        foreach (var same in evidence.Where(isUntold).GroupBy(piece => (piece.Type, piece.Indicator)).Select(same => same.ToList()).ToList())
        {
            var one = same[0];
            if (same.Any(piece => piece.Method != one.Method))
                one.Method = "";
            if (same.Any(piece => !Equals(piece.Window, one.Window)))
                one.Window = null;
            foreach (var other in same.Skip(1))
                evidence.RemoveAt(evidence.ToList().FindIndex(piece => ReferenceEquals(piece, other)));
        }
    }
}
