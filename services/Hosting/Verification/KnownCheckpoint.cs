using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Inspectorates.Hosting.Verification;

/// <summary>A checkpoint to hold the record against.</summary>
/// <param name="Where">Where it is kept, to be named in a message.</param>
/// <param name="SignedAt">The instant as it was signed.</param>
internal sealed record KnownCheckpoint(string Where, long Size, byte[] Root, string SignedAt, byte[] KeyId, byte[] Signature)
{
    /// <summary>Whether it is signed by the key it names.</summary>
    /// <param name="origin">Whose record it is of.</param>
    public bool IsSigned(string origin, PublicKeys keys)
    {
        var text = $"inspectorates/checkpoint/1\n{origin}\n{Size.ToString(CultureInfo.InvariantCulture)}\n{Convert.ToBase64String(Root)}\n{SignedAt}\n";
        return keys.Find(KeyId) is { } key && key.VerifyData(
            Encoding.UTF8.GetBytes(text), Signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }
}
