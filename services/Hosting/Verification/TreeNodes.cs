namespace Inspectorates.Hosting.Verification;

/// <summary>The nodes that proofs are made of: none is wrong, none is over entries that are not there.</summary>
internal sealed class TreeNodes(RecordDatabase database)
{
    private readonly bool kept = database.Has("tree_node", "hash");
    private long nodes;

    /// <summary>Looks at a node that the entries so far complete.</summary>
    public void Node(int level, long position, byte[] hash)
    {
        if (!kept)
            return;
        var row = database.One(
            "SELECT hash FROM tree_node WHERE level = @level AND position = @position", ("@level", (long)level), ("@position", position));
        if (row is null)
            return;
        nodes++;
        if (!Cell.Bytes(row[0], "tree_node: a hash").AsSpan().SequenceEqual(hash))
            throw new BrokenRecordException(
                $"entries {(position << level) + 1} to {(position + 1) << level}: tree_node: the node over them is another");
    }

    /// <param name="signed">Size of the largest checkpoint in the store; 0: there is none.</param>
    public void End(long signed)
    {
        if (!kept)
            return;
        var count = database.Count("SELECT COUNT(*) FROM tree_node");
        if (count != nodes)
            throw new BrokenRecordException("tree_node: there are nodes over entries that are not there");
        // Every complete node up to the last checkpoint: a proof may need any of them.
        var needed = Enumerable.Range(1, 62).Sum(level => signed >> level);
        if (count < needed)
            throw new BrokenRecordException($"tree_node: {needed - count} nodes below the last checkpoint are missing");
    }
}
