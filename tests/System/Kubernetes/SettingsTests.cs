using System.Diagnostics;
using System.Text.RegularExpressions;
using Grpc.Health.V1;
using Grpc.Net.Client;

namespace Inspectorates.SystemTests.Kubernetes;

/// <summary>The settings in the manifests, given to the real programs: a name they do not know stops them.</summary>
public sealed partial class SettingsTests(LocalOverlay overlay) : IClassFixture<LocalOverlay>
{
    public static TheoryData<string, string> Programs => new()
    {
        { "ofsted-inspectorate", "services/Ofsted/Inspectorates.Ofsted" },
        { "cqc-inspectorate", "services/Cqc/Inspectorates.Cqc" },
        { "hmic-inspectorate", "services/Hmic/Inspectorates.Hmic" },
        { "hmi-probation-inspectorate", "services/HmiProbation/Inspectorates.HmiProbation" },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task An_inspectorates_program_becomes_ready_with_its_manifests_settings(string pod, string program)
    {
        var data = Directory.CreateTempSubdirectory("settings-");
        var settings = OnThisMachine(overlay.Settings(overlay.Pods[pod]), data.FullName);
        using var process = Shell.Start("dotnet", settings, ProgramPath(program), "serve");
        try
        {
            var address = await ListeningAsync(process);
            using var channel = GrpcChannel.ForAddress(address);
            foreach (var probe in new[] { overlay.Pods[pod].Containers.Single().LivenessProbe, overlay.Pods[pod].Containers.Single().ReadinessProbe })
            {
                var health = await new Health.HealthClient(channel).CheckAsync(
                    new HealthCheckRequest { Service = probe.Grpc.Service }, cancellationToken: TestContext.Current.CancellationToken);
                Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, health.Status);
            }
        }
        finally
        {
            await EndAsync(process);
            data.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_gateway_becomes_ready_with_its_manifests_settings()
    {
        var pod = overlay.Pods["gateway"];
        using var process = Shell.Start("dotnet", OnThisMachine(overlay.Settings(pod), ""), ProgramPath("gateway/Inspectorates.Gateway"));
        try
        {
            using var http = new HttpClient { BaseAddress = new Uri(await ListeningAsync(process)) };
            foreach (var probe in new[] { pod.Containers.Single().LivenessProbe, pod.Containers.Single().ReadinessProbe })
            {
                using var answer = await http.GetAsync(new Uri(probe.HttpGet.Path, UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.True(answer.IsSuccessStatusCode, $"{probe.HttpGet.Path} answered {answer.StatusCode}");
            }
        }
        finally
        {
            await EndAsync(process);
        }
    }

    [Fact]
    public async Task A_misspelt_setting_would_stop_the_program_and_be_named()
    {
        var settings = OnThisMachine(overlay.Settings(overlay.Pods["cqc-inspectorate"]), Path.GetTempPath());
        settings["Inspectorate__DataDirectry"] = "/data";
        using var process = Shell.Start("dotnet", settings, ProgramPath("services/Cqc/Inspectorates.Cqc"), "serve");
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.NotEqual(0, process.ExitCode);
        Assert.Contains("DataDirectry", errors, StringComparison.Ordinal);
    }

    // The volumes and ports of a pod are its own; here they are a folder and whatever port is free.
    private static Dictionary<string, string> OnThisMachine(IReadOnlyDictionary<string, string> settings, string data) => settings.ToDictionary(
        setting => setting.Key,
        setting => setting.Key switch
        {
            "Inspectorate__DataDirectory" => data,
            "Trust__DevelopmentKeyFile" => Path.Combine(data, "key.pem"),
            _ when setting.Value.StartsWith("http://0.0.0.0:", StringComparison.Ordinal) => "http://127.0.0.1:0",
            _ => setting.Value,
        });

    private static string ProgramPath(string program) => SolutionFolder.In(
        Path.GetDirectoryName(program)!, "bin", Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/'))!), "net10.0", Path.GetFileName(program) + ".dll");

    private static async Task<string> ListeningAsync(Process process)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var written = "";
        while (await process.StandardOutput.ReadLineAsync(late.Token) is { } line)
        {
            written += line + "\n";
            if (Listening().Match(line) is { Success: true } match)
                return match.Groups[1].Value;
        }

        throw new InvalidOperationException($"It did not listen:\n{written}{await process.StandardError.ReadToEndAsync(late.Token)}");
    }

    private static async Task EndAsync(Process process)
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
