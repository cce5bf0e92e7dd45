using DbUp;
using DbUp.Engine;
using DbUp.Engine.Output;
using Inspectorates.Hosting.Store.Postgres;
using Microsoft.Data.Sqlite;

namespace Inspectorates.Hosting.Store;

/// <summary>
/// Brings a store to this program's schema, each script in a transaction with the note that it ran: killed at any step, it can
/// be run again. Scripts are additive, so that the build before goes on working beside the newer one.
/// </summary>
internal sealed class Migrations
{
    private const string Scripts = "Inspectorates.Hosting.Store.";
    private readonly Func<Func<string, bool>, UpgradeEngine> make;
    private readonly Func<IDisposable?> alone;
    private readonly UpgradeEngine engine;

    private Migrations(Func<Func<string, bool>, UpgradeEngine> make, Func<IDisposable?> alone, Func<string, bool> which)
    {
        (this.make, this.alone) = (make, alone);
        engine = make(which);
    }

    // A table is made anew under its old name: what refers to it must not be followed meanwhile.
    public static Migrations OfSqlite(string connectionString) => new(
        which => DeployChanges.To.SqliteDatabase(new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = false, Pooling = false }.ToString())
            .WithScriptsEmbeddedInAssembly(typeof(Migrations).Assembly, name => name.StartsWith(Scripts + "Sqlite.Scripts.", StringComparison.Ordinal) && which(name))
            .WithTransactionPerScript()
            .LogTo(new NoOpUpgradeLog())
            .Build(),
        () => null,
        _ => true);

    public static Migrations OfPostgres(string connectionString) => new(
        which => DeployChanges.To.PostgresqlDatabase(connectionString)
            .WithScriptsEmbeddedInAssembly(typeof(Migrations).Assembly, name => name.StartsWith(Scripts + "Postgres.Scripts.", StringComparison.Ordinal) && which(name))
            .WithTransactionPerScript()
            // "$" begins a PostgreSQL quote, not a variable of the library's.
            .WithVariablesDisabled()
            .LogTo(new NoOpUpgradeLog())
            .Build(),
        () => new MigrationLock(connectionString),
        _ => true);

    /// <summary>Only some of the scripts, by the names their journal has.</summary>
    public Migrations Only(IReadOnlyCollection<string> scripts) => new(make, alone, scripts.Contains);

    /// <summary>Those of some scripts, by the names their journal has, that this program does not know: a newer one's.</summary>
    public IReadOnlyList<string> Unknown(IReadOnlyCollection<string> scripts) =>
        [.. scripts.Except(engine.GetDiscoveredScripts().Select(script => script.Name), StringComparer.Ordinal).Select(ShortName)];

    /// <summary>Names of the scripts that have not run, in order.</summary>
    public IReadOnlyList<string> StillToRun => [.. engine.GetScriptsToExecute().Select(script => ShortName(script.Name))];

    /// <summary>Runs what has not run.</summary>
    /// <returns>The scripts that ran. Empty: the schema was current.</returns>
    /// <exception cref="InvalidOperationException">A script failed; nothing of it remains.</exception>
    public IReadOnlyList<string> Run()
    {
        using var held = alone();
        var upgrade = engine.PerformUpgrade();
        return upgrade.Successful
            ? [.. upgrade.Scripts.Select(script => ShortName(script.Name))]
            : throw new InvalidOperationException("The store could not be brought to this program's schema.", upgrade.Error);
    }

    private static string ShortName(string resource) =>
        resource.IndexOf(".Scripts.", StringComparison.Ordinal) is >= 0 and var at ? resource[(at + ".Scripts.".Length)..] : resource;
}
