using System.Security.Cryptography;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Inspectorates.Hosting.Settings;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Audit;

/// <summary>The key that signs this service's checkpoints: P-256, in a PEM file that only its owner reads.</summary>
internal sealed class SigningKey : IDisposable
{
    private readonly ECDsa key;

    private SigningKey(ECDsa key)
    {
        this.key = key;
        PublicKey = key.ExportSubjectPublicKeyInfo();
        Id = CheckpointSignature.IdOf(PublicKey);
    }

    /// <summary>SubjectPublicKeyInfo in DER.</summary>
    public byte[] PublicKey { get; }

    /// <summary>SHA-256 of <see cref="PublicKey"/>.</summary>
    public byte[] Id { get; }

    /// <summary>The key in a file; made if the file is missing.</summary>
    /// <exception cref="SettingsException">The file cannot be read or made, or holds no key of P-256.</exception>
    public static SigningKey LoadOrCreate(string file)
    {
        try
        {
            var key = KeyFile.LoadOrCreate(file);
            return key.KeySize == 256 && key.ExportParameters(true).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value
                ? new SigningKey(key)
                : throw new CryptographicException("The key is of another curve than P-256.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new SettingsException([$"Audit:KeyFile: '{file}' holds no private key of the curve P-256: {fault.Message}"]);
        }
    }

    /// <summary>Signs a checkpoint.</summary>
    public Checkpoint Sign(string origin, long size, byte[] root, DateTimeOffset at) => new()
    {
        Origin = origin,
        Size = size,
        RootHash = ByteString.CopyFrom(root),
        SignedAt = Timestamp.FromDateTimeOffset(at),
        KeyId = ByteString.CopyFrom(Id),
        Signature = ByteString.CopyFrom(Sign(CheckpointText.Of(origin, size, root, CheckpointText.Instant(at)))),
    };

    /// <summary>Signs a text: 64 bytes (IEEE P1363).</summary>
    public byte[] Sign(byte[] text) => key.SignData(text, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    public void Dispose() => key.Dispose();
}
