using System.Diagnostics;

namespace Inspectorates.SystemTests;

/// <summary>What a finished program wrote and how it ended.</summary>
internal sealed record Finished(int ExitCode, string Output, string Errors)
{
    public string Everything => Output + Errors;
}

/// <summary>Runs programs as a user would, from the solution's folder.</summary>
internal static class Shell
{
    public static Task<Finished> RunAsync(string program, params string[] arguments) =>
        RunAsync(TimeSpan.FromMinutes(3), program, arguments);

    public static Task<Finished> RunAsync(TimeSpan within, string program, params string[] arguments) =>
        RunAsync(within, new Dictionary<string, string>(), program, arguments);

    public static Task<Finished> RunAsync(IReadOnlyDictionary<string, string> environment, string program, params string[] arguments) =>
        RunAsync(TimeSpan.FromMinutes(3), environment, program, arguments);

    private static async Task<Finished> RunAsync(
        TimeSpan within, IReadOnlyDictionary<string, string> environment, string program, string[] arguments)
    {
        using var process = Start(program, environment, arguments);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var late = new CancellationTokenSource(within);
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} took more than {within}.");
        }

        return new Finished(process.ExitCode, await output, await errors);
    }

    public static Process Start(string program, params string[] arguments) => Start(program, new Dictionary<string, string>(), arguments);

    public static Process Start(string program, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = SolutionFolder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
