using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>
/// The identity of a difference, the same wherever and whenever it is computed: 16 characters, the first 80 bits of a
/// SHA-256 in Crockford's base 32. Names of verdicts are stable for life, so it outlives their revisions.
/// </summary>
internal static class DifferenceId
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string Of(string area, string process, string aspect, string oneName, string otherName)
    {
        var (first, second) = string.CompareOrdinal(oneName, otherName) <= 0 ? (oneName, otherName) : (otherName, oneName);
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{area}|{process}|{aspect}|{first}|{second}"));
        var bits = BinaryPrimitives.ReadUInt128BigEndian(digest) >> 48;
        return string.Create(16, bits, static (text, value) =>
        {
            for (var place = text.Length - 1; place >= 0; place--, value >>= 5) text[place] = Alphabet[(int)(value & 31)];
        });
    }
}
