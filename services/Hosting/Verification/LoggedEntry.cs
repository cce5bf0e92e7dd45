using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Inspectorates.Hosting.Verification;

/// <summary>An entry as it is stored.</summary>
internal sealed record LoggedEntry(
    long Number, string Kind, string Name, long Revision, byte[] Body, string At, string Subject, string Issuer, string Role,
    string RequestId, byte[] PreviousHash, byte[] Hash, long Format, byte[] Salt, byte[] ContentHash)
{
    private const string SecondFormat = "inspectorates/entry/2";
    private const int SaltLength = 16;

    /// <summary>What is wrong with the entry itself; null: nothing.</summary>
    public string? Fault() => Format switch
    {
        1 when Salt.Length > 0 || ContentHash.Length > 0 => "it is of format 1 and has a salt or a hash of its content",
        1 => Hash.AsSpan().SequenceEqual(Chained(Body)) ? null : "its hash does not follow from what it holds",
        2 when Salt.Length != SaltLength => $"its salt is not of {SaltLength} bytes",
        2 when !ContentHash.AsSpan().SequenceEqual(SHA256.HashData([.. Salt, .. Body])) => "its content is not the one that was hashed",
        2 => Hash.AsSpan().SequenceEqual(Chained(ContentHash)) ? null : "its hash does not follow from what it holds",
        _ => $"its format {Format} is not known",
    };

    private byte[] Chained(byte[] content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (Format == 2)
            Add(Encoding.UTF8.GetBytes(SecondFormat));
        Add(PreviousHash);
        string[] texts =
        [
            Number.ToString(CultureInfo.InvariantCulture), Kind, Name, Revision.ToString(CultureInfo.InvariantCulture), At, Subject, Issuer, Role, RequestId,
        ];
        foreach (var text in texts)
            Add(Encoding.UTF8.GetBytes(text));
        Add(content);
        return hash.GetHashAndReset();

        void Add(byte[] part)
        {
            var length = new byte[8];
            BinaryPrimitives.WriteInt64BigEndian(length, part.Length);
            hash.AppendData(length);
            hash.AppendData(part);
        }
    }
}
