namespace Inspectorates.Hosting.Verification;

/// <summary>Where a PostgreSQL store says the log ends: what is written next goes on from there.</summary>
internal sealed class LogHead(RecordDatabase database) : ITableCheck
{
    private LoggedEntry? last;

    public void Entry(LoggedEntry entry) => last = entry;

    public void End()
    {
        var position = database.Count("SELECT COALESCE(MAX(public_position), 0) FROM change");
        var row = database.One("SELECT seq, at, public_position, hash FROM log_head") ?? throw new BrokenRecordException("log_head: it is gone");
        Rows.MustSay(row, 0, [("seq", last?.Number ?? 0), ("at", last?.At ?? ""), ("public_position", position)], "log_head");
        if (!Cell.Bytes(row[3], "log_head: its hash").AsSpan().SequenceEqual(last?.Hash ?? new byte[32]))
            throw new BrokenRecordException("log_head: its hash is not that of the last entry");
    }
}
