using System.Security.Cryptography;
using Grpc.Net.Client;
using Inspectorates.Conformance.Embargo;
using Inspectorates.Conformance.Fictional;
using Inspectorates.Gateway;
using Inspectorates.Hosting;
using Inspectorates.Hosting.Audit;
using Inspectorates.Postgres;
using Inspectorates.Reference;
using Inspectorates.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Inspectorates.Conformance.Positions;

/// <summary>
/// Two inspectorates' real services whose verdicts on one process differ, and the real gateway between them, or one that a test
/// scripts in its place.
/// </summary>
internal sealed class TwoParties : IAsyncDisposable
{
    public const string Area = "301";
    public const string Process = "strategy-discussion";
    private const string Aspect = "timeliness";

    private readonly string folder = Directory.CreateTempSubdirectory("parties-").FullName;
    private readonly SetClock gatewayClock = new(default);
    private WebApplication? gateway;

    private TwoParties(StoreKind store)
    {
        GatewayAddress = $"http://127.0.0.1:{FreePorts.Next()}";
        Json = $"http://127.0.0.1:{FreePorts.Next()}";
        One = Party(new FictionalInspectorate(), store, "second");
        Other = Party(new SecondInspectorate(), store, FictionalInspectorate.InspectorateCode);
    }

    public RunningService One { get; }

    public RunningService Other { get; }

    /// <summary>Where the gateway is, or is to be.</summary>
    public string GatewayAddress { get; }

    /// <summary>Where its pages and JSON are.</summary>
    public string Json { get; }

    public string OnesVerdict { get; private set; } = "";

    public string OthersVerdict { get; private set; } = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Starts both, and the gateway unless a test brings its own.</summary>
    public static async Task<TwoParties> StartAsync(StoreKind store, bool withGateway = true)
    {
        var parties = new TwoParties(store);
        await parties.One.StartAsync();
        await parties.Other.StartAsync();
        parties.OnesVerdict = await PublishAsync(parties.One, "2026-02-01", "fine");
        parties.OthersVerdict = await PublishAsync(parties.Other, "2026-03-02", "poor");
        if (withGateway)
            await parties.StartGatewayAsync();
        return parties;
    }

    /// <summary>Starts the gateway in earnest.</summary>
    public async Task StartGatewayAsync()
    {
        gatewayClock.Now = One.Time.GetUtcNow();
        gateway = GatewayHost.Build(
            [
                $"--Gateway:HttpUrl={Json}", $"--Gateway:GrpcUrl={GatewayAddress}",
                "--Gateway:Inspectorates:0:Code=fictional", $"--Gateway:Inspectorates:0:Address={One.Address}",
                "--Gateway:Inspectorates:1:Code=second", $"--Gateway:Inspectorates:1:Address={Other.Address}",
                "--Gateway:Budget=00:01:00", "--Gateway:Attempt=00:00:30", "--Gateway:FailuresToBreak=1000",
            ],
            services =>
            {
                services.AddSingleton<TimeProvider>(gatewayClock);
                services.AddLogging(logging => logging.ClearProviders());
            });
        await gateway.StartAsync(Stop);
    }

    public async Task StopGatewayAsync()
    {
        await gateway!.StopAsync(Stop);
        await gateway.DisposeAsync();
        gateway = null;
    }

    /// <summary>A channel to the gateway's gRPC.</summary>
    public GrpcChannel ToGateway() => GrpcChannel.ForAddress(GatewayAddress);

    /// <summary>A position of one of the two on the difference.</summary>
    public Position PositionOf(RunningService whose, Position.Types.Choice choice = Position.Types.Choice.StandsBy, string reason = "We saw other months.")
    {
        var (own, others) = whose == One ? (OnesVerdict, OthersVerdict) : (OthersVerdict, OnesVerdict);
        return On(own, others, choice, reason);
    }

