using System.CommandLine;
using Inspectorates.Hosting.Settings;
using Microsoft.Data.Sqlite;

namespace Inspectorates.Hosting.Commands.Stores;

/// <summary>Which store a subcommand is about: the one the service itself would open, unless another is named.</summary>
internal sealed class StoreOption(string code)
{
    private readonly Option<string?> store = new("--store")
    {
        Description = "Connection string of the store: 'Data Source=FILE' of SQLite, or 'Host=...;Database=...' of PostgreSQL. Default: the service's own, from its settings.",
    };

    private readonly Option<string?> settings = new("--settings") { Description = "A JSON file of settings; environment variables win over it." };

    public void AddTo(Command command)
    {
        command.Add(store);
        command.Add(settings);
    }

    /// <exception cref="SettingsException">It is no connection string.</exception>
    public string Of(ParseResult parsed)
    {
        var configuration = InspectorateHost.Configuration([], parsed.GetValue(settings));
        var given = parsed.GetValue(store) ?? configuration["Inspectorate:Store:ConnectionString"];
        if (string.IsNullOrEmpty(given))
        {
            var data = Path.GetFullPath(configuration["Inspectorate:DataDirectory"] ?? Path.Combine("data", code));
            return new SqliteConnectionStringBuilder { DataSource = Path.Combine(data, code + ".db") }.ToString();
        }

        try
        {
            return Store.StoreChoice.IsPostgres(given) ? given : new SqliteConnectionStringBuilder(given).ToString();
        }
        catch (ArgumentException fault)
        {
            throw new SettingsException([$"--store: not a connection string of SQLite or PostgreSQL: {fault.Message}"]);
        }
    }
}
