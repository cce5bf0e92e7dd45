using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Inspectorates.Hosting.Settings;

/// <summary>Reads how the record is made checkable from outside.</summary>
internal static class AuditSettingsReader
{
    /// <summary>The section they are in.</summary>
    public const string Section = "Audit";

    private const string Witness = "Audit:Witness";
    private const string TokenFile = "TokenFile";

    /// <summary>The settings' names; others are those of <see cref="IsTokenFile"/>.</summary>
    public static readonly string[] Known =
        [$"{Section}:CheckpointSeconds", $"{Section}:KeyFile", $"{Witness}:Gateway", $"{Witness}:Seconds", $"{Witness}:{{code}}:{TokenFile}"];

    /// <summary>Whether a setting names the token file of one inspectorate: <c>Audit:Witness:{code}:TokenFile</c>.</summary>
    public static bool IsTokenFile(string key) =>
        key.Split(':') is [var first, var second, _, var last]
        && $"{first}:{second}".Equals(Witness, StringComparison.OrdinalIgnoreCase) && last.Equals(TokenFile, StringComparison.OrdinalIgnoreCase);

    public static AuditSettings Read(
        IConfiguration configuration, string code, bool development, string dataDirectory, bool onPostgres, List<string> faults)
    {
        var keyFile = configuration[$"{Section}:KeyFile"];
        if (string.IsNullOrEmpty(keyFile) && onPostgres && !development)
            faults.Add($"{Section}:KeyFile: not set. All replicas on one PostgreSQL store sign with one key: name the PEM file they share.");
        var files = configuration.GetSection(Witness).GetChildren()
            .Where(child => !string.IsNullOrEmpty(child[TokenFile]))
            .ToDictionary(child => child.Key, child => Path.GetFullPath(child[TokenFile]!), StringComparer.Ordinal);
        if (files.ContainsKey(code))
            faults.Add($"{Witness}:{code}:{TokenFile}: an inspectorate is no witness of its own record. Leave it out.");

        return new AuditSettings(
            SecondsOf(configuration, $"{Section}:CheckpointSeconds", 10, faults),
            Path.GetFullPath(string.IsNullOrEmpty(keyFile) ? Path.Combine(dataDirectory, "checkpoint-key.pem") : keyFile),
            GatewayOf(configuration, files.Count, faults),
            SecondsOf(configuration, $"{Witness}:Seconds", 60, faults),
            files);
    }

    private static Uri? GatewayOf(IConfiguration configuration, int files, List<string> faults)
    {
        var given = configuration[$"{Witness}:Gateway"];
        if (string.IsNullOrEmpty(given))
            return null;
        if (!Uri.TryCreate(given, UriKind.Absolute, out var read) || (read.Scheme != Uri.UriSchemeHttp && read.Scheme != Uri.UriSchemeHttps))
            faults.Add($"{Witness}:Gateway: '{given}' is not an address such as http://127.0.0.1:8081.");
        else if (files == 0)
            faults.Add($"{Witness}:Gateway: set, though no inspectorate is named by {Witness}:{{code}}:{TokenFile}.");
        return read;
    }

    private static TimeSpan SecondsOf(IConfiguration configuration, string key, double usual, List<string> faults)
    {
        var given = configuration[key];
        if (string.IsNullOrEmpty(given))
            return TimeSpan.FromSeconds(usual);
        if (double.TryParse(given, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0.1 and <= 86_400)
            return TimeSpan.FromSeconds(seconds);
        faults.Add($"{key}: '{given}' is no number of seconds from 0.1 to 86400.");
        return TimeSpan.FromSeconds(usual);
    }
}
