namespace Inspectorates.Hosting.Verification;

/// <summary>The entries in their order, some at a time.</summary>
internal sealed class EntryPages(RecordDatabase database)
{
    private const int Together = 128;
    private const string Columns = "seq, kind, name, revision, body, at, subject, issuer, role, request_id, previous_hash, hash";

    // The first releases wrote one format only and had no column for it.
    private readonly string columns = database.Has("entry", "format") ? Columns + ", format, salt, content_hash" : Columns;

    public IEnumerable<List<LoggedEntry>> Read()
    {
        var rows = database.Rows($"SELECT {columns} FROM entry ORDER BY seq LIMIT {Together}");
        while (rows.Count > 0)
        {
            yield return rows.ConvertAll(Entry);
            rows = database.Rows(
                $"SELECT {columns} FROM entry WHERE seq > @after ORDER BY seq LIMIT {Together}",
                ("@after", Cell.Number(rows[^1][0], "the number of an entry")));
        }
    }

    private static LoggedEntry Entry(object[] row)
    {
        var number = Cell.Number(row[0], "the number of an entry");
        string What(string column) => $"entry {number}: {column}";
        return new LoggedEntry(
            number, Cell.Text(row[1], What("its kind")), Cell.Text(row[2], What("its name")), Cell.Number(row[3], What("its revision")),
            Cell.Bytes(row[4], What("its content")), Cell.Text(row[5], What("its instant")), Cell.Text(row[6], What("its subject")),
            Cell.Text(row[7], What("its issuer")), Cell.Text(row[8], What("its role")), Cell.Text(row[9], What("its request id")),
            Cell.Bytes(row[10], What("the hash before it")), Cell.Bytes(row[11], What("its hash")),
            row.Length > 12 ? Cell.Number(row[12], What("its format")) : 1,
            row.Length > 12 ? Cell.BytesOrNone(row[13], What("its salt")) : [],
            row.Length > 12 ? Cell.BytesOrNone(row[14], What("the hash of its content")) : []);
    }
}
