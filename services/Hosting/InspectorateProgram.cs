using System.CommandLine;
using System.Reflection;
using Inspectorates.Hosting.Commands;
using Inspectorates.Hosting.Settings;

namespace Inspectorates.Hosting;

/// <summary>The program of an inspectorate: <c>serve</c> is the default.</summary>
public static class InspectorateProgram
{
    /// <summary>Runs the program.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="inspectorate">The inspectorate.</param>
    /// <param name="port">The port to serve on, and to import at, where the settings name none.</param>
    /// <param name="facts">The assembly that holds the shipped facts; the inspectorate's own if left out.</param>
    /// <returns>
    /// 0: done. 1: the service cannot start, or cannot be reached. 2: the command line or a file is at fault. 3: a row was
    /// refused.
    /// </returns>
    public static async Task<int> RunAsync(
        string[] args, IInspectorate inspectorate, int port = InspectorateHost.DefaultPort, Assembly? facts = null)
    {
        var program = new ProgramContext(inspectorate, port, facts ?? inspectorate.GetType().Assembly);
        var serve = new ServeCommand(program);
        var root = new RootCommand($"The service of {inspectorate.Describe().Label}.")
        {
            serve.Command(),
        };
        serve.AttachTo(root);
        var parsed = root.Parse(args);
        try
        {
            var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            return parsed.Errors.Count > 0 ? ExitCodes.Usage : code;
        }
        catch (SettingsException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return ExitCodes.Unreachable;
        }
    }
}
