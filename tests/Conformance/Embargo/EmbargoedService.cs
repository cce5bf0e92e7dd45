using System.Security.Cryptography;
using Grpc.Core;
using Grpc.Net.Client;
using Inspectorates.Hosting;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Trust;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Inspectorates.Conformance.Embargo;

/// <summary>
/// A real service on a fresh store, with clock, names and the key of its tokens given by the test. In memory, or where a gateway
/// is to reach it on a port of its own.
/// </summary>
internal sealed class EmbargoedService : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    // In memory where that can be had: what a disk does is no part of this.
    private static readonly string Root = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();
    private static readonly Lazy<Template> Templates = new(Template.Make);

    private readonly WebApplication app;
    private readonly string directory;

    private EmbargoedService(WebApplication app, string directory, FakeTimeProvider time, BytesByOperation names, GrpcChannel channel)
    {
        this.app = app;
        this.directory = directory;
        Time = time;
        Names = names;
        Channel = channel;
    }

    public FakeTimeProvider Time { get; }

    public BytesByOperation Names { get; }

    public GrpcChannel Channel { get; }

    public string Address => app.Urls.Single();

    public IServiceProvider Services => app.Services;

    public static async Task<EmbargoedService> StartAsync(
        IInspectorate inspectorate, int seed, bool listens, DateTimeOffset? now = null, Action<IServiceCollection>? configure = null)
    {
        var directory = Directory.CreateDirectory(Path.Combine(Root, $"inspectorates-embargo-{Guid.NewGuid():N}")).FullName;
        File.Copy(Templates.Value.Store, Path.Combine(directory, inspectorate.Code + ".db"));
        var (time, names) = (new FakeTimeProvider(now ?? Start), new BytesByOperation(seed));
        var app = InspectorateHost.Build(
            [
                $"--Inspectorate:DataDirectory={directory}", "--Inspectorate:Urls=http://127.0.0.1:0", "--environment=Development",
                $"--Trust:DevelopmentKeyFile={DevelopmentIssuer.KeyFileOf(Templates.Value.Keys, inspectorate.Code)}", "--Logging:LogLevel:Default=None",
                "--Limits:CallsPerSecond=1000000", "--Limits:Burst=1000000", "--Limits:UnarySeconds=60",
            ],
            inspectorate, time: time, configure: services =>
            {
                services.AddSingleton<RandomBytes>(_ => names.Take);
                // Salts reach nobody; drawn from the same bytes, a hidden entry would change the names after it.
                services.AddSingleton(_ => new EntryLog(RandomNumberGenerator.GetBytes));
                services.AddLogging(logging => logging.ClearProviders());
                if (!listens)
                    services.AddSingleton<IServer>(provider => new TestServer(provider));
                configure?.Invoke(services);
            });
        await app.StartAsync();
        var channel = listens
            ? GrpcChannel.ForAddress(app.Urls.Single())
            : GrpcChannel.ForAddress("http://service", new GrpcChannelOptions { HttpHandler = ((TestServer)app.Services.GetRequiredService<IServer>()).CreateHandler() });
        return new EmbargoedService(app, directory, time, names, channel);
    }

    /// <summary>A token for the whole of any history; the same for both stores.</summary>
    public static Metadata As(string code, string subject, string[] roles, params string[] inspections) => new()
    {
        {
            "authorization",
            "Bearer " + new DevelopmentIssuer(Templates.Value.Keys, new FakeTimeProvider(Start))
                .Mint(code, roles, subject, TimeSpan.FromDays(3650), inspections)
        },
    };

    /// <summary>Moves the clock and waits until everything that is due by then has opened.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        Time.Advance(by);
        var (store, signal) = (Services.GetRequiredService<IStore>(), Services.GetRequiredService<ChangeSignal>());
        while (await ScheduleTable.NextAsync(store, CancellationToken.None) is { } next && next <= Time.GetUtcNow())
        {
            // It may have looked at the clock just before that was moved, and sleep by a clock nobody moves on.
            signal.Raise();
            await Task.Delay(1);
        }
    }

    /// <summary>How many entries the record has.</summary>
    public async Task<long> EntriesAsync()
    {
        await using var connection = await Services.GetRequiredService<IStore>().OpenForReadingAsync(CancellationToken.None);
        return await connection.NumberAsync("SELECT COUNT(*) FROM entry", CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    /// <summary>An empty store with its schema and the key of its tokens, copied for each; and the issuers' keys.</summary>
    private sealed record Template(string Store, string Keys)
    {
        public static Template Make()
        {
            var directory = Directory.CreateTempSubdirectory("inspectorates-embargo-").FullName;
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(directory, recursive: true);
            var file = Path.Combine(directory, "template.db");
            using (var store = StoreChoice.Open($"Data Source={file}"))
            {
                // What is still in the log beside the file is written into it.
                using var session = store.OpenForWriting();
                session.Number("PRAGMA wal_checkpoint(TRUNCATE)");
            }

            return new Template(file, directory);
        }
    }
}
