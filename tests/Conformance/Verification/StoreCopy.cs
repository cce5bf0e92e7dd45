using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Inspectorates.Conformance.Verification;

/// <summary>A copy of a store's file, open to whoever wants to change it: without triggers, and outside any service.</summary>
internal sealed class StoreCopy : IDisposable
{
    private readonly SqliteConnection connection;

    public StoreCopy(string original, string file)
    {
        File.Copy(original, file, overwrite: true);
        Store = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, ForeignKeys = false }.ToString();
        connection = new SqliteConnection(Store);
        connection.Open();
        // Nothing here is to survive a power cut.
        Run("PRAGMA synchronous = OFF");
        foreach (var trigger in Rows("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
            Run($"DROP TRIGGER {trigger[0]}");
    }

    public string Store { get; }

    public int Run(string sql, params object[] values)
    {
        using var command = Command(sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>All rows; parameters are <c>@0</c>, <c>@1</c> and so on.</summary>
    public List<object[]> Rows(string sql, params object[] values)
    {
        using var command = Command(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    public long Number(string sql, params object[] values) => Convert.ToInt64(Rows(sql, values)[0][0], CultureInfo.InvariantCulture);

    public bool Has(string table) => Number("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = @0", table) == 1;

    public List<string> Columns(string table) => Rows("SELECT name FROM pragma_table_info(@0)", table).ConvertAll(row => (string)row[0]);

    public void Dispose() => connection.Dispose();

    private SqliteCommand Command(string sql, object[] values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // A test's own statements.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue($"@{i}", values[i]);
        return command;
    }
}
