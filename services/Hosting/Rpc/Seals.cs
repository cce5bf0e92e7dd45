using System.Security.Cryptography;
using System.Text;
using Inspectorates.Hosting.Store.Sqlite;
using Microsoft.AspNetCore.WebUtilities;

namespace Inspectorates.Hosting.Rpc;

/// <summary>Opaque text that this service gave and knows again: page tokens and cursors.</summary>
internal sealed class Seals(SqliteStore store)
{
    private const int MarkLength = 16;

    /// <param name="purpose">What it is for: one purpose's text is refused for another.</param>
    /// <param name="content">What it holds.</param>
    public string Seal(string purpose, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        return WebEncoders.Base64UrlEncode([.. MarkOf(purpose, bytes), .. bytes]);
    }

    /// <summary>What it holds; null: this service did not give it for this purpose.</summary>
    public string? Open(string purpose, string text)
    {
        byte[] bytes;
        try
        {
            bytes = text.Length <= 1000 ? WebEncoders.Base64UrlDecode(text) : [];
        }
        catch (FormatException)
        {
            return null;
        }

        if (bytes.Length < MarkLength || !CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, MarkLength), MarkOf(purpose, bytes[MarkLength..])))
            return null;
        return Encoding.UTF8.GetString(bytes, MarkLength, bytes.Length - MarkLength);
    }

    private byte[] MarkOf(string purpose, byte[] content) =>
        HMACSHA256.HashData(store.Seal, (byte[])[.. Encoding.UTF8.GetBytes(purpose), 0, .. content])[..MarkLength];
}
