using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Inspectorates.Conformance.Verification;

/// <summary>The formulas of docs/decisions/0050 once more, in the hands of somebody who wants to cover tracks.</summary>
internal static class Chain
{
    /// <summary>Gives entries from one on the hashes that follow from what they now hold.</summary>
    public static void Rehash(StoreCopy copy, long from)
    {
        var newer = copy.Columns("entry").Contains("format");
        var previous = from == 1 ? new byte[32] : (byte[])copy.Rows("SELECT hash FROM entry WHERE seq = @0", from - 1)[0][0];
        foreach (var row in copy.Rows(
            $"SELECT seq, kind, name, revision, at, subject, issuer, role, request_id, body{(newer ? ", format, salt" : "")} FROM entry WHERE seq >= @0 ORDER BY seq", from))
        {
            var parts = row[..9].Select(cell => Encoding.UTF8.GetBytes(Convert.ToString(cell, CultureInfo.InvariantCulture)!));
            var body = (byte[])row[9];
            byte[] hash;
            if (newer && (long)row[10] == 2)
            {
                var content = SHA256.HashData([.. (byte[])row[11], .. body]);
                hash = HashOf([Encoding.UTF8.GetBytes("inspectorates/entry/2"), previous, .. parts, content]);
                copy.Run("UPDATE entry SET content_hash = @1 WHERE seq = @0", row[0], content);
            }
            else
            {
                hash = HashOf([previous, .. parts, body]);
            }

            copy.Run("UPDATE entry SET previous_hash = @1, hash = @2 WHERE seq = @0", row[0], previous, hash);
            previous = hash;
        }
    }

    public static byte[] HashOf(IEnumerable<byte[]> parts)
    {
        using var all = new MemoryStream();
        foreach (var part in parts)
        {
            var length = new byte[8];
            BinaryPrimitives.WriteInt64BigEndian(length, part.Length);
            all.Write(length);
            all.Write(part);
        }

        return SHA256.HashData(all.ToArray());
    }
}
