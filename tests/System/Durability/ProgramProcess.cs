using System.Diagnostics;
using System.Globalization;
using System.Text;
using Inspectorates.SystemTests.Launcher;

namespace Inspectorates.SystemTests.Durability;

/// <summary>A built program of the suite as a process of its own, which can be killed and started again as it was.</summary>
internal sealed class ProgramProcess(string project, string[] arguments, IReadOnlyDictionary<string, string> environment) : IAsyncDisposable
{
    private readonly StringBuilder written = new();
    private Process? process;

    public int Id => process!.Id;

    public bool Runs => process is { HasExited: false };

    public string Written
    {
        get
        {
            lock (written)
                return written.ToString();
        }
    }

    /// <summary>The assembly of a built program: <c>services/Ofsted</c>.</summary>
    public static string AssemblyOf(string project)
    {
        var folder = SolutionFolder.In(project);
        var name = Path.GetFileNameWithoutExtension(Directory.EnumerateFiles(folder, "*.csproj").Single());
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        return Path.Combine(folder, "bin", configuration, "net10.0", name + ".dll");
    }

    public void Start()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = SolutionFolder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(AssemblyOf(project));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        // As under the launcher: the program goes when these tests go, however they went.
        start.Environment["DOTNET_STARTUP_HOOKS"] = Path.Combine(Path.GetDirectoryName(AssemblyOf("deploy/local"))!, "Inspectorates.Local.dll");
        start.Environment["INSPECTORATES_PARENT_PIPE"] = "stdin";
        process?.Dispose();
        lock (written)
            written.Clear();
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>kill -9: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        if (!Runs)
            Assert.Fail($"{project} ended by itself with {process!.ExitCode.ToString(CultureInfo.InvariantCulture)}:\n{Written}");
        Signal.Send(Signal.Kill, Id);
        await process!.WaitForExitAsync();
    }

    /// <summary>Waits for the program to end by itself.</summary>
    /// <param name="within">How long at most.</param>
    /// <param name="unless">What it would write if it served instead.</param>
    public async Task<int> EndAsync(TimeSpan within, string unless)
    {
        using var late = new CancellationTokenSource(within);
        while (Runs)
        {
            Assert.False(Written.Contains(unless, StringComparison.Ordinal), $"It serves: {Written}");
            await Task.Delay(50, late.Token);
        }

        // What it wrote last may still be under way.
        await process!.WaitForExitAsync(late.Token);
        return process.ExitCode;
    }

    /// <summary>Asks again and again until the program is ready.</summary>
    /// <returns>Whether it is; false: it has ended.</returns>
    public async Task<bool> TryUntilAsync(Func<Task<bool>> ready)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await ready())
        {
            if (!Runs)
            {
                // What it wrote last may still be under way.
                await process!.WaitForExitAsync();
                return false;
            }

            if (Stopwatch.GetElapsedTime(began) > TimeSpan.FromMinutes(1))
                throw new TimeoutException($"{project} was not ready within a minute:\n{Written}");
            await Task.Delay(20);
        }

        return true;
    }

    public async ValueTask DisposeAsync()
    {
        if (Runs)
            await KillAsync();
        process?.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (written)
            written.AppendLine(line);
    }
}
