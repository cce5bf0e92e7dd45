using System.Collections.Concurrent;
using Google.Protobuf;
using Inspectorates.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Inspectorates.Gateway.Tests.Scripted;

/// <summary>A real server on a real port that answers as a test tells it to. It keeps its port when stopped and started.</summary>
public sealed class ScriptedInspectorate(string code) : IAsyncDisposable
{
    private WebApplication? app;
    private int port;

    public string Code { get; } = code;

    public Behaviour Behaviour { get; set; } = Behaviour.Answers;

    public Inspectorate Description { get; set; } = Facts.Describe(code);

    /// <summary>How it describes itself as of a day; null: its service is of an older build, which knows today only.</summary>
    public Func<string, Inspectorate>? DescriptionThen { get; set; }

    /// <summary>Which framework it says applies; null: its service is of an older build, which cannot say.</summary>
    public Func<ResolveFrameworkRequest, ResolveFrameworkResponse>? Resolves { get; set; }

    public List<Verdict> Verdicts { get; } = [];

    public List<Inspection> Inspections { get; } = [];

    /// <summary>What it says about differences; null: its service is of an older build, which keeps no positions.</summary>
    public List<Position>? Positions { get; set; }

    /// <summary>What it recommends; null: its service is of an older build, which keeps no recommendations.</summary>
    public List<Recommendation>? Recommendations { get; set; }

    /// <summary>Whether it fails when it is asked for recommendations.</summary>
    public bool FailsOnRecommendations { get; set; }

    /// <summary>What it has recorded of what follows inspections; null: its service is of an older build, which records none.</summary>
    public List<Statement>? Statements { get; set; }

    /// <summary>Whether it fails when it is asked for those.</summary>
    public bool FailsOnStatements { get; set; }

    /// <summary>The replies it keeps; null: its service is of an older build, which keeps none.</summary>
    public List<Reply>? Replies { get; set; }

    /// <summary>Its exchanges on factual accuracy; null as <see cref="Replies"/>.</summary>
    public List<AccuracyExchange>? Exchanges { get; set; }

    /// <summary>Whether the pages of its replies come to no end.</summary>
    public bool RepliesWithoutEnd { get; set; }

    /// <summary>Whether it fails when it is asked for either.</summary>
    public bool FailsOnReplies { get; set; }

    /// <summary>Its registry of indicators.</summary>
    public List<Indicator> Registry { get; } = [];

    /// <summary>What they came to; null: its service is of an older build, which keeps no readings.</summary>
    public List<IndicatorReading>? Readings { get; set; }

    /// <summary>What it measures of itself; null: its service is of an older build, which measures nothing.</summary>
    public InspectorateMeasures? Measures { get; set; }

    /// <summary>Who carried out its inspections; null: its service is of an older build, which keeps no teams.</summary>
    public List<Team>? Teams { get; set; }

    /// <summary>Whether it fails when it is asked for teams.</summary>
    public bool FailsOnTeams { get; set; }

    /// <summary>Whether it lists teams of all areas whatever it is asked.</summary>
    public bool ListsAllTeams { get; set; }

    /// <summary>Earlier versions of its verdicts.</summary>
    public List<Verdict> Earlier { get; } = [];

    /// <summary>Whether it fails when it is asked for positions.</summary>
    public bool FailsOnPositions { get; set; }

    /// <summary>The revisions of verdicts, by name.</summary>
    public Dictionary<string, IReadOnlyList<Verdict>> Revisions { get; } = [];

    /// <summary>What became public, in order.</summary>
    public ScriptedLog Log { get; } = new();

    /// <summary>The verdicts its record held at an instant; null: it answers for now whatever the instant.</summary>
    public Func<DateTimeOffset, IReadOnlyList<Verdict>>? Then { get; set; }

    /// <summary>What happens before verdicts are answered; null: nothing.</summary>
    public Func<Task>? BeforeVerdicts { get; set; }

    /// <summary>Every call that somebody made: its path and its headers.</summary>
    public ConcurrentQueue<(string Path, IReadOnlyDictionary<string, string> Headers)> Calls { get; } = [];

