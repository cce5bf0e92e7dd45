namespace Inspectorates.Hosting.Audit;

/// <summary>A node of the tree above its leaves.</summary>
/// <param name="Level">From 1: the node is over 2^<c>Level</c> leaves.</param>
/// <param name="Position">From 0, among the nodes of its level.</param>
/// <param name="Hash">The node.</param>
internal sealed record TreeNode(int Level, long Position, byte[] Hash);

/// <summary>A tree that leaves are added to: it holds the roots of its complete subtrees only, one per bit of its size.</summary>
internal sealed class TreeGrowth
{
    private readonly Stack<byte[]> complete = new();

    /// <summary>Goes on from a tree whose nodes are kept.</summary>
    /// <param name="size">How many leaves it has.</param>
    public TreeGrowth(long size, ReadNode read)
    {
        Size = size;
        for (var level = 62; level >= 0; level--)
            if ((size >> level & 1) == 1)
                complete.Push(read(level, (size >> level) - 1));
    }

    /// <summary>How many leaves it has.</summary>
    public long Size { get; private set; }

    /// <summary>Adds a leaf.</summary>
    /// <returns>The nodes above the leaves that it completes, from the lowest.</returns>
    public IReadOnlyList<TreeNode> Add(byte[] leaf)
    {
        var completed = new List<TreeNode>();
        var node = leaf;
        var level = 0;
        for (; (Size >> level & 1) == 1; level++)
        {
            node = MerkleTree.Parent(complete.Pop(), node);
            completed.Add(new TreeNode(level + 1, Size >> (level + 1), node));
        }

        complete.Push(node);
        Size++;
        return completed;
    }

    /// <summary>The root over all leaves.</summary>
    public byte[] Root()
    {
        if (complete.Count == 0)
            return MerkleTree.Root(0, (_, _) => []);
        var roots = complete.ToArray();
        return roots.Skip(1).Aggregate(roots[0], (right, left) => MerkleTree.Parent(left, right));
    }
}
