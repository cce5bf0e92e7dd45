using System.Security.Cryptography;
using System.Text;
using Spectre.Console;

namespace Inspectorates.Local;

/// <summary>
/// Loads the published facts the programs ship, each through its own <c>import</c> subcommand. Importing again changes
/// nothing, so a start that was cut short is simply begun again; a mark spares later starts the time.
/// </summary>
internal sealed class ShippedFacts(Suite suite, DataDirectory data, Addresses addresses, Relay relay, IAnsiConsole console)
{
    private string Mark => Path.Combine(data.FullPath, "facts-loaded");

    /// <summary>Loads them unless these very ones are loaded.</summary>
    /// <exception cref="LaunchException">An import failed.</exception>
    public async Task LoadAsync(CancellationToken stop)
    {
        var fingerprint = await FingerprintAsync(stop);
        if (File.Exists(Mark) && await File.ReadAllTextAsync(Mark, stop) == fingerprint)
            return;

        console.WriteLine("Loading the published facts that come with the programs; later starts skip this.");
        await console.Progress()
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ElapsedTimeColumn())
            .StartAsync(progress => Task.WhenAll(suite.Inspectorates.Select(async entry =>
            {
                var task = progress.AddTask(entry.Code, maxValue: 1);
                await ImportAsync(entry, stop);
                task.Increment(1);
            })));
        await File.WriteAllTextAsync(Mark, fingerprint, stop);
    }

    private async Task ImportAsync(InspectorateProgramEntry entry, CancellationToken stop)
    {
        using var import = Child.Start(
            entry.Code,
            Suite.ProgramOf(entry.Project),
            ["import", "--format", "facts", "--address", addresses.Of(entry)],
            ServiceSettings.For(entry, data),
            relay.Line);
        try
        {
            await import.Ended.WaitAsync(stop);
        }
        catch (OperationCanceledException)
        {
            await import.StopAsync();
            throw;
        }

        if (import.ExitCode != 0)
            throw new LaunchException($"The facts of {entry.Code} were not loaded (exit code {import.ExitCode}). What its import wrote is above.");
    }

    // The facts are embedded in the programs, whose builds are deterministic.
    private async Task<string> FingerprintAsync(CancellationToken stop)
    {
        var text = new StringBuilder();
        foreach (var entry in suite.Inspectorates)
        {
            await using var program = File.OpenRead(Suite.ProgramOf(entry.Project));
            text.Append(entry.Code).Append(' ').AppendLine(Convert.ToHexString(await SHA256.HashDataAsync(program, stop)));
        }

        return text.ToString();
    }
}
