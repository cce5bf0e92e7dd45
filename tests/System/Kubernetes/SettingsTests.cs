using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Inspectorates.V1;
using k8s.Models;

namespace Inspectorates.SystemTests.Kubernetes;

/// <summary>The settings in the manifests, given to the real programs: a name they do not know stops them.</summary>
public sealed class SettingsTests(LocalOverlay overlay) : IClassFixture<LocalOverlay>
{
    public static TheoryData<string> Codes => [.. Overlay.Inspectorates];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task An_inspectorates_program_becomes_ready_with_its_manifests_settings_and_signs_with_the_key_that_is_mounted(string code)
    {
        var pod = overlay.Pods[$"{code}-inspectorate"];
        using var folder = new PodFolder(code, pod, overlay.Settings(pod));
        await using var program = PodProgram.Start(PodProgram.OfInspectorates[code], folder.Settings, pod.Containers.Single().Args);

        await IsReadyAsync(pod, folder, code, await program.AddressAsync());

        Assert.Contains($"{code}.db", Directory.EnumerateFiles(folder.Data).Select(Path.GetFileName));
        Assert.DoesNotContain(Directory.EnumerateFiles(folder.Data), file => file.EndsWith(".pem", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_gateway_becomes_ready_with_its_manifests_settings_and_knows_the_profiles_that_ship_beside_it()
    {
        var pod = overlay.Pods["gateway"];
        var settings = overlay.Settings(pod).ToDictionary(
            setting => setting.Key,
            setting => setting.Value.StartsWith("http://0.0.0.0:", StringComparison.Ordinal) ? "http://127.0.0.1:0" : setting.Value);
        await using var program = PodProgram.Start(PodProgram.OfTheGateway, settings, []);
        using var http = new HttpClient { BaseAddress = new Uri(await program.AddressAsync()) };

        foreach (var path in new[] { pod.Containers.Single().LivenessProbe.HttpGet.Path, pod.Containers.Single().ReadinessProbe.HttpGet.Path })
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), Stop);
            Assert.True(answer.IsSuccessStatusCode, $"{path} answered {answer.StatusCode}");
        }

        var profiles = await http.GetStringAsync(new Uri("/api/v1/profiles", UriKind.Relative), Stop);
        Assert.All(
            Directory.EnumerateFiles(SolutionFolder.In("gateway", "Profiles"), "*.json"),
            file => Assert.Contains($"\"{Path.GetFileNameWithoutExtension(file)}\"", profiles, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Inspectorate__DataDirectry", "/data")]
    [InlineData("Audit__KeyFiel", "/audit-key/key.pem")]
    [InlineData("Audit__Witness__ofsted__Tokenfiel", "/witness-tokens/ofsted")]
    [InlineData("Positions__ofsted__KeyFile", "/public-keys/ofsted.pem")]
    public async Task A_misspelt_setting_would_stop_the_program_and_be_named(string name, string value)
    {
        var pod = overlay.Pods["cqc-inspectorate"];
        using var folder = new PodFolder("cqc", pod, overlay.Settings(pod));
        folder.Settings[name] = value;
        var ended = await Shell.RunAsync(folder.Settings, "dotnet", PodProgram.OfInspectorates["cqc"], "serve");

        Assert.NotEqual(0, ended.ExitCode);
        Assert.Contains(name.Split("__")[^1], ended.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Audit__KeyFile")]
    [InlineData("Positions__ofsted__PublicKeyFile")]
    public async Task A_key_that_is_not_mounted_would_stop_the_program_and_be_named(string name)
    {
        var pod = overlay.Pods["cqc-inspectorate"];
        using var folder = new PodFolder("cqc", pod, overlay.Settings(pod));
        // On a file system that is read-only no key is made where none is.
        folder.Settings[name] = "/proc/nowhere/key.pem";
        var ended = await Shell.RunAsync(folder.Settings, "dotnet", PodProgram.OfInspectorates["cqc"], "serve");

        Assert.NotEqual(0, ended.ExitCode);
        Assert.Contains(name.Replace("__", ":", StringComparison.Ordinal), ended.Errors, StringComparison.Ordinal);
    }

    /// <summary>Its probes are answered, and it signs with the key of the Secret.</summary>
    internal static async Task IsReadyAsync(V1PodSpec pod, PodFolder folder, string code, string address)
    {
        using var channel = GrpcChannel.ForAddress(address);
        foreach (var probe in new[] { pod.Containers.Single().LivenessProbe, pod.Containers.Single().ReadinessProbe })
        {
            var health = await new Health.HealthClient(channel).CheckAsync(
                new HealthCheckRequest { Service = probe.Grpc.Service }, cancellationToken: Stop);
            Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, health.Status);
        }

        var headers = new Metadata { { "authorization", $"Bearer {folder.Issuer.Mint(code, "auditor")}" } };
        var keys = await new AuditService.AuditServiceClient(channel).ListCheckpointKeysAsync(new ListCheckpointKeysRequest(), headers, cancellationToken: Stop);
        Assert.Equal(folder.AuditKey, keys.Keys[0].PublicKey.ToByteArray());
    }
}
