using Grpc.Core;
using Grpc.Net.Client;
using Inspectorates.Hosting;
using Inspectorates.Hosting.Trust;
using Inspectorates.Postgres;
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
    private readonly bool ownsStore = true;
    private WebApplication? app;
    private static readonly string[] Named = ["301", "330", "870", "926", Areas.England.AllReal[140].DfeCode];

    private int areas;

    /// <param name="inspectorate">Whose service.</param>
    /// <param name="settings">Settings beyond the usual, such as <c>--Limits:Burst=3</c>.</param>
    public RunningService(IInspectorate inspectorate, params string[] settings)
        : this(inspectorate, StoreKind.Sqlite, settings)
    {
    }

    /// <param name="inspectorate">Whose service.</param>
    /// <param name="store">What it keeps its record in.</param>
    /// <param name="settings">Settings beyond the usual.</param>
    public RunningService(IInspectorate inspectorate, StoreKind store, params string[] settings)
    {
        Settings = [.. settings];
        this.inspectorate = inspectorate;
        Store = store;
        Issuer = NewIssuer();
    }

    private RunningService(RunningService first)
    {
        (Settings, inspectorate, Store, Database, directory, ownsStore) =
            ([.. first.Settings], first.inspectorate, first.Store, first.Database, first.directory, false);
        Time = new FakeTimeProvider(first.Time.GetUtcNow());
        Issuer = NewIssuer();
    }

    public StoreKind Store { get; }

    /// <summary>Connection string of the service's database; null: its store is a file.</summary>
    public string? Database { get; private set; }

    /// <summary>How the subcommands are told which store.</summary>
    public string ConnectionString => Database ?? $"Data Source={StoreFile}";

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

    public PositionService.PositionServiceClient Positions => new(Channel);

    public ReplyService.ReplyServiceClient Replies => new(Channel);

    public StatementService.StatementServiceClient Statements => new(Channel);

    public RecommendationService.RecommendationServiceClient Recommendations => new(Channel);

    public IndicatorService.IndicatorServiceClient Indicators => new(Channel);
    public TeamService.TeamServiceClient Teams => new(Channel);

    /// <summary>Settings beyond the usual; one that is added counts from the next start.</summary>
    public List<string> Settings { get; }

    /// <summary>A service of a test's own.</summary>
    public static async Task<RunningService> StartedAsync(IInspectorate inspectorate, StoreKind store, params string[] settings)
    {
        var service = new RunningService(inspectorate, store, settings);
        await service.StartAsync();
        return service;
    }

    /// <summary>An area no other test has: the store is shared by the tests of a class.</summary>
    public string NewArea()
    {
        // A few are named in tests, which would find each other's records there.
        string area;
        do
            area = Areas.England.AllReal[Interlocked.Increment(ref areas)].DfeCode;
        while (Named.Contains(area));
        return area;
    }

    /// <summary>Takes a database that is there already, before the first start.</summary>
    public void Take(string database)
    {
        Database = database;
        Settings.Add($"--Inspectorate:Store:ConnectionString={database}");
    }

    public async Task StartAsync()
    {
        if (Store == StoreKind.Postgres && Database is null)
            Take(await MigratedDatabase.NewAsync(inspectorate));

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

    /// <summary>Another replica of the service on the same store, with a clock of its own.</summary>
    public async Task<RunningService> ReplicaAsync()
    {
        var replica = new RunningService(this);
        await replica.StartAsync();
        return replica;
    }

    /// <summary>Stops it, and starts it on the same store with the clock at another instant.</summary>
    public async Task RestartAtAsync(DateTimeOffset now)
    {
        await StopAsync();
        Time = new FakeTimeProvider(now);
        Issuer = NewIssuer();
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
        if (app is null)
            return;
        await StopAsync();
        if (!ownsStore)
            return;
        Directory.Delete(directory, recursive: true);
        if (Database is not null)
            await MigratedDatabase.DropAsync(Database);
    }

    private DevelopmentIssuer NewIssuer() => new(Path.Combine(directory, "development-issuer"), Time);
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

/// <summary>The same on a PostgreSQL database of its own, brought to the schema by <c>migrate</c> first.</summary>
public sealed class RunningOnPostgres<T> : RunningService, IAsyncLifetime
    where T : IInspectorate, new()
{
    public RunningOnPostgres()
        : base(new T(), StoreKind.Postgres)
    {
    }

    /// <summary>The service; where there is no server the test that asks is skipped. What starts a class's service cannot skip.</summary>
    public RunningService OrSkipped
    {
        get
        {
            PostgresPrograms.SkipIfMissing();
            return this;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (PostgresPrograms.Missing is null)
            await StartAsync();
    }
}
