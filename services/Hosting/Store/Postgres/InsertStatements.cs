using Npgsql;
using NpgsqlTypes;

namespace Inspectorates.Hosting.Store.Postgres;

/// <summary>
/// Inserts of any number of rows in one statement: an array a column, typed as the table's column is. A row that comes alone is
/// inserted as it is, which costs the server half as much.
/// </summary>
internal sealed class InsertStatements
{
    private readonly ILookup<string, (string Column, string Type)> columns;
    private readonly Dictionary<string, string> ofMany = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Sql, NpgsqlDbType[] Types)> ofOne = new(StringComparer.Ordinal);

    public InsertStatements(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(
            "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = current_schema()", connection);
        using var reader = command.ExecuteReader();
        var read = new List<(string Table, string Column, string Type)>();
        while (reader.Read())
            read.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        columns = read.ToLookup(column => column.Table, column => (column.Column, column.Type));
    }

    /// <param name="table">The table.</param>
    /// <param name="rows">At least one, all with the same columns.</param>
    public NpgsqlBatchCommand Of(string table, IReadOnlyList<(string Column, object? Value)[]> rows) =>
        rows is [var alone] ? OfOne(table, alone) : OfMany(table, rows);

    private NpgsqlBatchCommand OfOne(string table, (string Column, object? Value)[] row)
    {
        if (!ofOne.TryGetValue(table, out var statement))
        {
            var places = string.Join(", ", row.Select((_, place) => $"${place + 1}"));
            ofOne[table] = statement = (
                $"INSERT INTO {table} ({string.Join(", ", row.Select(cell => cell.Column))}) VALUES ({places})",
                [.. row.Select(cell => DbType(TypeOf(table, cell.Column)))]);
        }

        var command = new NpgsqlBatchCommand(statement.Sql);
        for (var place = 0; place < row.Length; place++)
            command.Parameters.Add(Cell(statement.Types[place], row[place].Value));
        return command;
    }

    private NpgsqlBatchCommand OfMany(string table, IReadOnlyList<(string Column, object? Value)[]> rows)
    {
        if (!ofMany.TryGetValue(table, out var sql))
            ofMany[table] = sql = Statement(table, [.. rows[0].Select(cell => cell.Column)]);
        var command = new NpgsqlBatchCommand(sql);
        for (var place = 0; place < rows[0].Length; place++)
            command.Parameters.Add(new NpgsqlParameter { Value = Values(TypeOf(table, rows[0][place].Column), [.. rows.Select(row => row[place].Value)]) });
        return command;
    }

    private string Statement(string table, IReadOnlyList<string> names) =>
        $"INSERT INTO {table} ({string.Join(", ", names)}) SELECT * FROM unnest({string.Join(", ", names.Select((name, place) => $"${place + 1}::{TypeOf(table, name)}[]"))})";

    private static NpgsqlParameter Cell(NpgsqlDbType type, object? value) => (type, value) switch
    {
        (_, null) => new NpgsqlParameter { NpgsqlDbType = type, Value = DBNull.Value },
        (NpgsqlDbType.Bigint, var number) => new NpgsqlParameter<long> { NpgsqlDbType = type, TypedValue = Convert.ToInt64(number, null) },
        (NpgsqlDbType.Bytea, var bytes) => new NpgsqlParameter<byte[]> { NpgsqlDbType = type, TypedValue = (byte[])bytes },
        var (_, text) => new NpgsqlParameter<string> { NpgsqlDbType = type, TypedValue = (string)text },
    };

    private static NpgsqlDbType DbType(string type) => type switch
    {
        "bigint" => NpgsqlDbType.Bigint,
        "bytea" => NpgsqlDbType.Bytea,
        _ => NpgsqlDbType.Text,
    };

    private string TypeOf(string table, string column) => columns[table].First(known => known.Column == column).Type;

    private static Array Values(string type, object?[] values) => type switch
    {
        "bigint" => Array.ConvertAll(values, value => value is null ? (long?)null : Convert.ToInt64(value, null)),
        "bytea" => Array.ConvertAll(values, value => (byte[]?)value),
        _ => Array.ConvertAll(values, value => (string?)value),
    };
}
