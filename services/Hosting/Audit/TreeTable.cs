using System.Data.Common;
using Inspectorates.Hosting.Store;

namespace Inspectorates.Hosting.Audit;

/// <summary>The tree's nodes as they are kept. A leaf is not: it is made from its entry.</summary>
internal static class TreeTable
{
    /// <summary>Keeps nodes; those another replica has kept already are the same.</summary>
    public static void Add(WriteSession session, IEnumerable<TreeNode> nodes)
    {
        foreach (var node in nodes)
            session.Run(
                "INSERT INTO tree_node (level, position, hash) VALUES (@level, @position, @hash) ON CONFLICT DO NOTHING",
                ("@level", (long)node.Level), ("@position", node.Position), ("@hash", node.Hash));
    }

    /// <summary>Computes something of the tree, looking up the nodes it needs.</summary>
    /// <param name="compute">Which nodes it asks for must not depend on what is in them: it is run twice.</param>
    public static async Task<T> WithAsync<T>(DbConnection connection, Func<ReadNode, T> compute, CancellationToken cancelled)
    {
        var needed = new HashSet<(int Level, long Position)>();
        compute((level, position) =>
        {
            needed.Add((level, position));
            return [];
        });
        var nodes = new Dictionary<(int, long), byte[]>();
        foreach (var (level, position) in needed)
            nodes.Add((level, position), await NodeAsync(connection, level, position, cancelled));
        return compute((level, position) => nodes[(level, position)]);
    }

    private static async Task<byte[]> NodeAsync(DbConnection connection, int level, long position, CancellationToken cancelled)
    {
        var found = level == 0
            ? await connection.QueryAsync(
                "SELECT hash FROM entry WHERE seq = @seq", row => MerkleTree.Leaf(row.Bytes(0)), cancelled, ("@seq", position + 1))
            : await connection.QueryAsync(
                "SELECT hash FROM tree_node WHERE level = @level AND position = @position", row => row.Bytes(0), cancelled,
                ("@level", (long)level), ("@position", position));
        return found is [var node]
            ? node
            : throw new InvalidOperationException($"The tree has no node {position} of level {level}, though a checkpoint is over it.");
    }
}
