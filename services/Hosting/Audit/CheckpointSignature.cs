using System.Security.Cryptography;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Audit;

/// <summary>Signatures of checkpoints: ECDSA with P-256 and SHA-256, 64 bytes (IEEE P1363).</summary>
internal static class CheckpointSignature
{
    /// <summary>Whether a checkpoint was signed by a key.</summary>
    /// <param name="publicKey">SubjectPublicKeyInfo in DER; one that cannot be read has signed nothing.</param>
    public static bool IsOf(Checkpoint checkpoint, byte[] publicKey)
    {
        if (checkpoint.SignedAt is null || !checkpoint.KeyId.Span.SequenceEqual(IdOf(publicKey)))
            return false;
        using var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(publicKey, out var read);
            return read == publicKey.Length && key.KeySize == 256 && key.VerifyData(
                CheckpointText.Of(
                    checkpoint.Origin, checkpoint.Size, checkpoint.RootHash.Span,
                    CheckpointText.Instant(checkpoint.SignedAt.ToDateTimeOffset())),
                checkpoint.Signature.Span, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
        catch (Exception fault) when (fault is CryptographicException or InvalidOperationException)
        {
            // Neither a key of another kind nor an instant beyond the calendar comes from a service of ours.
            return false;
        }
    }

    /// <summary>A key's id.</summary>
    public static byte[] IdOf(ReadOnlySpan<byte> publicKey) => SHA256.HashData(publicKey);
}
