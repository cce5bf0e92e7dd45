using Grpc.Core;
using Grpc.Net.Client;
using Inspectorates.Hosting;
using Inspectorates.Hosting.Trust;
using Inspectorates.Reference;
using Inspectorates.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;

namespace Inspectorates.Conformance;

/// <summary>An inspectorate's real service on a free port with a store of its own, and clients over a real channel.</summary>
public class RunningService : IAsyncDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly string directory = Directory.CreateTempSubdirectory("inspectorates-").FullName;
    private readonly IInspectorate inspectorate;
    private WebApplication? app;
    private int areas;

    /// <param name="inspectorate">Whose service.</param>
    /// <param name="settings">Settings beyond the usual, such as <c>--Limits:Burst=3</c>.</param>
    public RunningService(IInspectorate inspectorate, params string[] settings)
    {
        Settings = [.. settings];
        this.inspectorate = inspectorate;
        Issuer = new DevelopmentIssuer(Path.Combine(directory, "development-issuer"), Time);
    }

    public FakeTimeProvider Time { get; private set; } = new(Now);

    public DevelopmentIssuer Issuer { get; private set; }

    public Inspectorate Description { get; private set; } = new();

    public GrpcChannel Channel { get; private set; } = null!;

    public string Address { get; private set; } = "";

    public string StoreFile => Path.Combine(directory, inspectorate.Code + ".db");

    public string KeyFile => DevelopmentIssuer.KeyFileOf(Path.Combine(directory, "development-issuer"), inspectorate.Code);

    public IServiceProvider Services => app!.Services;

    public InspectorateService.InspectorateServiceClient Describing => new(Channel);

    public VerdictService.VerdictServiceClient Verdicts => new(Channel);

    public InspectionService.InspectionServiceClient Inspections => new(Channel);

    public ChangeService.ChangeServiceClient Changes => new(Channel);

    public ImportService.ImportServiceClient Imports => new(Channel);

    public AuditService.AuditServiceClient Audit => new(Channel);

    /// <summary>Settings beyond the usual; one that is added counts from the next start.</summary>
    public List<string> Settings { get; }

    /// <summary>An area no other test has: the store is shared by the tests of a class.</summary>
    public string NewArea() => Areas.England.AllReal[Interlocked.Increment(ref areas)].DfeCode;

    public async Task StartAsync()
    {
        app = InspectorateHost.Build(
            [
                $"--Inspectorate:DataDirectory={directory}", "--Inspectorate:Urls=http://127.0.0.1:0", "--environment=Development",
                "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Error", .. Settings,
            ],
            inspectorate, time: Time);
        await app.StartAsync();
        Address = app.Urls.Single();
        Channel = GrpcChannel.ForAddress(Address, new GrpcChannelOptions { MaxReceiveMessageSize = 1024 * 1024 });
        Description = (await Describing.GetInspectorateAsync(new GetInspectorateRequest())).Inspectorate;
    }

    /// <summary>Stops it, and starts it on the same store with the clock at another instant.</summary>
    public async Task RestartAtAsync(DateTimeOffset now)
    {
        await StopAsync();
        Time = new FakeTimeProvider(now);
        Issuer = new DevelopmentIssuer(Path.Combine(directory, "development-issuer"), Time);
        await StartAsync();
    }

    public Task StopListeningAsync() => app!.StopAsync();

    public async Task StopAsync()
    {
        await app!.StopAsync();
        await app.DisposeAsync();
        Channel.Dispose();
    }

    public Metadata As(string role) => With(Issuer.Mint(inspectorate.Code, role));

    /// <summary>One person with several roles.</summary>
    public Metadata AsOne(string subject, params string[] roles) => With(Issuer.Mint(inspectorate.Code, roles, subject));

    /// <summary>Somebody who may read what is not yet public of some inspections.</summary>
    public Metadata AsReaderOf(params string[] inspections) => With(Issuer.Mint(inspectorate.Code, ["joint-reader"], inspections: inspections));

    public static Metadata With(string token) => new() { { "authorization", $"Bearer {token}" } };

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await StopAsync();
        Directory.Delete(directory, recursive: true);
    }
}

/// <summary>The service of one inspectorate, started once for a class of tests.</summary>
public sealed class RunningService<T> : RunningService, IAsyncLifetime
    where T : IInspectorate, new()
{
    public RunningService()
        : base(new T())
    {
    }

    public async ValueTask InitializeAsync() => await StartAsync();
}
