using System.Diagnostics;

namespace Inspectorates.Local;

/// <summary>One program as a process of its own, its output relayed line by line under its name.</summary>
internal sealed class Child : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly Process _process;

    private Child(string name, Process process)
    {
        Name = name;
        _process = process;
    }

    /// <summary>The name its lines are relayed under.</summary>
    public string Name { get; }

    /// <summary>Ends when the program has ended.</summary>
    public Task Ended => _process.WaitForExitAsync();

    /// <summary>Its exit code, once it has ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Its process id.</summary>
    public int Id => _process.Id;

    /// <summary>Starts a built program.</summary>
    /// <param name="name">The name its lines are relayed under.</param>
    /// <param name="program">Path of its assembly.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Settings, added to this process's own environment.</param>
    /// <param name="relay">Receives each line it writes.</param>
    public static Child Start(
        string name,
        string program,
        IEnumerable<string> arguments,
        IEnumerable<KeyValuePair<string, string>> environment,
        Action<string, string> relay)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(program);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (key, value) in environment)
            start.Environment[key] = value;
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(Child).Assembly.Location;
        start.Environment[ParentPipe.Variable] = "stdin";

        var process = Process.Start(start) ?? throw new LaunchException($"{program} could not be started.");
        process.OutputDataReceived += (_, line) => { if (line.Data is not null) relay(name, line.Data); };
        process.ErrorDataReceived += (_, line) => { if (line.Data is not null) relay(name, line.Data); };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new Child(name, process);
    }

    /// <summary>Asks the program to stop, waits, and ends it if it does not.</summary>
    public async Task StopAsync()
    {
        if (_process.HasExited)
            return;
        if (!Signals.TryTerminate(_process.Id))
            _process.StandardInput.Close();

        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();
}
