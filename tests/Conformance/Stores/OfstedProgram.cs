using System.Diagnostics;

namespace Inspectorates.Conformance.Stores;

/// <summary>A real program, built beside these tests, as a process of its own.</summary>
internal sealed class OfstedProgram : IDisposable
{
    private readonly Process process;
    private readonly Task<string> written;
    private readonly Task<string> errors;

    private OfstedProgram(string[] arguments, string folder)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Inspectorates.Ofsted.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        process = Process.Start(start)!;
        written = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
    }

    public bool Runs => !process.HasExited;

    public static OfstedProgram Start(params string[] arguments) => new(arguments, Path.GetTempPath());

    public static async Task<ProgramRun> RunAsync(params string[] arguments)
    {
        using var program = Start(arguments);
        return await program.EndAsync();
    }

    /// <summary>Waits for its end.</summary>
    public async Task<ProgramRun> EndAsync()
    {
        await process.WaitForExitAsync();
        return new ProgramRun(process.ExitCode, await written, await errors);
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose() => process.Dispose();
}