    /// <summary>A position on the difference between two verdicts.</summary>
    public static Position On(string own, string others, Position.Types.Choice choice = Position.Types.Choice.StandsBy, string reason = "We saw other months.") => new()
    {
        Difference = DifferenceIds.Of(Area, Process, Aspect, own, others),
        Area = Area,
        Process = Process,
        Aspect = Aspect,
        Verdict = own,
        OtherVerdict = others,
        Choice = choice,
        Reason = reason,
    };

    public static async Task<Position> RecordAsync(RunningService service, Position position) => (await service.Positions.RecordPositionAsync(
        new RecordPositionRequest { Position = position, RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop)).Position;

    /// <summary>A position as the public sees it.</summary>
    public static async Task<Position> SeenAsync(RunningService service, string name) =>
        (await service.Positions.GetPositionAsync(new GetPositionRequest { Name = name }, cancellationToken: Stop)).Position;

    /// <summary>Lets seconds pass by the services' clocks until a position is shown.</summary>
    public async Task<Position> ShownAsync(RunningService service, string name)
    {
        await Eventually.HoldsAsync(async () =>
        {
            Pass(TimeSpan.FromSeconds(1));
            return (await SeenAsync(service, name)).State != Position.Types.State.Blind;
        });
        return await SeenAsync(service, name);
    }

    /// <summary>Lets seconds pass, and looks that a position stays blind meanwhile.</summary>
    public async Task StaysBlindAsync(RunningService service, string name)
    {
        for (var second = 0; second < 15; second++)
        {
            Pass(TimeSpan.FromSeconds(1));
            await Task.Delay(30, Stop);
            Assert.Equal(Position.Types.State.Blind, (await SeenAsync(service, name)).State);
        }
    }

    /// <summary>Moves every clock.</summary>
    public void Pass(TimeSpan by)
    {
        One.Time.Advance(by);
        Other.Time.Advance(by);
        gatewayClock.Now = One.Time.GetUtcNow();
    }

    public static async Task<string> PublishAsync(RunningService service, string day, string grade, Action<Verdict>? change = null)
    {
        var verdict = new Verdict
        {
            Framework = "fiction",
            FrameworkVersion = "2024-",
            Process = Process,
            Aspect = Aspect,
            Subject = new Subject { Kind = Subject.Types.Kind.Partnership },
            Footprint = new Footprint { Areas = { Area } },
            Grade = new Grade { Code = grade },
            Fieldwork = new DateRange { Start = day, End = day },
            State = Verdict.Types.State.Published,
            PublishedOn = day,
            Source = Samples.Source("edition", day),
        };
        change?.Invoke(verdict);
        return (await service.Verdicts.RecordVerdictAsync(Samples.Recording(verdict), service.As("inspector"), cancellationToken: Stop)).Verdict.Name;
    }

    /// <summary>The key a party signs with.</summary>
    public SigningKey KeyOf(string code) => SigningKey.LoadOrCreate(Path.Combine(folder, code + ".pem"));

    public async ValueTask DisposeAsync()
    {
        if (gateway is not null)
            await StopGatewayAsync();
        await One.DisposeAsync();
        await Other.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    // Each knows where the gateway is and by which key the other signs.
    private RunningService Party(IInspectorate inspectorate, StoreKind store, string other)
    {
        using var key = KeyOf(other);
        var known = Path.Combine(folder, other + ".pub.pem");
        File.WriteAllText(known, PemEncoding.WriteString("PUBLIC KEY", key.PublicKey) + "\n");
        return new RunningService(
            inspectorate, store,
            $"--Inspectorate:Urls=http://127.0.0.1:{FreePorts.Next()}", $"--Audit:KeyFile={Path.Combine(folder, inspectorate.Code + ".pem")}",
            $"--Positions:Gateway={GatewayAddress}", "--Positions:Seconds=1", $"--Positions:{other}:PublicKeyFile={known}");
    }
}
