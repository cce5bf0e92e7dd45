namespace Inspectorates.Hosting.Store;

/// <summary>Where the log ends.</summary>
/// <param name="Seq">Number of the last entry; 0: there is none.</param>
/// <param name="Hash">Its hash; 32 zero bytes where there is none.</param>
/// <param name="At">Its instant as <see cref="Instants.Text"/> writes it; empty where there is none.</param>
/// <param name="PublicPosition">How many things became public.</param>
internal sealed record LogHead(long Seq, byte[] Hash, string At, long PublicPosition)
{
    public static readonly LogHead Empty = new(0, new byte[32], "", 0);

    /// <summary>Whether both are the same end of the same log.</summary>
    public bool IsAt(LogHead other) => Seq == other.Seq && Hash.AsSpan().SequenceEqual(other.Hash);
}
