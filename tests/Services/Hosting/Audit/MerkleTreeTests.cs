using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Inspectorates.Hosting.Audit;

namespace Inspectorates.Services.Tests.Hosting.Audit;

/// <summary>The tree against the definitions of RFC 6962 and the roots its authors published.</summary>
[Properties(Arbitrary = [typeof(MerkleTreeTests)], MaxTest = 300)]
public sealed class MerkleTreeTests
{
    // The eight leaves and roots of the reference implementation of Certificate Transparency.
    private static readonly string[] Known = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void The_published_roots_come_out(int size, string root)
    {
        var leaves = Known.Take(size).Select(leaf => MerkleTree.Leaf(Convert.FromHexString(leaf))).ToArray();

        Assert.Equal(root, Convert.ToHexStringLower(MerkleTree.Root(size, Kept(leaves).Read)));
        Assert.Equal(root, Convert.ToHexStringLower(Grown(leaves).Root()));
    }

    [Property]
    public void Roots_and_proofs_are_those_of_the_definition(Tree tree)
    {
        var kept = Kept(tree.Leaves);

        Assert.Equal(NaiveTree.Root(tree.Part), MerkleTree.Root(tree.Part.Length, kept.Read));
        Assert.Equal(NaiveTree.Path(tree.Leaf, tree.Leaves), MerkleTree.InclusionProof(tree.Leaf, tree.Leaves.Length, kept.Read));
        Assert.Equal(NaiveTree.Proof(tree.Part.Length, tree.Leaves), MerkleTree.ConsistencyProof(tree.Part.Length, tree.Leaves.Length, kept.Read));
    }

    [Property]
    public void Proofs_show_what_they_are_for(Tree tree)
    {
        var root = NaiveTree.Root(tree.Leaves);

        Assert.True(TreeProofs.ShowsInclusion(tree.Leaf, tree.Leaves.Length, tree.Leaves[tree.Leaf], NaiveTree.Path(tree.Leaf, tree.Leaves), root));
        Assert.True(TreeProofs.ShowsConsistency(
            tree.Part.Length, tree.Leaves.Length, NaiveTree.Root(tree.Part), root, NaiveTree.Proof(tree.Part.Length, tree.Leaves)));
    }

    [Property]
    public void A_proof_changed_in_any_place_shows_nothing(Tree tree, byte where)
    {
        var root = NaiveTree.Root(tree.Leaves);
        var part = NaiveTree.Root(tree.Part);
        var path = NaiveTree.Path(tree.Leaf, tree.Leaves);
        var proof = NaiveTree.Proof(tree.Part.Length, tree.Leaves);
        var other = SHA256.HashData([where]);

        Assert.False(Inclusion(tree.Leaf, other, path, root));
        Assert.False(Inclusion(tree.Leaf, tree.Leaves[tree.Leaf], path, other));
        Assert.False(Inclusion(tree.Leaf, tree.Leaves[tree.Leaf], [.. path, other], root));
        Assert.False(Inclusion(tree.Leaf + tree.Leaves.Length, tree.Leaves[tree.Leaf], path, root));
        Assert.All(Changed(path), changed => Assert.False(Inclusion(tree.Leaf, tree.Leaves[tree.Leaf], changed, root)));

        Assert.False(Consistency(other, root, proof));
        Assert.False(Consistency(part, other, proof));
        Assert.False(Consistency(part, root, [.. proof, other]));
        Assert.All(Changed(proof), changed => Assert.False(Consistency(part, root, changed)));

        bool Inclusion(int leaf, byte[] hash, byte[][] nodes, byte[] top) => TreeProofs.ShowsInclusion(leaf, tree.Leaves.Length, hash, nodes, top);

        bool Consistency(byte[] older, byte[] newer, byte[][] nodes) =>
            TreeProofs.ShowsConsistency(tree.Part.Length, tree.Leaves.Length, older, newer, nodes);

        // Every node replaced in turn, and every node left out.
        IEnumerable<byte[][]> Changed(byte[][] nodes) => Enumerable.Range(0, nodes.Length).SelectMany(i => new byte[][][]
        {
            [.. nodes[..i], other, .. nodes[(i + 1)..]],
            [.. nodes[..i], .. nodes[(i + 1)..]],
        });
    }

