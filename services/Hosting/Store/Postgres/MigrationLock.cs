using Npgsql;

namespace Inspectorates.Hosting.Store.Postgres;

/// <summary>
/// Lets one program at a time bring a database to its schema; another waits, and finds nothing left to do. The server gives
/// the lock up with its connection, however the program ended.
/// </summary>
internal sealed class MigrationLock : IDisposable
{
    // Any number will do that nobody else uses in this database.
    private const long Number = 0x696E73706D696772;

    private readonly NpgsqlConnection connection;

    public MigrationLock(string connectionString)
    {
        connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 }.ToString());
        try
        {
            connection.Open();
            using var take = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection) { Parameters = { new() { Value = Number } } };
            take.ExecuteNonQuery();
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Dispose() => connection.Dispose();
}
