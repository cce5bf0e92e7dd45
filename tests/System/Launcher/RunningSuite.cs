using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Inspectorates.SystemTests.Launcher;

/// <summary>The whole suite on free ports with the shipped facts, started once for all tests by the README's own command.</summary>
public sealed class RunningSuite : IAsyncLifetime
{
    private Launched? _launched;

    internal Launched Launched => _launched ?? throw new InvalidOperationException("not started");

    internal HttpClient Http { get; private set; } = new();

    public async ValueTask InitializeAsync()
    {
        _launched = await Launched.StartAsync();
        Http = new HttpClient { BaseAddress = new Uri(_launched.Http), Timeout = TimeSpan.FromSeconds(20) };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_launched is not null)
            await _launched.DisposeAsync();
    }

    internal async Task<JsonElement> GetAsync(string path)
    {
        using var answer = await Http.GetAsync(new Uri(path, UriKind.Relative));
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path} answered {(int)answer.StatusCode}: {body}");
        return JsonDocument.Parse(body).RootElement;
    }
}

/// <summary>One start of the launcher, with its own data directory and free ports.</summary>
internal sealed class Launched : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _written = new();
    private readonly string _folder;

    private Launched(Process process, string folder)
    {
        _process = process;
        _folder = folder;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Http { get; private set; } = "";

    public string Grpc { get; private set; } = "";

    public IReadOnlyDictionary<string, string> Services { get; private set; } = new Dictionary<string, string>();

    public string Data => Path.Combine(_folder, "data");

    public string ReadyFile => Path.Combine(_folder, "ready.json");

    public Process Process => _process;

    public string Written
    {
        get
        {
            lock (_written)
                return _written.ToString();
        }
    }

    /// <summary>The programs the launcher started, as the operating system tells.</summary>
    public IReadOnlyList<int> Programs => Processes.Naming(Data);

    public static Task<Launched> StartAsync(params string[] arguments) => StartAsync(new Dictionary<string, string>(), arguments);

    public static async Task<Launched> StartAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        return await StartAsync(environment, "dotnet", [], arguments);
    }

    /// <summary>As a script starts it in the background: the shell has Ctrl-C ignored.</summary>
    public static Task<Launched> StartFromScriptAsync(params string[] arguments) =>
        StartAsync(new Dictionary<string, string>(), Needs.Program("bash"), ["-c", "trap '' INT; exec dotnet \"$@\"", "script"], arguments);

    private static async Task<Launched> StartAsync(
        IReadOnlyDictionary<string, string> environment, string program, string[] before, string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("inspectorates-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        var process = Shell.Start(
            program,
            environment,
            [.. before, "run", "--no-build", "--project", "deploy/local", "--", "--ports", "0", "--data", Path.Combine(folder, "data"), "--ready-file", Path.Combine(folder, "ready.json"), .. arguments]);
        var launched = new Launched(process, folder);
        await launched.ReadyAsync();
        return launched;
    }

    /// <summary>As Ctrl-C in a terminal: the signal goes to the launcher and to <c>dotnet run</c>, which leaves it to the launcher.</summary>
    public async Task<int> InterruptAsync()
    {
        Signal.Send(Signal.Interrupt, Launcher());
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await _process.WaitForExitAsync(late.Token);
        return _process.ExitCode;
    }

    public int Launcher() => JsonDocument.Parse(File.ReadAllText(ReadyFile)).RootElement.GetProperty("launcher").GetInt32();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await InterruptAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task ReadyAsync()
    {
        var began = Stopwatch.GetTimestamp();
        while (!File.Exists(ReadyFile))
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"The launcher ended with {_process.ExitCode}:\n{Written}");
            if (Stopwatch.GetElapsedTime(began) > TimeSpan.FromMinutes(3))
            {
                _process.Kill(entireProcessTree: true);
                throw new TimeoutException($"The launcher was not ready within 3 minutes:\n{Written}");
            }

            await Task.Delay(50);
        }

        var addresses = JsonDocument.Parse(await File.ReadAllTextAsync(ReadyFile)).RootElement;
        Http = addresses.GetProperty("http").GetString()!;
        Grpc = addresses.GetProperty("grpc").GetString()!;
        Services = addresses.GetProperty("services").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!);
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (_written)
            _written.AppendLine(line);
    }
}
