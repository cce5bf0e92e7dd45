using System.Numerics;
using System.Security.Cryptography;

namespace Inspectorates.Hosting.Audit;

/// <summary>
/// The hash of the complete subtree over the leaves from <c>position</c> times 2^<c>level</c>, 2^<c>level</c> of them; at
/// level 0 the hash of one leaf.
/// </summary>
/// <param name="level">From 0.</param>
/// <param name="position">From 0.</param>
internal delegate byte[] ReadNode(int level, long position);

/// <summary>
/// The tree of RFC 6962, section 2.1, with SHA-256, over nodes that are kept: every root and proof asks for a number of them
/// that grows as the logarithm of the size.
/// </summary>
internal static class MerkleTree
{
    /// <summary>The leaf of an entry.</summary>
    /// <param name="entry">The entry's hash.</param>
    public static byte[] Leaf(ReadOnlySpan<byte> entry) => SHA256.HashData([0, .. entry]);

    /// <summary>The node above two others.</summary>
    public static byte[] Parent(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => SHA256.HashData([1, .. left, .. right]);

    /// <summary>The root over the first leaves; of none: the hash of nothing.</summary>
    public static byte[] Root(long size, ReadNode read) => size == 0 ? SHA256.HashData([]) : Subtree(0, size, read);

    /// <summary>The nodes that lead from a leaf to the root, from the leaf upwards.</summary>
    /// <param name="leaf">From 0.</param>
    /// <param name="size">How many leaves the tree has; more than <paramref name="leaf"/>.</param>
    public static IReadOnlyList<byte[]> InclusionProof(long leaf, long size, ReadNode read)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(leaf);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(leaf, size);
        var path = new List<byte[]>();
        var (start, end) = (0L, size);
        while (end - start > 1)
        {
            var middle = start + LeftOf(end - start);
            path.Add(leaf < middle ? Subtree(middle, end, read) : Subtree(start, middle, read));
            (start, end) = leaf < middle ? (start, middle) : (middle, end);
        }

        path.Reverse();
        return path;
    }

    /// <summary>The nodes that show that a tree begins with a smaller one.</summary>
    /// <param name="first">Size of the smaller tree; from 1.</param>
    /// <param name="second">Size of the larger tree; at least <paramref name="first"/>.</param>
    public static IReadOnlyList<byte[]> ConsistencyProof(long first, long second, ReadNode read)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, second);
        var proof = new List<byte[]>();
        var (start, end) = (0L, second);
        while (first < end)
        {
            var middle = start + LeftOf(end - start);
            proof.Add(first <= middle ? Subtree(middle, end, read) : Subtree(start, middle, read));
            (start, end) = first <= middle ? (start, middle) : (middle, end);
        }

        // The smaller tree's own root is known to whoever asks; a part of it is not.
        if (start > 0)
            proof.Add(Subtree(start, end, read));
        proof.Reverse();
        return proof;
    }

    private static byte[] Subtree(long start, long end, ReadNode read)
    {
        var size = end - start;
        if (BitOperations.IsPow2(size))
        {
            var level = BitOperations.Log2((ulong)size);
            return read(level, start >> level);
        }

        var middle = start + LeftOf(size);
        return Parent(Subtree(start, middle, read), Subtree(middle, end, read));
    }

    // The largest power of two below the size.
    private static long LeftOf(long size) => 1L << BitOperations.Log2((ulong)size - 1);
}