    [Property]
    public void A_tree_that_changed_an_earlier_leaf_is_never_consistent(Tree tree)
    {
        var changed = tree.Leaves.ToArray();
        changed[tree.Leaf % tree.Part.Length] = SHA256.HashData([7]);

        Assert.False(TreeProofs.ShowsConsistency(
            tree.Part.Length, changed.Length, NaiveTree.Root(tree.Part), NaiveTree.Root(changed), NaiveTree.Proof(tree.Part.Length, changed)));
    }

    [Property]
    public void A_tree_grown_in_two_steps_is_the_tree_grown_in_one(Tree tree)
    {
        var kept = Kept(tree.Part);
        var growth = new TreeGrowth(tree.Part.Length, kept.Read);
        foreach (var leaf in tree.Leaves[tree.Part.Length..])
            kept.Keep(growth.Size, leaf, growth.Add(leaf));

        Assert.Equal(NaiveTree.Root(tree.Leaves), growth.Root());
        Assert.Equal(tree.Leaves.Length, growth.Size);
        Assert.All(kept.Nodes, node => Assert.Equal(NaiveTree.Complete(tree.Leaves, node.Key.Level, node.Key.Position), node.Value));
        Assert.Equal(Enumerable.Range(0, 20).Sum(level => tree.Leaves.Length >> level), kept.Nodes.Count);
    }

    [Fact]
    public void A_proof_over_a_million_leaves_asks_for_few_nodes()
    {
        var asked = 0;
        byte[] Read(int level, long position)
        {
            asked++;
            return SHA256.HashData([(byte)level, .. BitConverter.GetBytes(position)]);
        }

        const int Size = 1_000_003;
        MerkleTree.InclusionProof(500_001, Size, Read);
        Assert.InRange(asked, 1, 60);
        asked = 0;
        MerkleTree.ConsistencyProof(777_777, Size, Read);
        Assert.InRange(asked, 1, 60);
        asked = 0;
        _ = new TreeGrowth(Size, Read);
        Assert.InRange(asked, 1, 20);
    }

    public static Arbitrary<Tree> Trees() => (
        from size in Gen.Choose(1, 70)
        from part in Gen.Choose(1, size)
        from leaf in Gen.Choose(0, size - 1)
        from seed in Gen.Choose(0, 1000)
        select new Tree([.. Enumerable.Range(0, size).Select(i => SHA256.HashData(BitConverter.GetBytes(seed * 1000L + i)))], part, leaf)).ToArbitrary();

    private static TreeGrowth Grown(byte[][] leaves)
    {
        var growth = new TreeGrowth(0, (_, _) => throw new InvalidOperationException("An empty tree has no nodes."));
        foreach (var leaf in leaves)
            growth.Add(leaf);
        return growth;
    }

    private static KeptNodes Kept(byte[][] leaves)
    {
        var kept = new KeptNodes();
        var growth = new TreeGrowth(0, kept.Read);
        foreach (var leaf in leaves)
            kept.Keep(growth.Size, leaf, growth.Add(leaf));
        return kept;
    }

    /// <summary>A tree, a smaller one it begins with, and one of its leaves.</summary>
    public sealed record Tree(byte[][] Leaves, int PartSize, int Leaf)
    {
        public byte[][] Part => Leaves[..PartSize];
    }

    private sealed class KeptNodes
    {
        public Dictionary<(int Level, long Position), byte[]> Nodes { get; } = [];

        public byte[] Read(int level, long position) => Nodes[(level, position)];

        public void Keep(long place, byte[] leaf, IEnumerable<TreeNode> above)
        {
            Nodes.Add((0, place), leaf);
            foreach (var node in above)
                Nodes.Add((node.Level, node.Position), node.Hash);
        }
    }
}
