using System.Data.Common;
using Inspectorates.Hosting.Store.Postgres;
using Inspectorates.Hosting.Store.Sqlite;

namespace Inspectorates.Hosting.Store;

/// <summary>Which store a connection string names.</summary>
internal static class StoreChoice
{
    /// <summary>Whether it names a PostgreSQL server; otherwise a file of SQLite.</summary>
    /// <exception cref="ArgumentException">It is no connection string.</exception>
    public static bool IsPostgres(string connectionString)
    {
        var words = new DbConnectionStringBuilder { ConnectionString = connectionString };
        return words.ContainsKey("Host") || words.ContainsKey("Server");
    }

    /// <summary>What brings its schema to this program's.</summary>
    public static Migrations MigrationsOf(string connectionString) =>
        IsPostgres(connectionString) ? Migrations.OfPostgres(connectionString) : Migrations.OfSqlite(connectionString);

    /// <exception cref="Settings.SettingsException">The store cannot be used.</exception>
    public static IStore Open(string connectionString) =>
        IsPostgres(connectionString) ? new PostgresStore(connectionString) : new SqliteStore(connectionString);
}
