using Npgsql;

namespace Inspectorates.Hosting.Store.Postgres;

/// <summary>Inserts of any number of rows in one statement: an array a column, typed as the table's column is.</summary>
internal sealed class InsertStatements
{
    private readonly ILookup<string, (string Column, string Type)> columns;
    private readonly Dictionary<string, string> statements = new(StringComparer.Ordinal);

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

    /// <param name="rows">At least one, all with the same columns.</param>
    public NpgsqlBatchCommand Of(string table, IReadOnlyList<(string Column, object? Value)[]> rows)
    {
        if (!statements.TryGetValue(table, out var sql))
            statements[table] = sql = Statement(table, [.. rows[0].Select(cell => cell.Column)]);
        var command = new NpgsqlBatchCommand(sql);
        for (var place = 0; place < rows[0].Length; place++)
            command.Parameters.Add(new NpgsqlParameter { Value = Values(TypeOf(table, rows[0][place].Column), [.. rows.Select(row => row[place].Value)]) });
        return command;
    }

    private string Statement(string table, IReadOnlyList<string> names) =>
        $"INSERT INTO {table} ({string.Join(", ", names)}) SELECT * FROM unnest({string.Join(", ", names.Select((name, place) => $"${place + 1}::{TypeOf(table, name)}[]"))})";

    private string TypeOf(string table, string column) => columns[table].First(known => known.Column == column).Type;

    private static Array Values(string type, object?[] values) => type switch
    {
        "bigint" => Array.ConvertAll(values, value => value is null ? (long?)null : Convert.ToInt64(value, null)),
        "bytea" => Array.ConvertAll(values, value => (byte[]?)value),
        _ => Array.ConvertAll(values, value => (string?)value),
    };
}
