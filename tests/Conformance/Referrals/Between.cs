using Grpc.Core;
using Grpc.Net.Client;
using Inspectorates.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Inspectorates.Conformance.Referrals;

/// <summary>
/// The network between the services and the gateway: it carries every message on to the real gateway and its answer back, unless a
/// test has it cut, lost, doubled or forged.
/// </summary>
internal sealed class Between : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Script script;

    private Between(WebApplication app, Script script) => (this.app, this.script) = (app, script);

    /// <summary>What becomes of a message; it gets what carries it on and the call. Null: it is carried.</summary>
    public Func<DeliverMessageRequest, Func<Task<DeliverMessageResponse>>, ServerCallContext, Task<DeliverMessageResponse>>? Does
    {
        set => script.Does = value;
    }

    /// <summary>Every message that was tried to be sent, in order, with its recipient.</summary>
    public IReadOnlyList<(string Recipient, DeliverMessageRequest Request)> Tried
    {
        get
        {
            lock (script.Tried)
                return [.. script.Tried];
        }
    }

    public static async Task<Between> StartAsync(string address, string gateway)
    {
        var script = new Script(GrpcChannel.ForAddress(gateway, new GrpcChannelOptions
        {
            InitialReconnectBackoff = TimeSpan.FromMilliseconds(50),
            MaxReconnectBackoff = TimeSpan.FromMilliseconds(100),
        }));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address).ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(script);
        var app = builder.Build();
        app.MapGrpcService<Carrier>();
        await app.StartAsync();
        return new Between(app, script);
    }

    /// <summary>Carries a message to the gateway as a service would, whatever became of it before.</summary>
    public Task<DeliverMessageResponse> CarryAsync(string recipient, DeliverMessageRequest request) => script.CarryAsync(recipient, request);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        script.Gateway.Dispose();
    }

    internal sealed class Script(GrpcChannel gateway)
    {
        public GrpcChannel Gateway { get; } = gateway;

        public List<(string, DeliverMessageRequest)> Tried { get; } = [];

        public Func<DeliverMessageRequest, Func<Task<DeliverMessageResponse>>, ServerCallContext, Task<DeliverMessageResponse>>? Does { get; set; }

        public async Task<DeliverMessageResponse> CarryAsync(string recipient, DeliverMessageRequest request) =>
            await new ReferralService.ReferralServiceClient(Gateway).DeliverMessageAsync(
                request, new Metadata { { "inspectorate", recipient } }, DateTime.UtcNow.AddSeconds(4));
    }

    internal sealed class Carrier(Script script) : ReferralService.ReferralServiceBase
    {
        public override Task<DeliverMessageResponse> DeliverMessage(DeliverMessageRequest request, ServerCallContext context)
        {
            var recipient = context.RequestHeaders.GetValue("inspectorate")!;
            lock (script.Tried)
                script.Tried.Add((recipient, request.Clone()));
            Task<DeliverMessageResponse> Carried() => script.CarryAsync(recipient, request);
            return script.Does is { } does ? does(request, Carried, context) : Carried();
        }
    }
}
