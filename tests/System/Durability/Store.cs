using System.Data.Common;
using Inspectorates.Postgres;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Inspectorates.SystemTests.Durability;

/// <summary>A store for one test: a file, or a database of a server. Looked into from outside only.</summary>
internal sealed class Store : IAsyncDisposable
{
    public const string Sqlite = "SQLite";
    public const string Postgres = "PostgreSQL";

    private readonly PostgresServer? ownServer;

    private Store(string kind, string folder, string connectionString, PostgresServer? ownServer = null)
    {
        Kind = kind;
        Folder = folder;
        ConnectionString = connectionString;
        this.ownServer = ownServer;
    }

    public string Kind { get; }

    /// <summary>Where programs on this store keep what else they have.</summary>
    public string Folder { get; }

    public string ConnectionString { get; }

    public bool IsPostgres => Kind == Postgres;

    /// <summary>The server, where it is this store's own and may be killed.</summary>
    public PostgresServer Server => ownServer ?? throw new InvalidOperationException("The server is shared by other tests.");

    /// <param name="kind">Which store.</param>
    /// <param name="ownServer">Whether the test will kill the server or trace it.</param>
    public static async Task<Store> NewAsync(string kind, bool ownServer = false)
    {
        if (kind == Sqlite)
        {
            var folder = NewFolder();
            return new Store(kind, folder, $"Data Source={Path.Combine(folder, "record.db")}");
        }

        var server = ownServer ? await PostgresServer.NewAsync() : await PostgresServer.SharedAsync();
        return new Store(kind, NewFolder(), await server.NewDatabaseAsync(), ownServer ? server : null);
    }

    /// <summary>A store at a place of the test's choice.</summary>
    public static Store At(string kind, string connectionString) => new(kind, NewFolder(), connectionString);

    /// <summary>How many rows a query counts, on a connection of its own.</summary>
    public async Task<long> CountAsync(string query)
    {
        await using DbConnection connection = IsPostgres
            ? new NpgsqlConnection(ConnectionString + ";Pooling=false")
            : new SqliteConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Queries of tests.
        command.CommandText = $"SELECT COUNT(*) FROM ({query}) AS counted";
#pragma warning restore CA2100
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        if (ownServer is not null)
            await ownServer.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static string NewFolder() => Directory.CreateTempSubdirectory("durability-").FullName;
}
