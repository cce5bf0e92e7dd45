using System.Diagnostics;
using System.Text.Json;
using Grpc.Net.Client;
using Inspectorates.Gateway.Asking;
using Inspectorates.Joint.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Inspectorates.Gateway.Tests.Scripted;

/// <summary>The gateway as it runs in earnest, on ports of its own, over scripted inspectorates.</summary>
public sealed class RunningGateway : IAsyncDisposable
{
    private readonly WebApplication app;
    private bool owns;

    private RunningGateway(WebApplication app, IReadOnlyList<ScriptedInspectorate> inspectorates)
    {
        this.app = app;
        Inspectorates = inspectorates;
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ToArray();
        Http = new HttpClient { BaseAddress = new Uri(addresses[0]), Timeout = TimeSpan.FromSeconds(20) };
        Channel = GrpcChannel.ForAddress(addresses[1]);
        Joint = new JointInspectionService.JointInspectionServiceClient(Channel);
    }

    public IReadOnlyList<ScriptedInspectorate> Inspectorates { get; }

    /// <summary>Pages and JSON.</summary>
    public HttpClient Http { get; }

    /// <summary>gRPC.</summary>
    public GrpcChannel Channel { get; }

    public JointInspectionService.JointInspectionServiceClient Joint { get; }

    public IServiceProvider Services => app.Services;

    internal PublicStates States => Services.GetRequiredService<PublicStates>();

    public ScriptedInspectorate this[string code] => Inspectorates.Single(inspectorate => inspectorate.Code == code);

    /// <summary>Starts inspectorates with the codes, and a gateway over them.</summary>
    public static async Task<RunningGateway> StartAsync(IEnumerable<string> codes, params string[] settings)
    {
        var inspectorates = await Task.WhenAll(codes.Select(code => new ScriptedInspectorate(code).StartAsync()));
        var gateway = await OverAsync(inspectorates, settings);
        gateway.owns = true;
        return gateway;
    }

    /// <summary>Starts a gateway over inspectorates that are the caller's to stop.</summary>
    public static async Task<RunningGateway> OverAsync(IReadOnlyList<ScriptedInspectorate> inspectorates, params string[] settings)
    {
        var app = GatewayHost.Build(
            [
                "--Gateway:HttpUrl=http://127.0.0.1:0",
                "--Gateway:GrpcUrl=http://127.0.0.1:0",
                .. inspectorates.SelectMany((inspectorate, place) => new[]
                {
                    $"--Gateway:Inspectorates:{place}:Code={inspectorate.Code}",
                    $"--Gateway:Inspectorates:{place}:Address={inspectorate.Address}",
                }),
                .. settings,
            ],
            services => services.AddLogging(logging => logging.ClearProviders()));
        await app.StartAsync();
        return new RunningGateway(app, inspectorates);
    }

    /// <summary>Waits until what becomes public is followed at every inspectorate.</summary>
    public async Task FollowedAsync()
    {
        await Eventually.TrueAsync(() => States.All.All(state => state.IsFollowed), "the changes are not followed");
    }

    /// <summary>The version the joint view of the area states.</summary>
    public async Task<string> VersionAsync(string area)
    {
        var answer = await Joint.GetJointInspectionAsync(new() { Area = area });
        return answer.JointInspection.Version;
    }

    /// <summary>Tells the program to stop, as an orchestrator does, and says how long it took.</summary>
    public async Task<TimeSpan> StopAsync()
    {
        var watch = Stopwatch.StartNew();
        await app.StopAsync();
        return watch.Elapsed;
    }

    /// <summary>The JSON at a path, whatever the status.</summary>
    public async Task<(int Status, JsonElement Body)> JsonAsync(string path)
    {
        using var response = await Http.GetAsync(path);
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return ((int)response.StatusCode, body.RootElement.Clone());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        Channel.Dispose();
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
        foreach (var inspectorate in owns ? Inspectorates : [])
            await inspectorate.DisposeAsync();
    }
}
