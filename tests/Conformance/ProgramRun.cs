using System.Text.Json;
using Inspectorates.Hosting;
using Inspectorates.Hosting.Commands;

namespace Inspectorates.Conformance;

/// <summary>An inspectorate's program run with a command line, and what it wrote.</summary>
public sealed record ProgramRun(int ExitCode, string Out, string Error)
{
    public static async Task<ProgramRun> Of(IInspectorate inspectorate, params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var program = new ProgramContext(inspectorate, 1, inspectorate.GetType().Assembly, output, error);
        var code = await InspectorateProgram.RunAsync(args, program);
        return new ProgramRun(code, output.ToString(), error.ToString());
    }

    /// <summary>A number of the one file of the summary written with <c>--json</c>.</summary>
    public int this[string count] => JsonDocument.Parse(Out).RootElement.GetProperty("files")[0].GetProperty(count).GetInt32();
}
