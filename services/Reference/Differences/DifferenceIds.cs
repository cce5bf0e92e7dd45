using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Inspectorates.Reference;

/// <summary>
/// The identity of a difference between two verdicts, the same wherever and whenever it is computed: 16 characters, the first
/// 80 bits of a SHA-256 in Crockford's base 32, as <c>position.proto</c> lays it down. Names of verdicts are stable for life, so
/// it outlives their revisions.
/// </summary>
public static class DifferenceIds
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>The id; the order of the two verdicts does not matter.</summary>
    /// <param name="area">DfE code of the area.</param>
    /// <param name="process">Code of the process both are about; empty: two broad judgements.</param>
    /// <param name="aspect">The aspect both are about; empty: they differ in it, or are broad judgements.</param>
    /// <param name="oneName">Resource name of one verdict.</param>
    /// <param name="otherName">Resource name of the other.</param>
    public static string Of(string area, string process, string aspect, string oneName, string otherName)
    {
        var (first, second) = string.CompareOrdinal(oneName, otherName) <= 0 ? (oneName, otherName) : (otherName, oneName);
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{area}|{process}|{aspect}|{first}|{second}"));
        var bits = BinaryPrimitives.ReadUInt128BigEndian(digest) >> 48;
        return string.Create(16, bits, static (text, value) =>
        {
            for (var place = text.Length - 1; place >= 0; place--, value >>= 5)
                text[place] = Alphabet[(int)(value & 31)];
        });
    }
}
