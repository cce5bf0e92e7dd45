using System.Data.Common;

namespace Inspectorates.Hosting.Store;

/// <summary>Short forms for reading with named parameters.</summary>
internal static class SqlReading
{
    public static async Task<List<T>> QueryAsync<T>(
        this DbConnection connection, string sql, Func<DbDataReader, T> read, CancellationToken cancelled,
        params (string Name, object? Value)[] parameters)
    {
        await using var command = connection.Prepare(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancelled);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancelled))
        {
            // SQLite reads on this thread and looks at no token by itself.
            cancelled.ThrowIfCancellationRequested();
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>The first cell as a number; 0 if there is none.</summary>
    public static async Task<long> NumberAsync(
        this DbConnection connection, string sql, CancellationToken cancelled, params (string Name, object? Value)[] parameters) =>
        await connection.QueryAsync(sql, row => row.IsDBNull(0) ? 0 : row.GetInt64(0), cancelled, parameters) is [var number, ..] ? number : 0;

    public static byte[] Bytes(this DbDataReader reader, int column) => reader.GetFieldValue<byte[]>(column);

    private static DbCommand Prepare(this DbConnection connection, string sql, (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is made of constants of this folder; what callers send goes in as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
