using System.Globalization;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Inspectorates.Hosting.Trust;
using Inspectorates.Postgres;
using Inspectorates.V1;

namespace Inspectorates.SystemTests.Durability;

/// <summary>One replica of an inspectorate's real program on a store.</summary>
internal sealed class RecordService : IAsyncDisposable
{
    private const string ServerNotUp = "cannot be used";

    private readonly ProgramProcess program;
    private readonly string keys;
    private readonly bool isOnServer;

    private RecordService(Store store, string project, string code, int port)
    {
        keys = Path.Combine(store.Folder, "development-issuer");
        isOnServer = store.IsPostgres;
        Code = code;
        Address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        var data = Path.Combine(store.Folder, string.Create(CultureInfo.InvariantCulture, $"{code}-{port}"));
        program = new ProgramProcess(project, ["serve", .. Settings(store, data, code, Address)], new Dictionary<string, string>());
        Channel = ChannelTo(Address);
    }

    public string Code { get; }

    public string Address { get; }

    public GrpcChannel Channel { get; }

    public ProgramProcess Program => program;

    public VerdictService.VerdictServiceClient Verdicts => new(Channel);

    public ChangeService.ChangeServiceClient Changes => new(Channel);

    public static async Task<RecordService> StartAsync(Store store, string project = "services/Ofsted", string code = "ofsted")
    {
        var service = new RecordService(store, project, code, FreePorts.Next());
        await service.StartAsync();
        return service;
    }

    /// <summary>What the program is told on its command line.</summary>
    public static string[] Settings(Store store, string data, string code, string address) =>
    [
        "--environment=Development",
        $"--Inspectorate:DataDirectory={data}",
        $"--Inspectorate:Urls={address}",
        $"--Inspectorate:Store:ConnectionString={store.ConnectionString}",
        $"--Trust:DevelopmentKeyFile={DevelopmentIssuer.KeyFileOf(Path.Combine(store.Folder, "development-issuer"), code)}",
        // One for all replicas.
        $"--Audit:KeyFile={Path.Combine(store.Folder, code + "-checkpoint-key.pem")}",
        "--Audit:CheckpointSeconds=1",
    ];

    /// <summary>A channel that tries again at once where nobody listens yet.</summary>
    public static GrpcChannel ChannelTo(string address) => GrpcChannel.ForAddress(address, new GrpcChannelOptions
    {
        InitialReconnectBackoff = TimeSpan.FromMilliseconds(20),
        MaxReconnectBackoff = TimeSpan.FromMilliseconds(100),
        MaxReceiveMessageSize = 4 * 1024 * 1024,
    });

    /// <summary>
    /// Starts the program and waits until it is ready. Where the server it needs is not up yet it ends and says so, and is
    /// started again, as whatever runs it would.
    /// </summary>
    public async Task StartAsync()
    {
        while (true)
        {
            program.Start();
            if (await program.TryUntilAsync(IsReadyAsync))
                return;
            if (!isOnServer || !program.Written.Contains(ServerNotUp, StringComparison.Ordinal))
                Assert.Fail($"{Code} does not start:\n{program.Written}");
            await Task.Delay(100);
        }
    }

    public Task KillAsync() => program.KillAsync();

    /// <summary>Metadata with a token of this inspectorate.</summary>
    public Metadata As(string role, string? subject = null) =>
        new() { { "authorization", $"Bearer {new DevelopmentIssuer(keys).Mint(Code, role, subject)}" } };

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await program.DisposeAsync();
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            var health = new Health.HealthClient(Channel);
            var answer = await health.CheckAsync(new HealthCheckRequest { Service = "ready" }, deadline: DateTime.UtcNow.AddSeconds(2));
            return answer.Status == HealthCheckResponse.Types.ServingStatus.Serving;
        }
        catch (RpcException fault) when (fault.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Internal)
        {
            return false;
        }
    }
}
