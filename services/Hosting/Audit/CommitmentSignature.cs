using System.Security.Cryptography;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Inspectorates.Hosting.Records;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Audit;

/// <summary>Commitments to positions: made and signed here, and those of others checked against their keys.</summary>
internal static class CommitmentSignature
{
    /// <summary>How many bytes a position is salted with: what is said in it cannot be found by trying.</summary>
    public const int SaltLength = 32;

    private const int HashLength = 32;

    /// <summary>The commitment to a position, not signed yet.</summary>
    /// <param name="position">The position with its name and salt.</param>
    /// <param name="at">When it is recorded.</param>
    /// <param name="blindUntil">The last day on which it stays blind in any case, as an ISO string; empty: none.</param>
    public static Commitment To(Position position, DateTimeOffset at, string blindUntil) => new()
    {
        Origin = $"inspectorates/{position.Inspectorate}",
        Position = position.Name,
        Difference = position.Difference,
        Hash = ByteString.CopyFrom(SHA256.HashData([.. position.Salt.Span, .. PositionBody.Of(position, EnumNames.NameOf(position.Choice))])),
        CommittedAt = Timestamp.FromDateTimeOffset(at),
        BlindUntil = blindUntil,
    };

    /// <summary>Signs it.</summary>
    public static void Sign(this SigningKey key, Commitment commitment)
    {
        commitment.KeyId = ByteString.CopyFrom(key.Id);
        commitment.Signature = ByteString.CopyFrom(key.Sign(CommitmentText.Of(commitment)));
    }

    /// <summary>Whether an inspectorate committed to a position on a difference: said by one of its keys, and of no other difference.</summary>
    /// <param name="commitment">What somebody brought.</param>
    /// <param name="inspectorate">Whose it is said to be.</param>
    /// <param name="difference">The difference it is said to be about.</param>
    /// <param name="keys">That inspectorate's keys, each SubjectPublicKeyInfo in DER.</param>
    public static bool IsOf(Commitment commitment, string inspectorate, string difference, IEnumerable<byte[]> keys) =>
        commitment.Origin == $"inspectorates/{inspectorate}"
        && commitment.Difference == difference
        && commitment.Position.StartsWith($"inspectorates/{inspectorate}/positions/", StringComparison.Ordinal)
        && commitment.Hash.Length == HashLength
        && commitment.CommittedAt is { } at && Instants.IsValid(at)
        && keys.Any(key => commitment.KeyId.Span.SequenceEqual(CheckpointSignature.IdOf(key)) && IsSigned(commitment, key));

    private static bool IsSigned(Commitment commitment, byte[] publicKey)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(publicKey, out _);
        return key.VerifyData(
            CommitmentText.Of(commitment), commitment.Signature.Span, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }
}
