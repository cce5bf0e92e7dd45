namespace Inspectorates.Hosting.Verification;

/// <summary>The order in which things became visible; positions of the public have no gap.</summary>
internal sealed class ChangeTable(RecordDatabase database) : ITableCheck
{
    private long changes;
    private long position;

    public void Entry(LoggedEntry entry)
    {
        // What is said about differences, and further records, are numbered in tables of their own.
        if (entry.Kind is RecordKind.Import or PositionTables.Kind || FurtherKind.Find(entry.Kind) is not null)
            return;
        var row = database.One("SELECT public_position FROM change WHERE seq = @seq", ("@seq", entry.Number))
            ?? throw new BrokenRecordException($"entry {entry.Number}: change has no row of it");
        changes++;
        if (row[0] is not DBNull && Cell.Number(row[0], $"entry {entry.Number}: its public position") != ++position)
            throw new BrokenRecordException($"entry {entry.Number}: its public position is {row[0]} where {position} is next");
    }

    public void End()
    {
        if (database.Count("SELECT COUNT(*) FROM change") != changes)
            throw new BrokenRecordException("change: there are changes that are in no entry");
    }
}
