using System.Security.Cryptography;
using Grpc.Core;
using Grpc.Net.Client;
using Inspectorates.Hosting;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Trust;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Inspectorates.Conformance.Embargo;

/// <summary>
/// A real service with clock, names and the key of its tokens given by the test, whose store is emptied for each history: to
/// start a thousand services takes longer than all that is asked of them. In memory, or where a gateway is to reach it on a port.
/// </summary>
internal sealed class EmbargoedService : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    // In memory where that can be had: what a disk does is no part of this.
    private static readonly string Root = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();
    private static readonly Lazy<Template> Templates = new(Template.Make);

    private readonly WebApplication app;
    private readonly string directory;
    private readonly OpenStreams streams;

    private EmbargoedService(WebApplication app, string directory, OpenStreams streams, SetClock time, BytesByOperation names, GrpcChannel channel)
    {
        this.app = app;
        this.directory = directory;
        this.streams = streams;
        Time = time;
        Names = names;
        Channel = channel;
    }

    public SetClock Time { get; }

    public BytesByOperation Names { get; }

    public GrpcChannel Channel { get; }

    public string Address => app.Urls.Single();

    private IServiceProvider Services => app.Services;

    public IStore Store => Services.GetRequiredService<IStore>();

    /// <param name="inspectorate">Whose service.</param>
    /// <param name="listens">Whether on a port; otherwise it is reached in memory.</param>
    /// <param name="now">Where its clock stands.</param>
    /// <param name="configure">What else is put in place.</param>
    public static async Task<EmbargoedService> StartAsync(
        IInspectorate inspectorate, bool listens, DateTimeOffset now, Action<IServiceCollection>? configure = null)
    {
        var directory = Directory.CreateDirectory(Path.Combine(Root, $"inspectorates-embargo-{Guid.NewGuid():N}")).FullName;
        // Both stores of a pair seal their tokens with one key.
        File.Copy(Templates.Value.Store, Path.Combine(directory, inspectorate.Code + ".db"));
        var (time, names, streams) = (new SetClock(now), new BytesByOperation(), new OpenStreams());
        var app = InspectorateHost.Build(
            [
                $"--Inspectorate:DataDirectory={directory}", "--Inspectorate:Urls=http://127.0.0.1:0", "--environment=Development",
                $"--Trust:DevelopmentKeyFile={DevelopmentIssuer.KeyFileOf(Templates.Value.Keys, inspectorate.Code)}",
                "--Logging:LogLevel:Default=None", "--Limits:CallsPerSecond=1000000", "--Limits:Burst=1000000", "--Limits:UnarySeconds=60",
            ],
            inspectorate, time: time, configure: services =>
            {
                services.AddSingleton<RandomBytes>(_ => names.Take);
                // Salts reach nobody; drawn from the same bytes, a hidden entry would change the names after it.
                services.AddSingleton(_ => new EntryLog(RandomNumberGenerator.GetBytes));
                services.AddSingleton<IStartupFilter>(streams);
                services.AddLogging(logging => logging.ClearProviders());
                if (!listens)
                    services.AddSingleton<IServer>(provider => new TestServer(provider));
                configure?.Invoke(services);
            });
        await app.StartAsync();
        var channel = listens
            ? GrpcChannel.ForAddress(app.Urls.Single())
            : GrpcChannel.ForAddress("http://service", new GrpcChannelOptions { HttpHandler = ((TestServer)app.Services.GetRequiredService<IServer>()).CreateHandler() });
        return new EmbargoedService(app, directory, streams, time, names, channel);
    }

    /// <summary>A token for the whole of any history; the same for both stores.</summary>
    public static Metadata As(string code, string subject, string[] roles, params string[] inspections) => new()
    {
        {
            "authorization",
            "Bearer " + new DevelopmentIssuer(Templates.Value.Keys, new SetClock(Start)).Mint(code, roles, subject, TimeSpan.FromDays(3650), inspections)
        },
    };

    /// <summary>Begins anew: nothing in the record, names from another seed, the clock at the start, nobody watching.</summary>
    public async Task BeginAsync(int seed)
    {
        await Services.GetRequiredService<StoreWriter>().RunAsync(session =>
        {
            session.Run("PRAGMA defer_foreign_keys = ON");
            // The log defends itself against this: its triggers are taken away and put back.
            var triggers = session.Query("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'", row => (Name: row.GetString(0), Sql: row.GetString(1)));
            triggers.ForEach(trigger => session.Run($"DROP TRIGGER {trigger.Name}"));
            foreach (var table in session.Query(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('store_fact', 'SchemaVersions') AND name NOT LIKE 'sqlite%'", row => row.GetString(0)))
                session.Run($"DELETE FROM {table}");
            triggers.ForEach(trigger => session.Run(trigger.Sql));
            return true;
        });
        Time.Now = Start;
        Names.Seed = seed;
        streams.Cut();
    }

    /// <summary>Moves the clock and waits until everything that is due by then has opened.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        Time.Now += by;
        var signal = Services.GetRequiredService<ChangeSignal>();
        while (await ScheduleTable.NextAsync(Store, CancellationToken.None) is { } next && next <= Time.Now)
        {
            signal.Raise();
            await Task.Delay(1);
        }
    }

    /// <summary>How many entries the record has.</summary>
    public async Task<long> EntriesAsync()
    {
        await using var connection = await Store.OpenForReadingAsync(CancellationToken.None);
        return await connection.NumberAsync("SELECT COUNT(*) FROM entry", CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        streams.Cut();
        Channel.Dispose();
        await app.StopAsync();
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
