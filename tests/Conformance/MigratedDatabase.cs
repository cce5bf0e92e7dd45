using Inspectorates.Hosting;
using Inspectorates.Postgres;
using Npgsql;

namespace Inspectorates.Conformance;

/// <summary>A PostgreSQL database of a test's own, brought to the schema as an operator does it.</summary>
internal static class MigratedDatabase
{
    /// <returns>Its connection string.</returns>
    public static async Task<string> NewAsync(IInspectorate inspectorate)
    {
        var database = await (await PostgresServer.SharedAsync()).NewDatabaseAsync();
        var run = await ProgramRun.Of(inspectorate, "migrate", "--store", database);
        Assert.True(run.ExitCode == 0, run.Error);
        return database;
    }

    public static async Task DropAsync(string database)
    {
        var name = new NpgsqlConnectionStringBuilder(database).Database;
        // Replicas' pools may hold connections a moment longer.
        await PostgresServer.ExecuteAsync((await PostgresServer.SharedAsync()).ConnectionString("postgres"), $"DROP DATABASE {name} WITH (FORCE)");
    }
}
