using System.Globalization;
using System.Security.Cryptography;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Inspectorates.Hosting.Verification;

/// <summary>What the public gets of one kind of record: each row opened by the entry it names, and made of it.</summary>
internal sealed class PublicTables(RecordDatabase database, RecordKind kind) : ITableCheck
{
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
        var shown = kind.Read(Cell.Bytes(row[7], where), LondonDay.Of(entry.At));
        var revision = Cell.Number(row[6], where);
        MustBe(Expected(entry, shown, revision), shown.Message, where);
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

    // The public gets the entry's content, but a tombstone of what it knew: a draft over it is no part of that. Revision,
    // instant and etag are its own, and nothing tells of the workflow.
    private IMessage Expected(LoggedEntry entry, RecordContent shown, long revision)
    {
        var logged = kind.Read(entry.Body, "").Message;
        var expected = logged;
        if (shown.IsWithdrawn && database.One(
                $"SELECT body FROM {kind.Public} WHERE name = @name AND revision = @revision", ("@name", entry.Name), ("@revision", revision - 1)) is { } before)
        {
            expected = kind.Read((byte[])before[0], "").Message;
            foreach (var field in new[] { "state", "revision_reason", "state_reason" })
                Copy(logged, expected, field);
        }

        Set(expected, "revision", (int)revision);
        Set(expected, "recorded_at", Timestamp.FromDateTimeOffset(DateTimeOffset.Parse(entry.At, CultureInfo.InvariantCulture)));
        Set(expected, "publish_at", null);
        Set(expected, "etag", "");
        if (kind == RecordKind.Verdict)
            Set(expected, "state_reason", "");
        Set(expected, "etag", Convert.ToHexStringLower(SHA256.HashData(expected.ToByteArray()))[..24]);
        return expected;
    }

    private static void Set(IMessage message, string field, object? value)
    {
        var accessor = message.Descriptor.FindFieldByName(field).Accessor;
        if (value is null)
            accessor.Clear(message);
        else
            accessor.SetValue(message, value);
    }

    private static void Copy(IMessage from, IMessage to, string field)
    {
        if (from.Descriptor.FindFieldByName(field) is { } known)
            known.Accessor.SetValue(to, known.Accessor.GetValue(from));
    }

    private static void MustBe(IMessage expected, IMessage shown, string where)
    {
        foreach (var field in expected.Descriptor.Fields.InDeclarationOrder())
            if (!Equals(field.Accessor.GetValue(expected), field.Accessor.GetValue(shown)))
                throw new BrokenRecordException($"{where}: its {field.Name} is not what the log says");
        if (!expected.ToByteArray().AsSpan().SequenceEqual(shown.ToByteArray()))
            throw new BrokenRecordException($"{where}: it holds more than the log says");
    }
}
