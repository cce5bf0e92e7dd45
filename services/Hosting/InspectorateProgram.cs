using System.CommandLine;
using System.Reflection;
using Inspectorates.Hosting.Commands;
using Inspectorates.Hosting.Commands.Stores;
using Inspectorates.Hosting.Settings;

namespace Inspectorates.Hosting;

/// <summary>
/// The program of an inspectorate: <c>serve</c> (the default), <c>import</c>, <c>compile-facts</c>, and <c>migrate</c>,
/// <c>backup</c>, <c>restore</c> and <c>verify</c> for its store.
/// </summary>
public static class InspectorateProgram
{
    /// <summary>Runs the program.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="inspectorate">The inspectorate.</param>
    /// <param name="port">The port to serve on, and to import at, where the settings name none.</param>
    /// <param name="facts">The assembly that holds the shipped facts; the inspectorate's own if left out.</param>
    /// <returns>
    /// 0: done. 1: the service cannot start, or cannot be reached, or the record does not hold. 2: the command line or a file is
    /// at fault. 3: a row was refused.
    /// </returns>
    public static async Task<int> RunAsync(
        string[] args, IInspectorate inspectorate, int port = InspectorateHost.DefaultPort, Assembly? facts = null) =>
        await RunAsync(args, new ProgramContext(inspectorate, port, facts ?? inspectorate.GetType().Assembly, Console.Out, Console.Error));

    internal static async Task<int> RunAsync(string[] args, ProgramContext program)
    {
        var serve = new ServeCommand(program);
        var serving = serve.Command();
        var root = new RootCommand($"The service of {program.Inspectorate.Describe().Label}.")
        {
            serving,
            new ImportCommand(program).Command(),
            new CompileFactsCommand(program).Command(),
            new MigrateCommand(program).Command(),
            new BackupCommand(program).Command(),
            new RestoreCommand(program).Command(),
            new VerifyCommand(program).Command(),
        };
        serve.AttachTo(root);
        var parsed = root.Parse(args);
        // The root takes what it does not know for settings, and the library asks the root alone: a misspelt option of another
        // subcommand must not make it work on another store than was meant.
        if (parsed.UnmatchedTokens is [var stray, ..] && parsed.CommandResult.Command is var command && command != root && command != serving)
        {
            await program.Error.WriteLineAsync($"'{stray}' is no option of {command.Name}. Nothing was done. Try {command.Name} --help.");
            return ExitCodes.Usage;
        }

        try
        {
            var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = program.Out, Error = program.Error });
            return parsed.Errors.Count > 0 ? ExitCodes.Usage : code;
        }
        catch (SettingsException fault)
        {
            await program.Error.WriteLineAsync(fault.Message);
            return ExitCodes.Unreachable;
        }
    }
}
