using System.Reflection;
using Inspectorates.V1;

namespace Inspectorates.Hosting;

/// <summary>The self-description as served: asked of the inspectorate once, with what the chassis knows filled in.</summary>
internal static class SelfDescription
{
    public static Inspectorate Of(IInspectorate inspectorate)
    {
        var description = inspectorate.Describe().Clone();
        description.Code = inspectorate.Code;
        description.Name = $"inspectorates/{inspectorate.Code}";
        description.ProgramVersion = VersionOf(inspectorate.GetType().Assembly);
        return description;
    }

    private static string VersionOf(Assembly program) =>
        program.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
}
