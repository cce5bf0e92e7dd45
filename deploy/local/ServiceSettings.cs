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
