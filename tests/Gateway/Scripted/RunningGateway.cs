using System.Text.Json;
using Grpc.Net.Client;
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
