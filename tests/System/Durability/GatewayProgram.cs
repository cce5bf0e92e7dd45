using System.Globalization;
using Grpc.Net.Client;
using Inspectorates.Postgres;

namespace Inspectorates.SystemTests.Durability;

/// <summary>The gateway's real program before some services.</summary>
internal sealed class GatewayProgram : IAsyncDisposable
{
    private readonly ProgramProcess program;
    private readonly HttpClient http;

    private GatewayProgram(IReadOnlyList<RecordService> services)
    {
        var (pages, grpc) = (AddressOf(FreePorts.Next()), AddressOf(FreePorts.Next()));
        var settings = new Dictionary<string, string>
        {
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Gateway__HttpUrl"] = pages,
            ["Gateway__GrpcUrl"] = grpc,
        };
        for (var index = 0; index < services.Count; index++)
        {
            settings[string.Create(CultureInfo.InvariantCulture, $"Gateway__Inspectorates__{index}__Code")] = services[index].Code;
            settings[string.Create(CultureInfo.InvariantCulture, $"Gateway__Inspectorates__{index}__Address")] = services[index].Address;
        }

        program = new ProgramProcess("gateway", [], settings);
        http = new HttpClient { BaseAddress = new Uri(pages), Timeout = TimeSpan.FromSeconds(2) };
        Channel = RecordService.ChannelTo(grpc);
    }

    public GrpcChannel Channel { get; }

    public static async Task<GatewayProgram> StartAsync(IReadOnlyList<RecordService> services)
    {
        var gateway = new GatewayProgram(services);
        await gateway.StartAsync();
        return gateway;
    }

    public async Task KillAndStartAsync()
    {
        await program.KillAsync();
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        Channel.Dispose();
        await program.DisposeAsync();
    }

    private async Task StartAsync()
    {
        program.Start();
        Assert.True(await program.TryUntilAsync(IsReadyAsync), $"The gateway does not start:\n{program.Written}");
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private static string AddressOf(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
}
