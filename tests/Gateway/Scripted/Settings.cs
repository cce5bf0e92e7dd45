using Microsoft.Extensions.Configuration;

namespace Inspectorates.Gateway.Tests.Scripted;

/// <summary>Settings of a gateway over one scripted inspectorate.</summary>
public static class Settings
{
    public static IConfiguration Of(ScriptedInspectorate inspectorate) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Gateway:Inspectorates:0:Code"] = inspectorate.Code,
            ["Gateway:Inspectorates:0:Address"] = inspectorate.Address,
        })
        .Build();
}
