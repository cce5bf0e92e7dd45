using Inspectorates.V1;
using static Inspectorates.V1.WitnessedCheckpoint.Types;

namespace Inspectorates.Hosting.Audit;

/// <summary>What a witness makes of a checkpoint.</summary>
/// <param name="Outcome">Whether it followed from the last good one.</param>
/// <param name="Explanation">In one sentence what is wrong; empty: nothing.</param>
internal sealed record WitnessJudgement(Outcome Outcome, string Explanation)
{
    private const int HashLength = 32;
    private const int SignatureLength = 64;

    /// <summary>Whether it has the form of a checkpoint at all: what has not is no statement of anybody's.</summary>
    public static bool IsCheckpoint(Checkpoint checkpoint) =>
        checkpoint is { Size: >= 1, RootHash.Length: HashLength, KeyId.Length: HashLength, Signature.Length: SignatureLength, SignedAt: not null };

    /// <summary>Judges what can be judged without a proof; null: it is properly signed and over more entries than the last good one.</summary>
    /// <param name="good">The last good one; null: none was witnessed yet, and its key is taken as the inspectorate's.</param>
    /// <param name="keys">The keys the service says it signs with.</param>
    public static WitnessJudgement? Of(string inspectorate, Checkpoint? good, Checkpoint fetched, IEnumerable<CheckpointKey> keys)
    {
        var known = good?.KeyId ?? fetched.KeyId;
        if (fetched.Origin != $"inspectorates/{inspectorate}")
            return new(Outcome.WrongSignature, "It is of another inspectorate's record.");
        if (fetched.KeyId != known)
            return new(Outcome.WrongSignature, "It is signed by another key than the one known from before.");
        if (!keys.Any(key => key.KeyId == known && CheckpointSignature.IsOf(fetched, key.PublicKey.ToByteArray())))
            return new(Outcome.WrongSignature, "Its signature is not of the key it names.");
        if (good is null)
            return new(Outcome.First, "");
        if (fetched.Size < good.Size)
            return new(Outcome.Inconsistent, $"It is over {fetched.Size} entries, after one over {good.Size}: entries were removed.");
        if (fetched.Size > good.Size)
            return null;
        return fetched.RootHash == good.RootHash
            ? new(Outcome.Consistent, "")
            : new(Outcome.Inconsistent, $"It has another root over {good.Size} entries than the one witnessed before: entries were changed.");
    }

    /// <summary>Judges one over more entries by the proof that was given.</summary>
    public static WitnessJudgement By(IReadOnlyList<byte[]> proof, Checkpoint good, Checkpoint fetched) =>
        TreeProofs.ShowsConsistency(good.Size, fetched.Size, good.RootHash.ToByteArray(), fetched.RootHash.ToByteArray(), proof)
            ? new(Outcome.Consistent, "")
            : new(Outcome.Inconsistent, $"Its first {good.Size} entries are not those witnessed before: entries were changed.");
}
