namespace Inspectorates.Hosting.Verification;

/// <summary>The checkpoints, by size, held against the tree as it grows.</summary>
internal sealed class Checkpoints(RecordDatabase database, IEnumerable<KnownCheckpoint> elsewhere, PublicKeys keys, string origin)
{
    private const int Together = 128;

    private readonly Queue<KnownCheckpoint> given = new(elsewhere.OrderBy(one => one.Size));
    private readonly Queue<KnownCheckpoint> stored = new();
    private readonly bool kept = database.Has("checkpoint", "root");
    private bool begun;
    private bool ended;
    private long proven;

    /// <summary>How many were found to hold.</summary>
    public int Held { get; private set; }

    /// <summary>Size of the largest one in the store; 0: there is none.</summary>
    public long LastStored { get; private set; }

    /// <summary>Looks at those that are over the entries read so far.</summary>
    /// <exception cref="BrokenRecordException">One is not of them, or not properly signed.</exception>
    public void At(TreeSoFar tree)
    {
        byte[]? root = null;
        while (Next() is { } queue && queue.Peek().Size <= tree.Size)
        {
            var checkpoint = queue.Dequeue();
            if (checkpoint.Size < tree.Size)
                throw new BrokenRecordException($"{checkpoint.Where} is over {checkpoint.Size} entries");
            if (!checkpoint.IsSigned(origin, keys))
                throw new BrokenRecordException($"{checkpoint.Where} is not signed by a key that is known");
            if (!checkpoint.Root.AsSpan().SequenceEqual(root ??= tree.Root()))
                throw new BrokenRecordException(
                    $"entry {proven + 1} or one up to entry {tree.Size} is not the one that was signed: {checkpoint.Where} has another root");
            Held++;
        }

        if (root is not null)
            proven = tree.Size;
    }

    /// <summary>After the last entry.</summary>
    /// <exception cref="BrokenRecordException">A checkpoint is over more entries than there are.</exception>
    public void End(long size)
    {
        if (Next() is { } queue)
            throw new BrokenRecordException(
                $"entry {size + 1} is missing: {queue.Peek().Where} is over {queue.Peek().Size} entries, the record has {size}");
    }

    // The queue whose first is the smallest of all that are left.
    private Queue<KnownCheckpoint>? Next()
    {
        Fill();
        if (given.Count == 0 || stored.Count == 0)
            return given.Count > 0 ? given : stored.Count > 0 ? stored : null;
        return stored.Peek().Size <= given.Peek().Size ? stored : given;
    }

    private void Fill()
    {
        if (!kept || ended || stored.Count > 0)
            return;
        const string Columns = "SELECT size, root, signed_at, key_id, signature FROM checkpoint";
        var rows = begun
            ? database.Rows($"{Columns} WHERE size > @after ORDER BY size LIMIT {Together}", ("@after", LastStored))
            : database.Rows($"{Columns} ORDER BY size LIMIT {Together}");
        (begun, ended) = (true, rows.Count == 0);
        foreach (var row in rows)
        {
            LastStored = Cell.Number(row[0], "checkpoint: a size");
            var where = $"the checkpoint of size {LastStored} in the store";
            stored.Enqueue(new KnownCheckpoint(
                where, LastStored, Cell.Bytes(row[1], where), Cell.Text(row[2], where), Cell.Bytes(row[3], where), Cell.Bytes(row[4], where)));
        }
    }
}
