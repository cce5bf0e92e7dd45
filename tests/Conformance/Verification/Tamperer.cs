using Microsoft.Data.Sqlite;

namespace Inspectorates.Conformance.Verification;

/// <summary>Somebody who can write to the store's file, and does one thing to it.</summary>
internal sealed class Tamperer(StoreCopy copy, Random random)
{
    // Neither follows from the log: answers are kept for two days, the seal guards page tokens, and what a service saw of
    // others is its own word. The instant a key was first used and who counts as an inspection's author are told by nothing else.
    private static readonly string[] Apart = ["request", "answer", "store_fact", "witnessed_checkpoint", "SchemaVersions", "sqlite_sequence"];
    private static readonly (string Table, string Column)[] Untold =
    [
        ("checkpoint_key", "first_used_at"), ("inspection_revision", "authored"),
    ];

    private readonly string[] tables = [.. copy.Rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        .Select(row => (string)row[0]).Where(name => !Apart.Contains(name))];

    /// <summary>What was done; null: the database did not let it be done.</summary>
    /// <param name="onlyElsewhere">True where only a checkpoint kept elsewhere can tell.</param>
    public string? Act(out bool onlyElsewhere)
    {
        var kind = random.Next(10);
        onlyElsewhere = kind >= 8;
        copy.Run("SAVEPOINT tampering");
        try
        {
            var done = kind switch
            {
                < 5 => Edit(),
                5 => Delete(),
                6 => Insert(),
                7 => Swap(),
                8 => Truncate(),
                _ => Rehash(),
            };
            copy.Run("RELEASE tampering");
            return done;
        }
        catch (SqliteException)
        {
            copy.Run("ROLLBACK TO tampering");
            copy.Run("RELEASE tampering");
            return null;
        }
    }

    // Half of all edits are to the log itself.
    private string Table(params string[] without) =>
        random.Next(2) == 0 ? "entry" : Any([.. tables.Except(without).Where(table => copy.Number($"SELECT COUNT(*) FROM {table}") > 0)]);

    private string? Edit()
    {
        var table = Table();
        var column = Any(copy.Columns(table));
        if (Untold.Contains((table, column)))
            return null;
        var row = AnyRow(table);
        // Nobody asks for the authors of what is public.
        if (column == "authored" && row[copy.Columns(table).IndexOf("public_from")] is not DBNull)
            return null;
        var others = copy.Rows($"SELECT {column} FROM {table}").ConvertAll(cells => cells[0]);
        var before = row[copy.Columns(table).IndexOf(column)];
        var after = Changed(before, Any(others));
        if (Same(before, after))
            return null;
        Write(table, row, column, after);
        return $"{table}.{column} edited";
    }

    private string? Delete()
    {
        // A checkpoint or key that is gone is missed by nobody; that is what checkpoints kept elsewhere are for.
        var table = Table("checkpoint", "checkpoint_key");
        if (table == "entry" && random.Next(2) == 0)
        {
            var last = copy.Number("SELECT MAX(seq) FROM entry");
            var from = random.NextInt64(1, last + 1);
            copy.Run("DELETE FROM entry WHERE seq BETWEEN @0 AND @1", from, random.NextInt64(from, last + 1));
            return "entries deleted";
        }

        var (where, values) = Key(table, AnyRow(table));
        copy.Run($"DELETE FROM {table} WHERE {where}", values);
        return $"a row of {table} deleted";
    }

    private string? Insert()
    {
        var table = Table("checkpoint_key");
        var columns = copy.Columns(table);
        var row = AnyRow(table);
        if (table == "entry")
        {
            // Before another, those after it moving up, or after the last.
            var at = random.NextInt64(1, copy.Number("SELECT MAX(seq) FROM entry") + 2);
            foreach (var seq in copy.Rows("SELECT seq FROM entry WHERE seq >= @0 ORDER BY seq DESC", at))
                copy.Run("UPDATE entry SET seq = seq + 1 WHERE seq = @0", seq[0]);
            (row[columns.IndexOf("seq")], row[columns.IndexOf("hash")]) = (at, random.GetItems(Bytes, 32));
        }
        else
        {
            foreach (var key in copy.Rows("SELECT name FROM pragma_table_info(@0) WHERE pk > 0", table).Select(cells => (string)cells[0]))
                if (random.Next(2) == 0)
                    row[columns.IndexOf(key)] = Changed(row[columns.IndexOf(key)], row[columns.IndexOf(key)]);
            foreach (var unique in columns.Where(column => column is "position" or "seq" or "public_position"))
                row[columns.IndexOf(unique)] = random.NextInt64(1, 100_000);
        }

        copy.Run($"INSERT INTO {table} VALUES ({string.Join(", ", columns.Select((_, i) => $"@{i}"))})", row);
        return $"a row inserted into {table}";
    }

