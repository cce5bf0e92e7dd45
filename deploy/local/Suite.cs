using System.Reflection;
using System.Text.Json;
using Inspectorates.Local.Examples;

namespace Inspectorates.Local;

/// <summary>The programs the launcher starts, as listed in <c>suite.json</c>, and who takes part in the worked examples (null: none are played).</summary>
internal sealed record Suite(GatewayProgram Gateway, IReadOnlyList<InspectorateProgramEntry> Inspectorates, ExampleCast? Examples = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Reads the list beside the launcher.</summary>
    public static Suite Load()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "suite.json");
        return JsonSerializer.Deserialize<Suite>(File.ReadAllText(path), Json)
            ?? throw new LaunchException($"{path} is empty.");
    }

    /// <summary>The built program of a project.</summary>
    /// <exception cref="LaunchException">It has not been built.</exception>
    public static string ProgramOf(string project)
    {
        var folder = Path.Combine(Metadata("SolutionDirectory"), Path.GetDirectoryName(project)!, Metadata("ProgramOutput"));
        var program = Path.Combine(folder, Path.GetFileNameWithoutExtension(project) + ".dll");
        return File.Exists(program)
            ? program
            : throw new LaunchException($"{program} does not exist. Build the solution first: dotnet build");
    }

    /// <summary>The folder of the solution.</summary>
    public static string SolutionDirectory => Metadata("SolutionDirectory");

    private static string Metadata(string key) =>
        typeof(Suite).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == key).Value!;
}

/// <summary>The gateway's entry: its project and the ports of pages and JSON, and of gRPC.</summary>
internal sealed record GatewayProgram(string Project, int HttpPort, int GrpcPort);

/// <summary>An inspectorate's entry: its code, project and gRPC port.</summary>
internal sealed record InspectorateProgramEntry(string Code, string Project, int Port);
