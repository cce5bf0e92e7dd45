using System.Globalization;
using System.Security.Cryptography;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Inspectorates.Hosting.Trust;
using Inspectorates.Postgres;
using Inspectorates.SystemTests.Durability;

namespace Inspectorates.SystemTests.Referrals;

/// <summary>The real programs of two inspectorates and of the gateway between them, each of which can be killed and started again as it was.</summary>
internal sealed class TwoPrograms : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("referrals-").FullName;
    private readonly string gateway = AddressOf(FreePorts.Next());
    private readonly ProgramProcess gatewayProgram;

    private TwoPrograms()
    {
        Ofsted = new Party(this, "ofsted", "services/Ofsted", "hmic");
        Hmic = new Party(this, "hmic", "services/Hmic", "ofsted");
        Gateway = RecordService.ChannelTo(gateway);
        gatewayProgram = new ProgramProcess("gateway", [], new Dictionary<string, string>
        {
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Gateway__HttpUrl"] = AddressOf(FreePorts.Next()),
            ["Gateway__GrpcUrl"] = gateway,
            ["Gateway__Inspectorates__0__Code"] = "hmic",
            ["Gateway__Inspectorates__0__Address"] = Hmic.Address,
            ["Gateway__Inspectorates__1__Code"] = "ofsted",
            ["Gateway__Inspectorates__1__Address"] = Ofsted.Address,
        });
    }

    public Party Ofsted { get; }

    public Party Hmic { get; }

    /// <summary>A channel to the gateway's gRPC.</summary>
    public GrpcChannel Gateway { get; }

    public static async Task<TwoPrograms> StartAsync()
    {
        var programs = new TwoPrograms();
        programs.gatewayProgram.Start();
        await Task.WhenAll(programs.Ofsted.StartAsync(), programs.Hmic.StartAsync());
        return programs;
    }

    /// <summary>kill -9 of the gateway, and its start.</summary>
    public async Task KillGatewayAsync()
    {
        await gatewayProgram.KillAsync();
        gatewayProgram.Start();
    }

    public async ValueTask DisposeAsync()
    {
        Gateway.Dispose();
        await gatewayProgram.DisposeAsync();
        await Ofsted.DisposeAsync();
        await Hmic.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static string AddressOf(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    // Made before the programs start: each is told the other's.
    private string KeyFileOf(string code)
    {
        var file = Path.Combine(folder, code + ".pem");
        if (File.Exists(file))
            return file;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(file, key.ExportPkcs8PrivateKeyPem() + "\n");
        File.WriteAllText(Path.ChangeExtension(file, ".pub"), key.ExportSubjectPublicKeyInfoPem() + "\n");
        return file;
    }

    /// <summary>One inspectorate's program.</summary>
    internal sealed class Party : IAsyncDisposable
    {
        private readonly ProgramProcess program;
        private readonly string keys;
        private readonly string code;

        public Party(TwoPrograms programs, string code, string project, string other)
        {
            this.code = code;
            keys = Path.Combine(programs.folder, "development-issuer");
            Address = AddressOf(FreePorts.Next());
            Store = $"Data Source={Path.Combine(programs.folder, code + ".db")}";
            Channel = RecordService.ChannelTo(Address);
            program = new ProgramProcess(
                project,
                [
                    "serve", "--environment=Development", $"--Inspectorate:DataDirectory={Path.Combine(programs.folder, code)}",
                    $"--Inspectorate:Urls={Address}", $"--Inspectorate:Store:ConnectionString={Store}",
                    $"--Trust:DevelopmentKeyFile={DevelopmentIssuer.KeyFileOf(keys, code)}", $"--Audit:KeyFile={programs.KeyFileOf(code)}",
                    "--Audit:CheckpointSeconds=1", $"--Positions:Gateway={programs.gateway}",
                    $"--Positions:{other}:PublicKeyFile={Path.ChangeExtension(programs.KeyFileOf(other), ".pub")}", "--Referrals:LongestWaitSeconds=2",
                ],
                new Dictionary<string, string>());
        }

        public string Address { get; }

        public string Store { get; }

        public GrpcChannel Channel { get; }

        public async Task StartAsync()
        {
            program.Start();
            Assert.True(await program.TryUntilAsync(IsReadyAsync), $"{code} does not start:\n{program.Written}");
        }

        /// <summary>kill -9, and nothing else.</summary>
        public Task KillAsync() => program.KillAsync();

        /// <summary>Metadata with a token of this inspectorate.</summary>
        public Metadata As(string role) => new() { { "authorization", $"Bearer {new DevelopmentIssuer(keys).Mint(code, role)}" } };

        public async ValueTask DisposeAsync()
        {
            Channel.Dispose();
            await program.DisposeAsync();
        }

        private async Task<bool> IsReadyAsync()
        {
            try
            {
                var answer = await new Health.HealthClient(Channel).CheckAsync(new HealthCheckRequest { Service = "ready" }, deadline: DateTime.UtcNow.AddSeconds(2));
                return answer.Status == HealthCheckResponse.Types.ServingStatus.Serving;
            }
            catch (RpcException fault) when (fault.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Internal)
            {
                return false;
            }
        }
    }
}
