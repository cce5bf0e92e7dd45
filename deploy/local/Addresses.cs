using System.Text.Json;

namespace Inspectorates.Local;

/// <summary>Where everything listens, and where its data is.</summary>
internal sealed class Addresses(Suite suite, string data)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Pages and JSON.</summary>
    public string Http { get; } = Loopback(suite.Gateway.HttpPort);

    /// <summary>gRPC of the gateway.</summary>
    public string Grpc { get; } = Loopback(suite.Gateway.GrpcPort);

    /// <summary>gRPC of each inspectorate's service by code.</summary>
    public IReadOnlyDictionary<string, string> Services { get; } =
        suite.Inspectorates.ToDictionary(entry => entry.Code, entry => Loopback(entry.Port));

    /// <summary>gRPC of one inspectorate's service.</summary>
    public string Of(InspectorateProgramEntry entry) => Services[entry.Code];

    /// <summary>Writes them as JSON, whole or not at all: a reader never sees half a file.</summary>
    public async Task WriteAsync(string path, CancellationToken stop)
    {
        var content = JsonSerializer.Serialize(new { http = Http, grpc = Grpc, services = Services, data, launcher = Environment.ProcessId }, Indented);
        var part = path + ".part";
        await File.WriteAllTextAsync(part, content, stop);
        File.Move(part, path, overwrite: true);
    }

    private static string Loopback(int port) => $"http://127.0.0.1:{port}";
}
