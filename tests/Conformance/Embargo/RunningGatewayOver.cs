using System.Diagnostics;
using System.Text.Json;
using Grpc.Net.Client;
using Inspectorates.Gateway;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Inspectorates.Conformance.Embargo;

/// <summary>The gateway as it runs in earnest over two services, with the first one's clock, once it follows both.</summary>
internal sealed class RunningGatewayOver : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WebApplication app;

    private RunningGatewayOver(WebApplication app)
    {
        this.app = app;
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ToArray();
        Http = new HttpClient { BaseAddress = new Uri(addresses[0]), Timeout = Patience };
        Channel = GrpcChannel.ForAddress(addresses[1]);
    }

    /// <summary>Pages and JSON.</summary>
    public HttpClient Http { get; }

    /// <summary>gRPC.</summary>
    public GrpcChannel Channel { get; }

    public static async Task<RunningGatewayOver> StartAsync(EmbargoedService first, string second)
    {
        for (var began = Stopwatch.GetTimestamp(); ; )
        {
            // A clock of its own: what waits by it, once it has failed, waits for good and is begun anew.
            var app = GatewayHost.Build(
                [
                    "--hostBuilder:reloadConfigOnChange=false",
                    "--Gateway:HttpUrl=http://127.0.0.1:0", "--Gateway:GrpcUrl=http://127.0.0.1:0",
                    "--Gateway:Inspectorates:0:Code=fictional", $"--Gateway:Inspectorates:0:Address={first.Address}",
                    "--Gateway:Inspectorates:1:Code=second", $"--Gateway:Inspectorates:1:Address={second}",
                    // A machine that is busy must not look like an inspectorate that does not answer.
                    "--Gateway:Budget=00:02:00", "--Gateway:Attempt=00:01:00", "--Gateway:FailuresToBreak=1000",
                    "--Gateway:Limits:CallsPerSecond=1000000", "--Gateway:Limits:Burst=1000000",
                ],
                services =>
                {
                    services.AddSingleton<TimeProvider>(new FakeTimeProvider(first.Time.GetUtcNow()));
                    services.AddLogging(logging => logging.ClearProviders());
                });
            await app.StartAsync();
            var gateway = new RunningGatewayOver(app);
            if (await gateway.IsFollowedAsync())
                return gateway;
            await gateway.DisposeAsync();
            if (Stopwatch.GetElapsedTime(began) > Patience)
                throw new TimeoutException("The gateway follows no changes.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        Channel.Dispose();
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    // A version is stated once every inspectorate is followed.
    private async Task<bool> IsFollowedAsync()
    {
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < Patience / 4; await Task.Delay(5))
        {
            using var view = JsonDocument.Parse(await Http.GetStringAsync("/api/v1/areas/301/joint-view"));
            if (view.RootElement.GetProperty("version").GetString()!.Length > 0)
                return true;
        }

        return false;
    }
}
