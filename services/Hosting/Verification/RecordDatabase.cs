using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Inspectorates.Hosting.Verification;

/// <summary>The store as it stands at one instant, opened for reading only: a service may go on writing meanwhile.</summary>
internal sealed class RecordDatabase : IDisposable
{
    private readonly DbConnection connection;
    private readonly DbTransaction snapshot;
    private readonly Dictionary<string, DbCommand> prepared = new(StringComparer.Ordinal);

    private RecordDatabase(DbConnection connection, DbTransaction snapshot) => (this.connection, this.snapshot) = (connection, snapshot);

    /// <param name="store">A connection string of SQLite (<c>Data Source=...</c>) or PostgreSQL (<c>Host=...</c>).</param>
    /// <exception cref="UnreadableException">It cannot be opened.</exception>
    public static RecordDatabase Open(string store)
    {
        DbConnection? connection = null;
        try
        {
            connection = IsPostgres(store) ? new NpgsqlConnection(Prepared(store)) : new SqliteConnection(ReadOnly(store));
            connection.Open();
            var database = new RecordDatabase(connection, Snapshot(connection));
            return database.Has("entry", "hash") ? database : throw new UnreadableException("The store holds no record: it has no table of entries.");
        }
        catch (Exception fault) when (fault is DbException or ArgumentException or UnreadableException or InvalidOperationException)
        {
            connection?.Dispose();
            throw fault as UnreadableException ?? new UnreadableException($"The store cannot be opened: {fault.Message}");
        }
    }

    /// <summary>Whether there is such a table with such a column: stores written before some were added are verified as well.</summary>
    public bool Has(string table, string column) => One(
        connection is NpgsqlConnection
            ? "SELECT 1 FROM information_schema.columns WHERE table_schema = ANY (current_schemas(false)) AND table_name = @table AND column_name = @column"
            : "SELECT 1 FROM pragma_table_info(@table) WHERE name = @column",
        ("@table", table), ("@column", column)) is not null;

    /// <summary>The rows of a query. Few at a time: they are all held.</summary>
    public List<object[]> Rows(string sql, params (string Name, object Value)[] parameters)
    {
        using var reader = Command(sql, parameters).ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>The first row; null: there is none.</summary>
    public object[]? One(string sql, params (string Name, object Value)[] parameters) => Rows(sql, parameters).FirstOrDefault();

    public void Dispose()
    {
        foreach (var command in prepared.Values)
            command.Dispose();
        snapshot.Dispose();
        connection.Dispose();
    }

    private static bool IsPostgres(string store)
    {
        var words = new DbConnectionStringBuilder { ConnectionString = store };
        return words.ContainsKey("Host") || words.ContainsKey("Server");
    }

    // The same few statements for every entry.
    private static string Prepared(string store) =>
        new NpgsqlConnectionStringBuilder(store) { Pooling = false, MaxAutoPrepare = 100, AutoPrepareMinUsages = 2 }.ToString();

    private static string ReadOnly(string store)
    {
        var builder = new SqliteConnectionStringBuilder(store) { Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        return File.Exists(builder.DataSource)
            ? builder.ToString()
            : throw new UnreadableException($"The store cannot be opened: there is no file '{builder.DataSource}'.");
    }

    // Everything is read of one instant, so that what is written meanwhile is not mistaken for a gap.
    private static DbTransaction Snapshot(DbConnection connection)
    {
        if (connection is SqliteConnection sqlite)
            return sqlite.BeginTransaction(IsolationLevel.Serializable, deferred: true);
        var transaction = connection.BeginTransaction(IsolationLevel.RepeatableRead);
        using var readOnly = connection.CreateCommand();
        readOnly.CommandText = "SET TRANSACTION READ ONLY";
        readOnly.ExecuteNonQuery();
        return transaction;
    }

    private DbCommand Command(string sql, (string Name, object Value)[] parameters)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.Transaction = snapshot;
#pragma warning disable CA2100 // Every statement is a constant of this folder; what varies goes in as parameters.
            command.CommandText = sql;
#pragma warning restore CA2100
            foreach (var (name, _) in parameters)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
            }

            prepared.Add(sql, command);
        }

        for (var i = 0; i < parameters.Length; i++)
            command.Parameters[i].Value = parameters[i].Value;
        return command;
    }
}
