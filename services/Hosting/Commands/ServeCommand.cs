using System.CommandLine;

namespace Inspectorates.Hosting.Commands;

/// <summary><c>serve</c>: serves the contract until asked to stop.</summary>
internal sealed class ServeCommand(ProgramContext program)
{
    private readonly Option<string?> settings = new("--settings") { Description = "A JSON file of settings; environment variables and the command line win over it." };

    public Command Command()
    {
        var command = new Command("serve", "Serves the inspectorate (the default). Settings are given as --Inspectorate:Urls=... or as environment variables Inspectorate__Urls.");
        AttachTo(command);
        return command;
    }

    /// <summary>Makes a command serve; what it does not know is taken for a setting and checked as such.</summary>
    public void AttachTo(Command command)
    {
        command.Add(settings);
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancelled) => RunAsync([.. parsed.UnmatchedTokens], parsed.GetValue(settings)));
    }

    private async Task<int> RunAsync(string[] args, string? settingsFile)
    {
        if (args.FirstOrDefault(token => !token.StartsWith("--", StringComparison.Ordinal) || !token.Contains('=', StringComparison.Ordinal)) is { } stray)
        {
            await program.Error.WriteLineAsync($"'{stray}' is neither a subcommand nor a setting such as --Inspectorate:Urls=http://127.0.0.1:5101. Try --help.");
            return ExitCodes.Usage;
        }

        await using var app = InspectorateHost.Build(args, program.Inspectorate, program.Port, settingsFile: settingsFile);
        try
        {
            await app.RunAsync();
            return ExitCodes.Done;
        }
        catch (IOException fault)
        {
            // Kestrel says which address is in use.
            await program.Error.WriteLineAsync($"The service does not start. {fault.Message}");
            return ExitCodes.Unreachable;
        }
    }
}
