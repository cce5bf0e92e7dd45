using System.Security.Cryptography;
using System.Text;
using Inspectorates.Hosting.Store;
using Microsoft.AspNetCore.WebUtilities;

namespace Inspectorates.Hosting.Rpc;

/// <summary>
/// Opaque text that this service gave and knows again: page tokens and cursors. Encrypted, because places tell of how much
/// there is; the same content gives the same text, so that the answers of two replicas are alike.
/// </summary>
internal sealed class Seals
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly byte[] hiding;
    private readonly byte[] marking;

    public Seals(IStore store)
    {
        hiding = HKDF.DeriveKey(HashAlgorithmName.SHA256, store.Seal, 32, info: "inspectorates/seal/hide"u8.ToArray());
        marking = HKDF.DeriveKey(HashAlgorithmName.SHA256, store.Seal, 32, info: "inspectorates/seal/mark"u8.ToArray());
    }

    /// <param name="purpose">What it is for: one purpose's text is refused for another.</param>
    /// <param name="content">What it holds.</param>
    public string Seal(string purpose, string content)
    {
        var (about, plain) = (Encoding.UTF8.GetBytes(purpose), Encoding.UTF8.GetBytes(content));
        // A nonce made of what it hides never meets another content.
        var nonce = HMACSHA256.HashData(marking, (byte[])[.. about, 0, .. plain])[..NonceLength];
        var (hidden, tag) = (new byte[plain.Length], new byte[TagLength]);
        using var cipher = new AesGcm(hiding, TagLength);
        cipher.Encrypt(nonce, plain, hidden, tag, about);
        return WebEncoders.Base64UrlEncode([.. nonce, .. tag, .. hidden]);
    }

    /// <summary>What it holds; null: this service did not give it for this purpose.</summary>
    public string? Open(string purpose, string text)
    {
        if (Decoded(text) is not { Length: >= NonceLength + TagLength } bytes)
            return null;
        var plain = new byte[bytes.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(hiding, TagLength);
        try
        {
            cipher.Decrypt(
                bytes.AsSpan(0, NonceLength), bytes.AsSpan(NonceLength + TagLength), bytes.AsSpan(NonceLength, TagLength), plain,
                Encoding.UTF8.GetBytes(purpose));
            return Encoding.UTF8.GetString(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static byte[]? Decoded(string text)
    {
        try
        {
            return text.Length <= 1000 ? WebEncoders.Base64UrlDecode(text) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
