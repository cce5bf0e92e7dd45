using System.Security.Cryptography;
using Inspectorates.Conformance.Embargo;
using Inspectorates.Gateway;
using Inspectorates.Hmic;
using Inspectorates.Hosting;
using Inspectorates.Hosting.Audit;
using Inspectorates.Ofsted;
using Inspectorates.Postgres;
using Inspectorates.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Inspectorates.Conformance.Referrals;

/// <summary>
/// The real services of an inspectorate that refers and of the host it refers to, the real gateway between them, and the network to it,
/// which a test can cut.
/// </summary>
internal sealed class TwoInspectorates : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("referrals-").FullName;
    private readonly string gatewayAddress = $"http://127.0.0.1:{FreePorts.Next()}";
    private readonly string network = $"http://127.0.0.1:{FreePorts.Next()}";
    private readonly SetClock gatewayClock = new(default);
    private WebApplication? gateway;

    private TwoInspectorates(StoreKind store)
    {
        Sender = Party(new OfstedInspectorate(), store, "hmic");
        Host = Party(new HmicInspectorate(), store, "ofsted");
        Json = $"http://127.0.0.1:{FreePorts.Next()}";
    }

    /// <summary>Ofsted's service.</summary>
    public RunningService Sender { get; }

    /// <summary>HMIC's service.</summary>
    public RunningService Host { get; }

    /// <summary>The network between the services and the gateway.</summary>
    public Between Network { get; private set; } = null!;

    /// <summary>Where the gateway's pages and JSON are.</summary>
    public string Json { get; }

    /// <summary>Where the gateway's gRPC is.</summary>
    public string GatewayAddress => gatewayAddress;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<TwoInspectorates> StartAsync(StoreKind store)
    {
        var two = new TwoInspectorates(store);
        await two.Sender.StartAsync();
        await two.Host.StartAsync();
        await two.StartGatewayAsync();
        two.Network = await Between.StartAsync(two.network, two.gatewayAddress);
        return two;
    }

    public async Task StartGatewayAsync()
    {
        gatewayClock.Now = Sender.Time.GetUtcNow();
        gateway = GatewayHost.Build(
            [
                $"--Gateway:HttpUrl={Json}", $"--Gateway:GrpcUrl={gatewayAddress}",
                "--Gateway:Inspectorates:0:Code=hmic", $"--Gateway:Inspectorates:0:Address={Host.Address}",
                "--Gateway:Inspectorates:1:Code=ofsted", $"--Gateway:Inspectorates:1:Address={Sender.Address}",
                "--Gateway:FailuresToBreak=1000",
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

    /// <summary>Moves the clocks of both.</summary>
    public void Pass(TimeSpan by)
    {
        Sender.Time.Advance(by);
        Host.Time.Advance(by);
        gatewayClock.Now = Sender.Time.GetUtcNow();
    }

    /// <summary>Lets seconds pass until something holds.</summary>
    public Task HoldsAsync(Func<Task<bool>> holds) => Eventually.HoldsAsync(async () =>
    {
        Pass(TimeSpan.FromSeconds(1));
        return await holds();
    });

    /// <summary>Raises a concern with the sender about a police force.</summary>
    public async Task<Concern> RaiseAsync(Action<Concern>? change = null)
    {
        var concern = new Concern
        {
            Subject = new Agency { Kind = "police-force", Code = "E23000024", Name = "Norfolk Constabulary" },
            Areas = { "926" },
            Process = "strategy-discussion",
            Evidence = { new Evidence { Type = Evidence.Types.Type.SampledChild, Count = 4, Reference = "case-7" } },
            Text = "Strategy discussions were held without the police.",
        };
        change?.Invoke(concern);
        return (await Concerns(Sender).RaiseConcernAsync(
            new RaiseConcernRequest { Concern = concern, RequestId = Samples.NewId() }, Sender.As("lead"), cancellationToken: Stop)).Concern;
    }

    /// <summary>Raises a concern about a police force and refers it.</summary>
    public async Task<Referral> ReferAsync() => await ReferAsync((await RaiseAsync()).Name);

    public async Task<Referral> ReferAsync(string concern) => (await Referrals(Sender).ReferConcernAsync(
        new ReferConcernRequest { Concern = concern, RequestId = Samples.NewId() }, Sender.As("lead"), cancellationToken: Stop)).Referral;

    public async Task<Referral> AcknowledgeAsync(string name) => (await Referrals(Host).AcknowledgeReferralAsync(
        new AcknowledgeReferralRequest
        {
            Name = name,
            Acknowledgement = new ReferralAcknowledgement { DueToBeDecided = true, Text = "We shall ask the force." },
            RequestId = Samples.NewId(),
        },
        Host.As("lead"), cancellationToken: Stop)).Referral;

    public async Task<Referral> AnswerAsync(string name, ReferralAnswer.Types.Outcome outcome = ReferralAnswer.Types.Outcome.ActedOn) =>
        (await Referrals(Host).AnswerReferralAsync(
            new AnswerReferralRequest { Name = name, Answer = new ReferralAnswer { Outcome = outcome, Text = "The rota has changed." }, RequestId = Samples.NewId() },
            Host.As("publisher"), cancellationToken: Stop)).Referral;

    /// <summary>A referral as the staff of one of the two read it; null: it is not in that record.</summary>
    public static async Task<Referral?> ReadAsync(RunningService whose, string name) =>
        (await AllAsync(whose)).FirstOrDefault(referral => referral.Name == name);

    /// <summary>All referrals in a record.</summary>
    public static async Task<IReadOnlyList<Referral>> AllAsync(RunningService whose, bool revisions = false) =>
        (await Referrals(whose).ListReferralsAsync(
            new ListReferralsRequest { AllRevisions = revisions, PageSize = 500 }, whose.As("auditor"), cancellationToken: Stop)).Referrals;

    public static ReferralService.ReferralServiceClient Referrals(RunningService whose) => new(whose.Channel);

    public static ConcernService.ConcernServiceClient Concerns(RunningService whose) => new(whose.Channel);

    /// <summary>Has the store refuse an insert into, or update of, a table until it is lifted: the disk is gone at that very step.</summary>
    /// <param name="whose">Whose store.</param>
    /// <param name="table">The table.</param>
    /// <param name="on"><c>INSERT</c> or <c>UPDATE</c>.</param>
    public static async Task<IAsyncDisposable> BreakAsync(RunningService whose, string table, string on)
    {
        var lift = whose.Store == StoreKind.Sqlite
            ? "DROP TRIGGER broken"
            : $"DROP TRIGGER broken ON {table}; DROP FUNCTION broken()";
        await RunAsync(whose, whose.Store == StoreKind.Sqlite
            ? $"CREATE TRIGGER broken BEFORE {on} ON {table} BEGIN SELECT RAISE(ABORT, 'broken'); END"
            : "CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken'; END $$; "
                + $"CREATE TRIGGER broken BEFORE {on} ON {table} FOR EACH ROW EXECUTE FUNCTION broken()");
        return new Lift(() => RunAsync(whose, lift));
    }

    /// <summary>The key one of the two signs with.</summary>
    public SigningKey KeyOf(string code) => SigningKey.LoadOrCreate(Path.Combine(folder, code + ".pem"));

    public async ValueTask DisposeAsync()
    {
        await Network.DisposeAsync();
        if (gateway is not null)
            await StopGatewayAsync();
        await Sender.DisposeAsync();
        await Host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private RunningService Party(IInspectorate inspectorate, StoreKind store, string other)
    {
        using var key = KeyOf(other);
        var known = Path.Combine(folder, other + ".pub.pem");
        File.WriteAllText(known, PemEncoding.WriteString("PUBLIC KEY", key.PublicKey) + "\n");
        return new RunningService(
            inspectorate, store,
            $"--Inspectorate:Urls=http://127.0.0.1:{FreePorts.Next()}", $"--Audit:KeyFile={Path.Combine(folder, inspectorate.Code + ".pem")}",
            $"--Positions:Gateway={network}", $"--Positions:{other}:PublicKeyFile={known}", "--Referrals:LongestWaitSeconds=30",
            "--Logging:LogLevel:Default=Critical");
    }

    /// <summary>Runs a statement on a store, past its service.</summary>
    public static async Task RunAsync(RunningService whose, string sql)
    {
        await using System.Data.Common.DbConnection connection = whose.Store == StoreKind.Sqlite
            ? new SqliteConnection($"Data Source={whose.StoreFile};Pooling=false")
            : new NpgsqlConnection(whose.ConnectionString);
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Stop);
    }

    private sealed class Lift(Func<Task> run) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await run();
    }
}
