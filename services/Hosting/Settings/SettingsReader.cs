using Inspectorates.Hosting.Store;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Inspectorates.Hosting.Settings;

/// <summary>Reads and checks the settings, naming every fault at once.</summary>
internal static class SettingsReader
{
    private static readonly string[] Known =
    [
        "Inspectorate:DataDirectory", "Inspectorate:Urls", "Inspectorate:Reflection", "Inspectorate:Store:ConnectionString",
        FrameworkSettingsReader.AlreadyInspected, TeamSettings.CoolingOff,
        "Trust:Issuer", "Trust:Audience", "Trust:DevelopmentKeyFile",
        .. LimitSettingsReader.Known,
        .. AuditSettingsReader.Known,
        .. PositionSettingsReader.Known,
        ReplySettings.Days,
        .. EscalationSettingsReader.Known,
        .. ReferralSettingsReader.Known,
    ];

    private static readonly string[] Sections =
    [
        "Inspectorate", "Trust", LimitSettingsReader.Section, AuditSettingsReader.Section, PositionSettingsReader.Section,
        ReplySettings.Section, EscalationSettingsReader.Section, ReferralSettingsReader.Section,
    ];

    public static InspectorateSettings Read(IConfiguration configuration, string code, bool development, int port)
    {
        var faults = new List<string>();
        RefuseUnknown(configuration, faults);

        var data = Path.GetFullPath(configuration["Inspectorate:DataDirectory"] ?? Path.Combine("data", code));
        var store = StoreOf(configuration, data, code, faults);
        var settings = new InspectorateSettings(
            data,
            store,
            UrlsOf(configuration, port, faults),
            ReflectionOf(configuration, development, faults),
            TrustSettingsReader.Read(configuration, code, development, data, faults),
            LimitSettingsReader.Read(configuration, faults),
            AuditSettingsReader.Read(configuration, code, development, data, IsPostgres(store), faults),
            PositionSettingsReader.Read(configuration, code, faults),
            ReplySettings.Read(configuration, faults),
            FrameworkSettingsReader.Read(configuration, faults),
            EscalationSettingsReader.Read(configuration, faults),
            ReferralSettingsReader.Read(configuration, faults),
            TeamSettings.Read(configuration, faults));

        return faults.Count == 0 ? settings : throw new SettingsException(faults);
    }

    // A misspelt setting would otherwise be ignored in silence.
    private static void RefuseUnknown(IConfiguration configuration, List<string> faults)
    {
        var given = Sections
            .SelectMany(section => configuration.GetSection(section).AsEnumerable())
            .Where(pair => pair.Value is not null)
            .Select(pair => pair.Key);
        faults.AddRange(given
            .Where(key => !Known.Contains(key, StringComparer.OrdinalIgnoreCase) && !AuditSettingsReader.IsTokenFile(key)
                && !PositionSettingsReader.IsKeyFile(key))
            .Select(key => $"{key}: there is no such setting. Known: {string.Join(", ", Known)}."));
    }

    private static string StoreOf(IConfiguration configuration, string data, string code, List<string> faults)
    {
        var given = configuration["Inspectorate:Store:ConnectionString"];
        if (string.IsNullOrEmpty(given))
            return new SqliteConnectionStringBuilder { DataSource = Path.Combine(data, code + ".db") }.ToString();
        try
        {
            if (StoreChoice.IsPostgres(given))
                return PostgresOf(given, faults);
            var read = new SqliteConnectionStringBuilder(given);
            if (read.DataSource.Length == 0 || read.DataSource.Contains(":memory:", StringComparison.Ordinal))
                faults.Add("Inspectorate:Store:ConnectionString: names no file, such as 'Data Source=/data/record.db'.");
            return read.ToString();
        }
        catch (ArgumentException fault)
        {
            faults.Add($"Inspectorate:Store:ConnectionString: not a connection string of SQLite or PostgreSQL: {fault.Message}");
            return given;
        }
    }

    private static bool IsPostgres(string store)
    {
        try
        {
            return StoreChoice.IsPostgres(store);
        }
        catch (ArgumentException)
        {
            // Said already to be no connection string.
            return false;
        }
    }

    private static string PostgresOf(string given, List<string> faults)
    {
        var read = new NpgsqlConnectionStringBuilder(given);
        if (string.IsNullOrEmpty(read.Database))
            faults.Add("Inspectorate:Store:ConnectionString: names no database, such as 'Host=db;Database=record;Username=record'.");
        return read.ToString();
    }

    private static string UrlsOf(IConfiguration configuration, int port, List<string> faults)
    {
        // Hosts hand ASPNETCORE_URLS to a program as the setting "urls".
        var urls = configuration["Inspectorate:Urls"] ?? configuration["ASPNETCORE_URLS"] ?? configuration["urls"]
            ?? $"http://127.0.0.1:{port}";
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            // '+' and '*' stand for every interface in ASP.NET Core's addresses and are no valid host.
            var plain = url.Replace("://+", "://any", StringComparison.Ordinal).Replace("://*", "://any", StringComparison.Ordinal);
            if (!Uri.TryCreate(plain, UriKind.Absolute, out var read) || read.Scheme != Uri.UriSchemeHttp)
                faults.Add($"Inspectorate:Urls: '{url}' is not an http address such as http://127.0.0.1:5101.");
        }

        return urls;
    }

    private static bool ReflectionOf(IConfiguration configuration, bool development, List<string> faults)
    {
        var given = configuration["Inspectorate:Reflection"];
        if (string.IsNullOrEmpty(given))
            return development;
        if (!bool.TryParse(given, out var reflection))
            faults.Add($"Inspectorate:Reflection: '{given}' is neither true nor false.");
        return reflection;
    }
}
