namespace Inspectorates.Hosting.Audit;

/// <summary>Whether a proof made by somebody else shows what it is said to show (RFC 9162, sections 2.1.3.2 and 2.1.4.2).</summary>
internal static class TreeProofs
{
    /// <summary>Whether a leaf is in a tree.</summary>
    /// <param name="leaf">The leaf's place; from 0.</param>
    /// <param name="size">How many leaves the tree has.</param>
    /// <param name="hash">The leaf.</param>
    /// <param name="proof">From the leaf upwards.</param>
    public static bool ShowsInclusion(long leaf, long size, byte[] hash, IReadOnlyList<byte[]> proof, byte[] root)
    {
        if (leaf < 0 || leaf >= size)
            return false;
        var (place, last) = (leaf, size - 1);
        var node = hash;
        foreach (var next in proof)
        {
            if (last == 0)
                return false;
            if (IsRight(place) || place == last)
            {
                node = MerkleTree.Parent(next, node);
                SkipLevelsWithoutSibling(ref place, ref last);
            }
            else
            {
                node = MerkleTree.Parent(node, next);
            }

            (place, last) = (place >> 1, last >> 1);
        }

        return last == 0 && node.AsSpan().SequenceEqual(root);
    }

    /// <summary>Whether a tree begins with a smaller one.</summary>
    /// <param name="first">Size of the smaller tree; from 1.</param>
    /// <param name="second">Size of the larger tree.</param>
    public static bool ShowsConsistency(long first, long second, byte[] firstRoot, byte[] secondRoot, IReadOnlyList<byte[]> proof)
    {
        if (first < 1 || first > second)
            return false;
        if (first == second)
            return proof.Count == 0 && firstRoot.AsSpan().SequenceEqual(secondRoot);

        // A smaller tree that is complete is a node of the larger one, and left out of the proof.
        var nodes = (first & (first - 1)) == 0 ? [firstRoot, .. proof] : proof;
        if (nodes.Count == 0 || proof.Count == 0)
            return false;
        var (place, last) = (first - 1, second - 1);
        while (IsRight(place))
            (place, last) = (place >> 1, last >> 1);

        var (older, newer) = (nodes[0], nodes[0]);
        foreach (var next in nodes.Skip(1))
        {
            if (last == 0)
                return false;
            if (IsRight(place) || place == last)
            {
                (older, newer) = (MerkleTree.Parent(next, older), MerkleTree.Parent(next, newer));
                SkipLevelsWithoutSibling(ref place, ref last);
            }
            else
            {
                newer = MerkleTree.Parent(newer, next);
            }

            (place, last) = (place >> 1, last >> 1);
        }

        return last == 0 && older.AsSpan().SequenceEqual(firstRoot) && newer.AsSpan().SequenceEqual(secondRoot);
    }

    private static bool IsRight(long place) => (place & 1) == 1;

    // The last node of a level without a right neighbour goes up as it is.
    private static void SkipLevelsWithoutSibling(ref long place, ref long last)
    {
        while (!IsRight(place) && place != 0)
            (place, last) = (place >> 1, last >> 1);
    }
}
