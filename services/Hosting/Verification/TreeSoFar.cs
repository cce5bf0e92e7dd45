using System.Security.Cryptography;

namespace Inspectorates.Hosting.Verification;

/// <summary>The tree of RFC 6962, section 2.1, over the entries read so far.</summary>
internal sealed class TreeSoFar
{
    // At place n: the root of a complete subtree over 2^n leaves; null: the size has no such bit.
    private readonly byte[]?[] peaks = new byte[]?[63];

    public long Size { get; private set; }

    /// <summary>Adds an entry.</summary>
    /// <param name="above">Told every node above the leaves that is complete now: its level from 1, its position from 0, its hash.</param>
    public void Add(byte[] entryHash, Action<int, long, byte[]> above)
    {
        var carried = SHA256.HashData([0, .. entryHash]);
        var level = 0;
        while (peaks[level] is { } left)
        {
            carried = SHA256.HashData([1, .. left, .. carried]);
            peaks[level++] = null;
            above(level, Size >> level, carried);
        }

        peaks[level] = carried;
        Size++;
    }

    public byte[] Root()
    {
        byte[]? root = null;
        foreach (var peak in peaks)
            if (peak is not null)
                root = root is null ? peak : SHA256.HashData([1, .. peak, .. root]);
        return root ?? SHA256.HashData([]);
    }
}
