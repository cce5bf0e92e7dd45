using System.Security.Cryptography;
using Google.Protobuf;

namespace Inspectorates.Hosting.Store;

/// <summary>Etags, made from a record's content alone.</summary>
internal static class Etags
{
    /// <param name="record">The record with its etag left empty.</param>
    public static string Of(IMessage record) => Convert.ToHexStringLower(SHA256.HashData(record.ToByteArray()))[..24];
}
