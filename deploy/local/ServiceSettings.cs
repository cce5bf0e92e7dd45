namespace Inspectorates.Local;

/// <summary>The settings the programs are started with, as environment variables: the same names as in a cluster.</summary>
internal static class ServiceSettings
{
    /// <summary>An inspectorate's program.</summary>
    public static Dictionary<string, string> For(InspectorateProgramEntry entry, DataDirectory data) => new()
    {
        ["DOTNET_ENVIRONMENT"] = "Development",
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["Inspectorate__DataDirectory"] = Path.Combine(data.FullPath, entry.Code),
        ["Inspectorate__Urls"] = $"http://127.0.0.1:{entry.Port}",
        ["Logging__Console__FormatterName"] = "simple",
        ["Logging__Console__FormatterOptions__SingleLine"] = "true",
        ["Trust__DevelopmentKeyFile"] = Path.Combine(data.IssuerKeys, entry.Code + ".pem"),
    };

    /// <summary>What an inspectorate's program needs to witness the others' records, through the gateway.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Witnessing(Suite suite, InspectorateProgramEntry entry, DataDirectory data, Addresses addresses) =>
    [
        new("Audit__Witness__Gateway", addresses.Grpc),
        // The gateway starts last: whoever asked too early asks again soon.
        new("Audit__Witness__Seconds", "10"),
        .. suite.Inspectorates.Where(other => other.Code != entry.Code).Select(other => KeyValuePair.Create(
            $"Audit__Witness__{other.Code}__TokenFile", WitnessTokens.Write(data, other.Code, entry.Code))),
    ];

    /// <summary>What an inspectorate's program needs to keep positions on differences blind and to show them.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Positions(Suite suite, InspectorateProgramEntry entry, DataDirectory data, Addresses addresses) =>
    [
        new("Positions__Gateway", addresses.Grpc),
        new("Positions__Seconds", "5"),
        .. suite.Inspectorates.Where(other => other.Code != entry.Code).Select(other => KeyValuePair.Create(
            $"Positions__{other.Code}__PublicKeyFile", PublicKeys.Write(data, other.Code))),
    ];

    /// <summary>The gateway.</summary>
    public static Dictionary<string, string> For(Suite suite, Addresses addresses)
    {
        var settings = new Dictionary<string, string>
        {
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Logging__Console__FormatterName"] = "simple",
            ["Logging__Console__FormatterOptions__SingleLine"] = "true",
            ["Gateway__HttpUrl"] = addresses.Http,
            ["Gateway__GrpcUrl"] = addresses.Grpc,
        };
        for (var i = 0; i < suite.Inspectorates.Count; i++)
        {
            settings[$"Gateway__Inspectorates__{i}__Code"] = suite.Inspectorates[i].Code;
            settings[$"Gateway__Inspectorates__{i}__Address"] = addresses.Of(suite.Inspectorates[i]);
        }

        return settings;
    }
}
