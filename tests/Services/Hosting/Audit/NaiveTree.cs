using System.Security.Cryptography;

namespace Inspectorates.Services.Tests.Hosting.Audit;

/// <summary>The definitions of RFC 6962, section 2.1, as they stand there: recursive, over all leaves.</summary>
internal static class NaiveTree
{
    public static byte[] Root(byte[][] leaves) => leaves.Length switch
    {
        0 => SHA256.HashData([]),
        1 => leaves[0],
        _ => Node(Root(leaves[..Split(leaves)]), Root(leaves[Split(leaves)..])),
    };

    public static byte[][] Path(int leaf, byte[][] leaves)
    {
        if (leaves.Length == 1)
            return [];
        var k = Split(leaves);
        return leaf < k ? [.. Path(leaf, leaves[..k]), Root(leaves[k..])] : [.. Path(leaf - k, leaves[k..]), Root(leaves[..k])];
    }

    public static byte[][] Proof(int first, byte[][] leaves) => SubProof(first, leaves, true);

    /// <summary>The complete subtree over 2^level leaves.</summary>
    public static byte[] Complete(byte[][] leaves, int level, long position) =>
        Root(leaves[(int)(position << level)..(int)((position + 1) << level)]);

    private static byte[][] SubProof(int first, byte[][] leaves, bool known)
    {
        if (first == leaves.Length)
            return known ? [] : [Root(leaves)];
        var k = Split(leaves);
        return first <= k
            ? [.. SubProof(first, leaves[..k], known), Root(leaves[k..])]
            : [.. SubProof(first - k, leaves[k..], false), Root(leaves[..k])];
    }

    private static int Split(byte[][] leaves)
    {
        var k = 1;
        while (k * 2 < leaves.Length)
            k *= 2;
        return k;
    }

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);
}
