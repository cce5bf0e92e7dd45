using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Inspectorates.SystemTests.Kubernetes;

/// <summary>A real program, started with settings from the manifests.</summary>
internal sealed partial class PodProgram(Process process) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The programs of the inspectorates, by their codes.</summary>
    public static readonly IReadOnlyDictionary<string, string> OfInspectorates = new Dictionary<string, string>
    {
        ["ofsted"] = Path("services/Ofsted/Inspectorates.Ofsted"),
        ["cqc"] = Path("services/Cqc/Inspectorates.Cqc"),
        ["hmic"] = Path("services/Hmic/Inspectorates.Hmic"),
        ["hmi-probation"] = Path("services/HmiProbation/Inspectorates.HmiProbation"),
    };

    /// <summary>The gateway's program.</summary>
    public static readonly string OfTheGateway = Path("gateway/Inspectorates.Gateway");

    public static PodProgram Start(string program, IReadOnlyDictionary<string, string> settings, IEnumerable<string> arguments) =>
        new(Shell.Start("dotnet", settings, [program, .. arguments]));

    /// <summary>The first address it says it listens on.</summary>
    public async Task<string> AddressAsync()
    {
        using var late = new CancellationTokenSource(Patience);
        var written = "";
        while (await process.StandardOutput.ReadLineAsync(late.Token) is { } line)
        {
            written += line + "\n";
            if (Listening().Match(line) is { Success: true } match)
                return match.Groups[1].Value;
        }

        throw new InvalidOperationException($"It did not listen:\n{written}{await process.StandardError.ReadToEndAsync(late.Token)}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static string Path(string program) => SolutionFolder.In(
        System.IO.Path.GetDirectoryName(program)!, "bin", System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/'))!),
        "net10.0", System.IO.Path.GetFileName(program) + ".dll");

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
