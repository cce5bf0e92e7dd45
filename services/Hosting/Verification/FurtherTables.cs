using System.Globalization;
using System.Security.Cryptography;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Inspectorates.Hosting.Verification;

/// <summary>Further records of every kind: each revision, its keys, and what the public may see of it are made of the entry it names.</summary>
internal sealed class FurtherTables(RecordDatabase database) : ITableCheck
{
    private long rows;
    private long keys;
    private long publicRows;
    private long publicKeys;

    public void Entry(LoggedEntry entry)
    {
        if (FurtherKind.Find(entry.Kind) is not { } kind)
            return;
        var (record, where) = (kind.Read(entry.Body), $"entry {entry.Number}: further_record");
        if (Get(record, "name") is not string name || name != entry.Name || Get(record, "revision") is not int revision || revision != entry.Revision
            || Get(record, "etag") is not string etag || etag != EtagOf(kind.Read(entry.Body)))
            throw new BrokenRecordException($"entry {entry.Number}: what it holds is no {kind.Code} of its name and revision");
        var row = database.One(
            "SELECT kind, seq, known_at FROM further_record WHERE name = @name AND revision = @revision", ("@name", entry.Name), ("@revision", entry.Revision))
            ?? throw new BrokenRecordException($"{where} has no row of it");
        Rows.MustSay(row, 0, [("kind", kind.Code), ("seq", entry.Number), ("known_at", entry.At)], where);
        rows++;
        keys += MustHaveKeys("further_key", kind, record, entry.Name, entry.Revision, where);
        MustBeShown(entry, kind);
    }

    public void End()
    {
        foreach (var (table, count) in new[] { ("further_record", rows), ("further_key", keys), ("public_further_record", publicRows), ("public_further_key", publicKeys) })
            if (database.Count($"SELECT COUNT(*) FROM {table}") != count)
                throw new BrokenRecordException($"{table}: there are rows that are in no entry");
    }

    private void MustBeShown(LoggedEntry entry, FurtherKind kind)
    {
        var where = $"entry {entry.Number}: public_further_record";
        var before = database.One(
            "SELECT COUNT(*) FROM public_further_record WHERE name = @name AND seq < @seq", ("@name", entry.Name), ("@seq", entry.Number))!;
        var revision = Cell.Number(before[0], where) + 1;
        var row = database.One(
            "SELECT name, revision, kind, number, known_at, body FROM public_further_record WHERE seq = @seq", ("@seq", entry.Number));
        if (kind.PublicForm(entry.Body, revision > 1) is not { } expected)
        {
            if (row is not null)
                throw new BrokenRecordException($"{where} has a row of what was not made public");
            return;
        }

        if (row is null)
            throw new BrokenRecordException($"{where} has no row of it");
        Set(expected, "revision", (int)revision);
        Set(expected, "recorded_at", Timestamp.FromDateTimeOffset(DateTimeOffset.Parse(entry.At, CultureInfo.InvariantCulture)));
        Set(expected, "etag", EtagOf(expected.Descriptor.Parser.ParseFrom(expected.ToByteArray())));
        Rows.MustSay(
            row, 0,
            [("name", entry.Name), ("revision", revision), ("kind", kind.Code), ("number", ++publicRows), ("known_at", entry.At)], where);
        if (!Cell.Bytes(row[5], where).AsSpan().SequenceEqual(expected.ToByteArray()))
            throw new BrokenRecordException($"{where}: it is not what the log says");
        publicKeys += MustHaveKeys("public_further_key", kind, expected, entry.Name, revision, where);
    }

    private long MustHaveKeys(string table, FurtherKind kind, IMessage record, string name, long revision, string where)
    {
        var count = 0L;
        foreach (var (key, value) in kind.KeysOf(record))
        {
            count++;
            if (database.One(
                $"SELECT 1 FROM {table} WHERE kind = @kind AND key = @key AND value = @value AND name = @name AND revision = @revision",
                ("@kind", kind.Code), ("@key", key), ("@value", value), ("@name", name), ("@revision", revision)) is null)
                throw new BrokenRecordException($"{where}: {table} has no row of its {key}");
        }

        return count;
    }

    private static object? Get(IMessage record, string field) => record.Descriptor.FindFieldByName(field).Accessor.GetValue(record);

    private static void Set(IMessage record, string field, object value) => record.Descriptor.FindFieldByName(field).Accessor.SetValue(record, value);

    private static string EtagOf(IMessage bare)
    {
        Set(bare, "etag", "");
        return Convert.ToHexStringLower(SHA256.HashData(bare.ToByteArray()))[..24];
    }
}
