using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace Inspectorates.Hosting.Settings;

/// <summary>Reads how positions on differences are kept blind and shown.</summary>
internal static class PositionSettingsReader
{
    /// <summary>The section they are in.</summary>
    public const string Section = "Positions";

    private const string KeyFile = "PublicKeyFile";
    private const string Pem = "PUBLIC KEY";

    /// <summary>The settings' names; others are those of <see cref="IsKeyFile"/>.</summary>
    public static readonly string[] Known =
        [$"{Section}:Gateway", $"{Section}:Seconds", $"{Section}:WorkingDays", $"{Section}:{{code}}:{KeyFile}"];

    /// <summary>Whether a setting names the public key of one inspectorate: <c>Positions:{code}:PublicKeyFile</c>.</summary>
    public static bool IsKeyFile(string key) =>
        key.Split(':') is [var first, _, var last]
        && first.Equals(Section, StringComparison.OrdinalIgnoreCase) && last.Equals(KeyFile, StringComparison.OrdinalIgnoreCase);

    public static PositionSettings Read(IConfiguration configuration, string code, List<string> faults)
    {
        var keys = new Dictionary<string, IReadOnlyList<byte[]>>(StringComparer.Ordinal);
        foreach (var party in configuration.GetSection(Section).GetChildren().Where(child => !string.IsNullOrEmpty(child[KeyFile])))
        {
            if (party.Key == code)
                faults.Add($"{Section}:{code}:{KeyFile}: an inspectorate waits for nobody's commitment but others'. Leave it out.");
            keys[party.Key] = KeysIn(party[KeyFile]!, $"{Section}:{party.Key}:{KeyFile}", faults);
        }

        return new PositionSettings(
            GatewayOf(configuration, faults),
            TimeSpan.FromSeconds(Number(configuration, $"{Section}:Seconds", 60, 1, 86_400, faults)),
            Number(configuration, $"{Section}:WorkingDays", 10, 1, 100, faults),
            keys);
    }

    // A file of several keys, one after the other, is of an inspectorate that changes its key.
    private static List<byte[]> KeysIn(string file, string setting, List<string> faults)
    {
        var keys = new List<byte[]>();
        try
        {
            var text = File.ReadAllText(Path.GetFullPath(file));
            for (var rest = text.AsSpan(); PemEncoding.TryFind(rest, out var found); rest = rest[found.Location.End..])
            {
                using var key = ECDsa.Create();
                key.ImportFromPem(rest[found.Location]);
                if (rest[found.Label].SequenceEqual(Pem) && key.KeySize == 256)
                    keys.Add(key.ExportSubjectPublicKeyInfo());
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            faults.Add($"{setting}: '{file}' cannot be read as a public key: {fault.Message}");
            return keys;
        }

        if (keys.Count == 0)
            faults.Add($"{setting}: '{file}' holds no public key of the curve P-256 in PEM.");
        return keys;
    }

    // The gateway through which checkpoints are witnessed serves as well.
    private static Uri? GatewayOf(IConfiguration configuration, List<string> faults)
    {
        var given = configuration[$"{Section}:Gateway"];
        if (string.IsNullOrEmpty(given))
            return Uri.TryCreate(configuration["Audit:Witness:Gateway"], UriKind.Absolute, out var witnessed) ? witnessed : null;
        if (!Uri.TryCreate(given, UriKind.Absolute, out var read) || (read.Scheme != Uri.UriSchemeHttp && read.Scheme != Uri.UriSchemeHttps))
            faults.Add($"{Section}:Gateway: '{given}' is not an address such as http://127.0.0.1:8081.");
        return read;
    }

    private static int Number(IConfiguration configuration, string key, int usual, int least, int most, List<string> faults)
    {
        var given = configuration[key];
        if (string.IsNullOrEmpty(given))
            return usual;
        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        faults.Add($"{key}: '{given}' is not a whole number from {least} to {most}.");
        return usual;
    }
}
