using Inspectorates.Hosting.Trust;
using Microsoft.Extensions.Configuration;

namespace Inspectorates.Hosting.Settings;

/// <summary>Reads whose tokens are believed; outside Development nothing short of a real issuer will do.</summary>
internal static class TrustSettingsReader
{
    public static TrustSettings Read(
        IConfiguration configuration, string code, bool development, string dataDirectory, List<string> faults)
    {
        var audience = NullIfEmpty(configuration["Trust:Audience"]) ?? $"inspectorates/{code}";
        var issuer = NullIfEmpty(configuration["Trust:Issuer"]);
        var keyFile = NullIfEmpty(configuration["Trust:DevelopmentKeyFile"]);

        if (issuer is null && development)
            issuer = DevelopmentIssuer.IssuerOf(code);
        var isDevelopmentIssuer = issuer is not null && issuer.StartsWith(DevelopmentIssuer.Prefix, StringComparison.Ordinal);

        if (isDevelopmentIssuer && development)
            return new TrustSettings(issuer!, audience, keyFile ?? DevelopmentIssuer.KeyFileOf(DevelopmentDirectory(dataDirectory), code));

        if (issuer is null)
            faults.Add("Trust:Issuer: not set. Outside Development it names the inspectorate's own issuer, such as https://login.example.gov.uk/.");
        else if (isDevelopmentIssuer)
            faults.Add($"Trust:Issuer: '{issuer}' is a development issuer, which is believed in Development only.");
        else if (!Uri.TryCreate(issuer, UriKind.Absolute, out var read) || read.Scheme != Uri.UriSchemeHttps)
            faults.Add($"Trust:Issuer: '{issuer}' is not an https address.");
        if (keyFile is not null && !isDevelopmentIssuer)
            faults.Add("Trust:DevelopmentKeyFile: set, though Trust:Issuer is no development issuer. Leave it out.");

        return new TrustSettings(issuer ?? "", audience, null);
    }

    /// <summary>Where the development issuer keeps its keys if no file is named.</summary>
    public static string DevelopmentDirectory(string dataDirectory) => Path.Combine(dataDirectory, "development-issuer");

    private static string? NullIfEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