    /// <summary>Every call that the gateway made of its own accord, to follow the changes.</summary>
    public ConcurrentQueue<(string Path, IReadOnlyDictionary<string, string> Headers)> FollowersCalls { get; } = [];

    /// <summary>Every request for verdicts, inspections or revisions.</summary>
    public ConcurrentQueue<IMessage> Questions { get; } = [];

    /// <summary>Set when a call is cancelled by its caller.</summary>
    public SemaphoreSlim CancelledCall { get; } = new(0);

    public string Address => $"http://127.0.0.1:{port}";

    public async Task<ScriptedInspectorate> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(
            System.Net.IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc(grpc => grpc.MaxSendMessageSize = null);
        builder.Services.AddSingleton(this);
        app = builder.Build();
        app.Use(BehaveAsync);
        app.MapGrpcService<ScriptedVerdicts>();
        app.MapGrpcService<ScriptedInspections>();
        app.MapGrpcService<ScriptedDescription>();
        app.MapGrpcService<ScriptedChanges>();
        app.MapGrpcService<ScriptedPositions>();
        app.MapGrpcService<ScriptedRecommendations>();
        app.MapGrpcService<ScriptedStatements>();
        app.MapGrpcService<ScriptedReplies>();
        app.MapGrpcService<ScriptedReferrals>();
        app.MapGrpcService<ScriptedTeams>();
        app.MapGrpcService<ScriptedIndicators>();
        await app.StartAsync();
        port = new Uri(app.Urls.Single()).Port;
        return this;
    }

    public async Task StopAsync()
    {
        if (app is null)
            return;
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
        app = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        CancelledCall.Dispose();
    }

    private async Task BehaveAsync(HttpContext context, RequestDelegate next)
    {
        // What passes through says for whom; what the gateway asks itself does not.
        var follows = context.Request.Path.StartsWithSegments("/inspectorates.v1.ChangeService")
            && !context.Request.Headers.ContainsKey("inspectorate");
        (follows ? FollowersCalls : Calls).Enqueue((context.Request.Path + context.Request.QueryString, context.Request.Headers.ToDictionary(
            header => header.Key.ToLowerInvariant(), header => header.Value.ToString())));
        switch (Behaviour)
        {
            case Behaviour.Hangs:
                await UntilCancelledAsync(context, Timeout.InfiniteTimeSpan);
                return;
            case Behaviour.AnswersAfterFiveSeconds:
                if (await UntilCancelledAsync(context, TimeSpan.FromSeconds(5)))
                    return;
                break;
            case Behaviour.SaysUnavailable:
                Status(context, 14);
                return;
            case Behaviour.SaysInternal:
                Status(context, 13);
                return;
            case Behaviour.RefusesTheToken when context.Request.Headers.Authorization.Count > 0:
                Status(context, 16);
                return;
            case Behaviour.AnswersGarbage:
                await WriteAsync(context, [0, 0, 0, 0, 5, 0xff, 0xff, 0xff, 0xff, 0xff]);
                return;
            case Behaviour.CutsTheAnswer:
                await WriteAsync(context, [0, 0, 0, 1, 0, 10, 10], complete: false);
                context.Abort();
                return;
        }

        await next(context);
    }

    private async Task<bool> UntilCancelledAsync(HttpContext context, TimeSpan delay)
    {
        try
        {
            await Task.Delay(delay, context.RequestAborted);
            return false;
        }
        catch (OperationCanceledException)
        {
            if (!context.Request.Path.StartsWithSegments("/inspectorates.v1.ChangeService"))
                CancelledCall.Release();
            return true;
        }
    }

    private static void Status(HttpContext context, int code)
    {
        context.Response.ContentType = "application/grpc";
        context.Response.Headers["grpc-status"] = code.ToString(System.Globalization.CultureInfo.InvariantCulture);
        context.Response.Headers["grpc-message"] = "SELECT secret FROM /var/lib/store at db-host-7";
    }

    private static async Task WriteAsync(HttpContext context, byte[] frame, bool complete = true)
    {
        context.Response.ContentType = "application/grpc";
        context.Response.DeclareTrailer("grpc-status");
        await context.Response.Body.WriteAsync(frame);
        await context.Response.Body.FlushAsync();
        if (complete)
            context.Response.AppendTrailer("grpc-status", "0");
    }
}
