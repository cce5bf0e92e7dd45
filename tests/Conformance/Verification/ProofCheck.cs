using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Inspectorates.V1;

namespace Inspectorates.Conformance.Verification;

/// <summary>An auditor's own check of signatures and proofs, from RFC 6962 and the contract's comments alone.</summary>
internal static class ProofCheck
{
    public static bool IsSigned(Checkpoint checkpoint, CheckpointKey key)
    {
        using var verifier = ECDsa.Create();
        verifier.ImportSubjectPublicKeyInfo(key.PublicKey.Span, out _);
        var text = $"inspectorates/checkpoint/1\n{checkpoint.Origin}\n{checkpoint.Size}\n{checkpoint.RootHash.ToBase64()}\n{checkpoint.SignedAt.ToDateTime():O}\n";
        return SHA256.HashData(key.PublicKey.Span).AsSpan().SequenceEqual(checkpoint.KeyId.Span)
            && verifier.VerifyData(
                Encoding.UTF8.GetBytes(text), checkpoint.Signature.Span, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    /// <summary>The root that an inclusion proof leads to.</summary>
    public static byte[] RootOf(long leaf, long size, byte[] entryHash, byte[][] path)
    {
        if (size == 1)
            return path.Length == 0 ? SHA256.HashData([0, .. entryHash]) : throw new InvalidDataException("The path is too long.");
        var split = Split(size);
        return leaf < split
            ? Node(RootOf(leaf, split, entryHash, path[..^1]), path[^1])
            : Node(path[^1], RootOf(leaf - split, size - split, entryHash, path[..^1]));
    }

    /// <summary>The roots of the smaller and the larger tree that a consistency proof leads to.</summary>
    public static (byte[] First, byte[] Second) RootsOf(long first, long second, byte[] firstRoot, byte[][] proof) => Roots(first, second, firstRoot, proof);

    private static (byte[] First, byte[] Second) Roots(long first, long size, byte[]? known, byte[][] proof)
    {
        if (first == size)
            return known is not null && proof.Length == 0 ? (known, known) : known is null && proof is [var own] ? (own, own) : throw new InvalidDataException("The proof is of another length.");
        var split = Split(size);
        if (first <= split)
        {
            var (older, left) = Roots(first, split, known, proof[..^1]);
            return (older, Node(left, proof[^1]));
        }

        var (olderRight, right) = Roots(first - split, size - split, null, proof[..^1]);
        return (Node(proof[^1], olderRight), Node(proof[^1], right));
    }

    private static long Split(long size) => (long)BitOperations.RoundUpToPowerOf2((ulong)size) / 2;

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);
}
