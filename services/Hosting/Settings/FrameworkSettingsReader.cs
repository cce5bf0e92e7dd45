using Inspectorates.Hosting.Frameworks;
using Microsoft.Extensions.Configuration;

namespace Inspectorates.Hosting.Settings;

/// <summary>Reads what holds where the source of a framework is silent.</summary>
internal static class FrameworkSettingsReader
{
    /// <summary><c>undetermined</c> (the usual) or <c>new</c>.</summary>
    public const string AlreadyInspected = "Inspectorate:Frameworks:AlreadyInspected";

    public static AlreadyInspected Read(IConfiguration configuration, List<string> faults)
    {
        switch (configuration[AlreadyInspected])
        {
            case null or "" or "undetermined":
                return Frameworks.AlreadyInspected.Undetermined;
            case "new":
                return Frameworks.AlreadyInspected.New;
            case var given:
                faults.Add($"{AlreadyInspected}: '{given}' is neither undetermined nor new.");
                return Frameworks.AlreadyInspected.Undetermined;
        }
    }
}
