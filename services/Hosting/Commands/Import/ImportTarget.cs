using Inspectorates.Hosting.Settings;
using Inspectorates.Hosting.Trust;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Inspectorates.Hosting.Commands.Import;

/// <summary>Which service is imported into, and with which token.</summary>
internal static class ImportTarget
{
    public static string AddressOf(string? given, IConfiguration configuration, int port) =>
        given ?? configuration["INSPECTORATES_ADDRESS"] ?? AddressOf(port);

    /// <summary>The address of a service of this machine.</summary>
    public static string AddressOf(int port) => $"http://127.0.0.1:{port}";

    /// <summary>Whether calls can be sent there.</summary>
    public static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    /// <summary>The token; null: there is none, and nothing to mint one with.</summary>
    public static string? TokenOf(string? given, IConfiguration configuration, string code)
    {
        if ((given ?? configuration["INSPECTORATES_TOKEN"]) is { Length: > 0 } token)
            return token;
        if (InspectorateHost.EnvironmentOf(configuration) != Environments.Development)
            return null;
        var data = configuration["Inspectorate:DataDirectory"] ?? Path.Combine("data", code);
        var directory = TrustSettingsReader.DevelopmentDirectory(Path.GetFullPath(data));
        var keyFile = configuration["Trust:DevelopmentKeyFile"] ?? DevelopmentIssuer.KeyFileOf(directory, code);
        return new DevelopmentIssuer(directory).MintFrom(keyFile, code, Roles.Inspector);
    }

    /// <summary>What to do where there is no token.</summary>
    public static string NoToken(string code) =>
        $"""
        Importing needs a token of {code} with the role inspector. Give it with --token or in INSPECTORATES_TOKEN.
        On a development machine: dotnet run --project deploy/local -- token {code} inspector
        """;
}
