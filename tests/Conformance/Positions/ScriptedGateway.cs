using Grpc.Core;
using Inspectorates.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Inspectorates.Conformance.Positions;

/// <summary>A gateway that says what a test lets it say, in the place of the real one.</summary>
internal sealed class ScriptedGateway : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Script script;

    private ScriptedGateway(WebApplication app, Script script) => (this.app, this.script) = (app, script);

    /// <summary>What it says anybody has committed to.</summary>
    public IReadOnlyList<Commitment> Commitments
    {
        set => script.Commitments = value;
    }

    /// <summary>How often it was asked for commitments.</summary>
    public int Asked => script.Asked;

    /// <summary>What it answers when it is asked for a verdict; null: what it was asked for, as published.</summary>
    public Func<string, Verdict>? Verdict
    {
        set => script.Verdict = value;
    }

    public static async Task<ScriptedGateway> StartAsync(string address)
    {
        var script = new Script();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address).ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(script);
        var app = builder.Build();
        app.MapGrpcService<ScriptedPositions>();
        app.MapGrpcService<ScriptedVerdicts>();
        await app.StartAsync();
        return new ScriptedGateway(app, script);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    internal sealed class Script
    {
        private int asked;

        public IReadOnlyList<Commitment> Commitments { get; set; } = [];

        public Func<string, Verdict>? Verdict { get; set; }

        public int Asked => Volatile.Read(ref asked);

        public void Ask() => Interlocked.Increment(ref asked);
    }

    internal sealed class ScriptedPositions(Script script) : PositionService.PositionServiceBase
    {
        public override Task<ListCommitmentsResponse> ListCommitments(ListCommitmentsRequest request, ServerCallContext context)
        {
            script.Ask();
            return Task.FromResult(new ListCommitmentsResponse { Commitments = { script.Commitments } });
        }
    }

    internal sealed class ScriptedVerdicts(Script script) : VerdictService.VerdictServiceBase
    {
        public override Task<GetVerdictResponse> GetVerdict(GetVerdictRequest request, ServerCallContext context) => Task.FromResult(new GetVerdictResponse
        {
            Verdict = script.Verdict?.Invoke(request.Name) ?? new Verdict { Name = request.Name, State = V1.Verdict.Types.State.Published },
        });
    }
}
