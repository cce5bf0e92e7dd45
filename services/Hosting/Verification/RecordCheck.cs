using Google.Protobuf;

namespace Inspectorates.Hosting.Verification;

/// <summary>What a record that holds was found to be.</summary>
/// <param name="Entries">How many entries it has.</param>
/// <param name="Root">The root of the tree over them.</param>
/// <param name="Checkpoints">How many checkpoints it was held against.</param>
internal sealed record SoundRecord(long Entries, byte[] Root, int Checkpoints);

/// <summary>
/// Reads a record from its first entry to its last and holds everything against it: hashes, order, checkpoints, and the tables
/// made from it. It shares no code with what writes them, so that one mistake does not hide in both.
/// </summary>
internal static class RecordCheck
{
    /// <param name="elsewhere">Checkpoints kept outside the store.</param>
    /// <param name="keys">The keys whose signatures count.</param>
    /// <param name="origin">Whose record it is: <c>inspectorates/{code}</c>.</param>
    /// <exception cref="BrokenRecordException">It does not hold.</exception>
    public static SoundRecord Run(RecordDatabase database, IEnumerable<KnownCheckpoint> elsewhere, PublicKeys keys, string origin)
    {
        var (tree, nodes) = (new TreeSoFar(), new TreeNodes(database));
        var checkpoints = new Checkpoints(database, elsewhere, keys, origin);
        var tables = TablesOf(database, keys, origin);
        LoggedEntry? before = null;
        checkpoints.At(tree);
        foreach (var entry in new EntryPages(database).Read().SelectMany(page => page))
        {
            MustFollow(entry, before);
            tree.Add(entry.Hash, nodes.Node);
            checkpoints.At(tree);
            MustBeIn(tables, entry);
            before = entry;
        }

        checkpoints.End(tree.Size);
        nodes.End(checkpoints.LastStored);
        foreach (var table in tables)
            table.End();
        return new SoundRecord(tree.Size, tree.Root(), checkpoints.Held);
    }

    private static List<ITableCheck> TablesOf(RecordDatabase database, PublicKeys keys, string origin) =>
    [
        new ChangeTable(database),
        .. RecordKind.All.Select(kind => new RevisionTables(database, kind)),
        // Stores written before publication had steps of its own have no such tables.
        .. RecordKind.All.Where(kind => database.Has(kind.Public, "body")).Select(kind => new PublicTables(database, kind)),
        new ImportTables(database),
        .. database.Has("schedule", "publish_at") ? [new ScheduleTable(database)] : Array.Empty<ITableCheck>(),
        .. database.Has("verdict_revision", "authored") ? [new Authorship(database)] : Array.Empty<ITableCheck>(),
        .. database.Has("public_position", "body") ? [new PositionTables(database, keys)] : Array.Empty<ITableCheck>(),
        .. database.Has("further_record", "seq") ? [new FurtherTables(database)] : Array.Empty<ITableCheck>(),
        .. database.Has("outbox", "seq") ? [new OutboxTable(database, origin)] : Array.Empty<ITableCheck>(),
        .. database.Has("log_head", "seq") ? [new LogHead(database)] : Array.Empty<ITableCheck>(),
    ];

    private static void MustFollow(LoggedEntry entry, LoggedEntry? before)
    {
        var expected = (before?.Number ?? 0) + 1;
        if (entry.Number != expected)
            throw new BrokenRecordException($"entry {expected} is missing: the next one is entry {entry.Number}");
        if (!entry.PreviousHash.AsSpan().SequenceEqual(before?.Hash ?? new byte[32]))
            throw new BrokenRecordException($"entry {entry.Number}: the hash before it is not that of the entry before");
        if (entry.Fault() is { } fault)
            throw new BrokenRecordException($"entry {entry.Number}: {fault}");
        if (entry.Format > 1 && before is not null && string.CompareOrdinal(entry.At, before.At) < 0)
            throw new BrokenRecordException($"entry {entry.Number}: it was written before the entry before it");
    }

    private static void MustBeIn(List<ITableCheck> tables, LoggedEntry entry)
    {
        if (entry.Kind is not (RecordKind.Import or PositionTables.Kind) && FurtherKind.Find(entry.Kind) is null && RecordKind.All.All(kind => kind.Name != entry.Kind))
            throw new BrokenRecordException($"entry {entry.Number}: its kind '{entry.Kind}' is not known");
        try
        {
            foreach (var table in tables)
                table.Entry(entry);
        }
        catch (Exception fault) when (fault is InvalidProtocolBufferException or FormatException)
        {
            throw new BrokenRecordException($"entry {entry.Number}: what it holds cannot be read: {fault.Message}");
        }
    }
}