    private string? Swap()
    {
        var seqs = copy.Rows("SELECT seq FROM entry ORDER BY seq").ConvertAll(row => (long)row[0]);
        var (one, other) = (Any(seqs), Any(seqs));
        if (one == other)
            return null;
        copy.Run("UPDATE entry SET seq = -1 WHERE seq = @0", one);
        copy.Run("UPDATE entry SET seq = @1 WHERE seq = @0", other, one);
        copy.Run("UPDATE entry SET seq = @0 WHERE seq = -1", other);
        return "two entries swapped";
    }

    // As the store was some entries ago.
    private string Truncate()
    {
        var kept = random.NextInt64(1, copy.Number("SELECT MAX(seq) FROM entry"));
        Histories.CutAfter(copy, kept);
        return $"the store cut off after entry {kept}";
    }

    private string Rehash()
    {
        var from = random.NextInt64(1, copy.Number("SELECT MAX(seq) FROM entry") + 1);
        copy.Run("UPDATE entry SET subject = subject || 'x' WHERE seq = @0", from);
        Chain.Rehash(copy, from);
        Histories.ForgetCheckpoints(copy, from - 1);
        return $"everything hashed anew from entry {from}";
    }

    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];

    private object Changed(object before, object other) => random.Next(4) switch
    {
        0 when !Same(before, other) && other is not DBNull => other,
        1 when before is not DBNull && random.Next(4) == 0 => DBNull.Value,
        _ => before switch
        {
            long number => random.Next(3) == 0 ? 1 - number : number + random.Next(1, 5),
            string text => ChangedText(text),
            byte[] bytes => ChangedBytes(bytes),
            _ => random.Next(2) == 0 ? random.NextInt64(1000) : random.GetItems(Bytes, 16),
        },
    };

    private object ChangedText(string text) => random.Next(4) switch
    {
        0 => text + Any("abc1 ".ToCharArray()),
        1 when text.Length > 0 => text[..^1],
        2 when text.Length > 0 => text.Remove(random.Next(text.Length), 1).Insert(random.Next(text.Length), "7"),
        _ => System.Text.Encoding.UTF8.GetBytes(text),
    };

    private byte[] ChangedBytes(byte[] bytes)
    {
        if (bytes.Length == 0 || random.Next(5) == 0)
            return [.. bytes, (byte)random.Next(256)];
        if (random.Next(5) == 0)
            return bytes[..^1];
        var changed = (byte[])bytes.Clone();
        changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
        return changed;
    }

    private static bool Same(object one, object other) =>
        one is byte[] bytes && other is byte[] others ? bytes.AsSpan().SequenceEqual(others) : one.Equals(other);

    private object[] AnyRow(string table) => Any(copy.Rows($"SELECT * FROM {table}"));

    private void Write(string table, object[] row, string column, object value)
    {
        var (where, values) = Key(table, row);
        copy.Run($"UPDATE {table} SET {column} = @{values.Length} WHERE {where}", [.. values, value]);
    }

    private (string Where, object[] Values) Key(string table, object[] row)
    {
        var columns = copy.Columns(table);
        var keys = copy.Rows("SELECT name FROM pragma_table_info(@0) WHERE pk > 0 ORDER BY pk", table).ConvertAll(cells => (string)cells[0]);
        return (string.Join(" AND ", keys.Select((key, i) => $"{key} = @{i}")), [.. keys.Select(key => row[columns.IndexOf(key)])]);
    }

    private T Any<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];
}
