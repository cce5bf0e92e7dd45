namespace Inspectorates.Hosting.Verification;

/// <summary>The revisions of one kind of record, their areas, and the days on which they count.</summary>
internal sealed class RevisionTables(RecordDatabase database, RecordKind kind) : ITableCheck
{
    private long revisions;
    private long areas;

    public void Entry(LoggedEntry entry)
    {
        if (entry.Kind != kind.Name)
            return;
        var (content, where) = (kind.Read(entry.Body, LondonDay.Of(entry.At)), $"entry {entry.Number}: {kind.Revisions}");
        var row = database.One(
            $"""
            SELECT r.seq, c.public_position IS NOT NULL, r.public_from, r.public_until IS NOT NULL, r.staff_from, {Rows.List(content.Columns)}
            FROM {kind.Revisions} r LEFT JOIN change c ON c.seq = r.seq WHERE r.name = @name AND r.revision = @revision
            """,
            ("@name", entry.Name), ("@revision", entry.Revision)) ?? throw new BrokenRecordException($"{where} has no row of it");
        Rows.MustSay(row, 0, [("seq", entry.Number)], where);
        Rows.MustSay(row, 5, content.Columns, where);

        // What is public counts for staff from the same day as for the public; what is not, from the day it was written.
        var isPublic = row[1] is true or 1L;
        Rows.MustSay(row, 2, [("public_from", isPublic ? row[4] : DBNull.Value)], where);
        var isEnding = row[3] is true or 1L;
        if (isEnding != isPublic)
            throw new BrokenRecordException($"{where}: its public_until is not what the log says");
        if (!isPublic)
            Rows.MustSay(row, 4, [("staff_from", LondonDay.Of(entry.At))], where);

        database.MustHaveAreas(kind.Areas, entry.Name, entry.Revision, content.Areas, where);
        (revisions, areas) = (revisions + 1, areas + content.Areas.Count);
    }

    public void End()
    {
        if (database.Count($"SELECT COUNT(*) FROM {kind.Revisions}") != revisions)
            database.MustBeNone(
                $"""
                SELECT r.name, r.revision FROM {kind.Revisions} r LEFT JOIN entry e ON e.seq = r.seq
                WHERE e.seq IS NULL OR e.kind <> '{kind.Name}' OR e.name <> r.name OR e.revision <> r.revision LIMIT 1
                """,
                row => $"{kind.Revisions}: revision {row[1]} of {row[0]} is in no entry");
        if (database.Count($"SELECT COUNT(*) FROM {kind.Areas}") != areas)
            throw new BrokenRecordException($"{kind.Areas}: there are areas that are in no entry");
        MustEndWhereNextBegins("staff", "");
        MustEndWhereNextBegins("public", " AND r.public_from IS NOT NULL");
    }

    private void MustEndWhereNextBegins(string whom, string only) => database.MustBeNone(
        $"""
        SELECT r.seq FROM {kind.Revisions} r WHERE r.{whom}_until <> COALESCE((
          SELECT MIN(n.{whom}_from) FROM {kind.Revisions} n WHERE n.name = r.name AND n.revision > r.revision), '9999-12-31'){only}
        ORDER BY r.seq LIMIT 1
        """,
        row => $"entry {row[0]}: {kind.Revisions}: its {whom}_until is not where the next revision begins");
}
