using System.Globalization;
using System.Security.Cryptography;
using Google.Protobuf;

namespace Inspectorates.Hosting.Verification;

/// <summary>What the public gets of one kind of record: each row opened by the entry it names, and made of it.</summary>
internal sealed class PublicTables(RecordDatabase database, RecordKind kind) : ITableCheck
{
    // What the public gets is counted, dated and marked by itself, and without the fields of the workflow.
    private static readonly string[] Own = ["revision", "recorded_at", "etag", "publish_at", "state_reason", "revision_reason"];

    private long rows;
    private long areas;

    public void Entry(LoggedEntry entry)
    {
        if (entry.Kind != kind.Name)
            return;
        var where = $"entry {entry.Number}: {kind.Public}";
        var row = database.One(
            $"""
            SELECT c.public_position, r.public_from, p.position, p.counts_from, p.known_at, p.name, p.revision, p.body
            FROM change c JOIN {kind.Revisions} r ON r.seq = c.seq LEFT JOIN {kind.Public} p ON p.seq = c.seq WHERE c.seq = @seq
            """,
            ("@seq", entry.Number))!;
        if (row[5] is DBNull)
        {
            // The build before wrote entries of format 1 and no public rows: they are made at the next start of this one.
            if (row[0] is not DBNull && entry.Format != 1)
                throw new BrokenRecordException($"{where} has no row of it");
            return;
        }

        if (row[0] is DBNull)
            throw new BrokenRecordException($"{where} has a row of what was not made public");
        Rows.MustSay(row, 2, [("position", row[0]), ("counts_from", row[1]), ("known_at", entry.At), ("name", entry.Name)], where);
        var (shown, revision) = (kind.Read(Cell.Bytes(row[7], where), Cell.Text(row[3], where)), Cell.Number(row[6], where));
        MustBeMarked(shown, revision, entry, where);
        MustBeOf(kind.Read(entry.Body, "").Message, shown.Message, where);
        var columns = database.One(
            $"SELECT {Rows.List(shown.PublicColumns)} FROM {kind.Public} WHERE seq = @seq", ("@seq", entry.Number))!;
        Rows.MustSay(columns, 0, shown.PublicColumns, where);
        database.MustHaveAreas(kind.PublicAreas, entry.Name, revision, shown.Areas, where);
        (rows, areas) = (rows + 1, areas + shown.Areas.Count);
    }

    public void End()
    {
        if (database.Count($"SELECT COUNT(*) FROM {kind.Public}") != rows)
            throw new BrokenRecordException($"{kind.Public}: there are rows that no entry opened");
        if (database.Count($"SELECT COUNT(*) FROM {kind.PublicAreas}") != areas)
            throw new BrokenRecordException($"{kind.PublicAreas}: there are areas that are in no entry");
        database.MustBeNone(
            $"""
            SELECT p.seq FROM {kind.Public} p
            WHERE p.revision <> (SELECT COUNT(*) FROM {kind.Public} o WHERE o.name = p.name AND o.position <= p.position)
              OR p.counts_until <> COALESCE((
                SELECT MIN(n.counts_from) FROM {kind.Public} n WHERE n.name = p.name AND n.revision > p.revision), '9999-12-31')
            ORDER BY p.seq LIMIT 1
            """,
            row => $"entry {row[0]}: {kind.Public}: its revision or the day until which it counts is not what the log says");
    }

    private static void MustBeMarked(RecordContent shown, long revision, LoggedEntry entry, string where)
    {
        var bare = shown.Message.Descriptor.Parser.ParseFrom(shown.Message.ToByteArray());
        bare.Descriptor.FindFieldByName("etag").Accessor.SetValue(bare, "");
        if (shown.Etag != Convert.ToHexStringLower(SHA256.HashData(bare.ToByteArray()))[..24])
            throw new BrokenRecordException($"{where}: its etag is not of what it holds");
        if (shown.Revision != revision || shown.RecordedAt?.ToDateTime().ToString("O", CultureInfo.InvariantCulture) != entry.At)
            throw new BrokenRecordException($"{where}: it says another revision or instant than the log");
    }

    private static void MustBeOf(IMessage logged, IMessage shown, string where)
    {
        foreach (var field in logged.Descriptor.Fields.InDeclarationOrder().Where(field => !Own.Contains(field.Name)))
            if (!Equals(field.Accessor.GetValue(logged), field.Accessor.GetValue(shown)))
                throw new BrokenRecordException($"{where}: its {field.Name} is not what the log says");
    }
}
