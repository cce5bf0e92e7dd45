using System.Diagnostics;
using System.Text.Json;
using Grpc.Net.Client;
using Inspectorates.Gateway;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Inspectorates.Conformance.Embargo;

/// <summary>The gateway as it runs in earnest over a service and another inspectorate's, with a clock given by the test.</summary>
internal sealed class EmbargoedGateway : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WebApplication app;
    private readonly SetClock time;
    private string untouched = "";

    private EmbargoedGateway(WebApplication app, SetClock time)
    {
        this.app = app;
        this.time = time;
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ToArray();
        Http = new HttpClient { BaseAddress = new Uri(addresses[0]), Timeout = Patience };
        Channel = GrpcChannel.ForAddress(addresses[1]);
    }

    /// <summary>Pages and JSON.</summary>
    public HttpClient Http { get; }

    /// <summary>gRPC.</summary>
    public GrpcChannel Channel { get; }

    public static async Task<EmbargoedGateway> StartAsync(EmbargoedService first, EmbargoedService second)
    {
        var time = new SetClock(EmbargoedService.Start);
        var app = GatewayHost.Build(
            [
                "--Gateway:HttpUrl=http://127.0.0.1:0", "--Gateway:GrpcUrl=http://127.0.0.1:0",
                "--Gateway:Inspectorates:0:Code=fictional", $"--Gateway:Inspectorates:0:Address={first.Address}",
                "--Gateway:Inspectorates:1:Code=second", $"--Gateway:Inspectorates:1:Address={second.Address}",
                // A machine that is busy must not look like an inspectorate that does not answer.
                "--Gateway:Budget=00:02:00", "--Gateway:Attempt=00:01:00", "--Gateway:FailuresToBreak=1000",
                "--Gateway:Limits:CallsPerSecond=1000000", "--Gateway:Limits:Burst=1000000",
            ],
            services =>
            {
                services.AddSingleton<TimeProvider>(time);
                services.AddLogging(logging => logging.ClearProviders());
            });
        await app.StartAsync();
        var gateway = new EmbargoedGateway(app, time);
        gateway.untouched = await gateway.VersionAsync(_ => true);
        return gateway;
    }

    /// <summary>
    /// Waits until it knows that the record was emptied: it would go on from where it was, and a cursor of the record before is
    /// found out only while there is less in the new one.
    /// </summary>
    public async Task BeginAsync()
    {
        time.Now = EmbargoedService.Start;
        await VersionAsync(version => version == untouched);
    }

    /// <summary>
    /// Sets the clocks of both, and waits until what is public is followed: only then is a version stated. It may be older for the
    /// moment a change takes to arrive, so both are given a while to state the same; where they never do, that will be read.
    /// </summary>
    public static async Task FollowAsync(EmbargoedGateway one, EmbargoedGateway other, DateTimeOffset now)
    {
        (one.time.Now, other.time.Now) = (now, now);
        for (var tries = 0; tries < 100 && await one.VersionAsync(_ => true) != await other.VersionAsync(_ => true); tries++)
            await Task.Delay(20);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        Channel.Dispose();
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    // Of all areas a history may touch.
    private async Task<string> VersionAsync(Func<string, bool> isAwaited)
    {
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < Patience; await Task.Delay(20))
        {
            var versions = await Task.WhenAll(Drawn.Areas.Select(async area =>
            {
                using var view = JsonDocument.Parse(await Http.GetStringAsync($"/api/v1/areas/{area}/joint-view"));
                return view.RootElement.GetProperty("version").GetString()!;
            }));
            if (versions.All(version => version.Length > 0) && isAwaited(string.Join(' ', versions)))
                return string.Join(' ', versions);
        }

        throw new TimeoutException("The gateway follows no changes.");
    }
}
