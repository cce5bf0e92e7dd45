using Grpc.Core;
using Grpc.Net.Client;
using Inspectorates.Hosting.Settings;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Audit;

/// <summary>Asks other inspectorates' services for their checkpoints, through the gateway and as their witness.</summary>
internal sealed class WitnessClient(AuditSettings settings) : IDisposable
{
    private const int LargestAnswer = 64 * 1024;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    private readonly GrpcChannel channel = GrpcChannel.ForAddress(
        settings.Gateway!, new GrpcChannelOptions { MaxReceiveMessageSize = LargestAnswer });

    /// <summary>The latest checkpoint of an inspectorate's record, and the keys it says it signs with.</summary>
    /// <exception cref="RpcException">It cannot be reached, has none yet or does not answer.</exception>
    /// <exception cref="IOException">The file of the token cannot be read.</exception>
    public async Task<(Checkpoint Checkpoint, IReadOnlyList<CheckpointKey> Keys)> LatestAsync(string inspectorate, CancellationToken cancelled)
    {
        var (client, headers) = (new AuditService.AuditServiceClient(channel), await HeadersAsync(inspectorate, cancelled));
        var checkpoint = await client.GetCheckpointAsync(new GetCheckpointRequest(), Options(headers, cancelled));
        var keys = await client.ListCheckpointKeysAsync(new ListCheckpointKeysRequest(), Options(headers, cancelled));
        return (checkpoint.Checkpoint ?? new Checkpoint(), keys.Keys);
    }

    /// <summary>What is said to prove that a record of one size began as it was at a smaller one.</summary>
    /// <exception cref="RpcException">As <see cref="LatestAsync"/>.</exception>
    public async Task<IReadOnlyList<byte[]>> ConsistencyAsync(string inspectorate, long first, long second, CancellationToken cancelled)
    {
        var answer = await new AuditService.AuditServiceClient(channel).GetConsistencyProofAsync(
            new GetConsistencyProofRequest { FirstSize = first, SecondSize = second }, Options(await HeadersAsync(inspectorate, cancelled), cancelled));
        return [.. answer.Hashes.Select(hash => hash.ToByteArray())];
    }

    public void Dispose() => channel.Dispose();

    private static CallOptions Options(Metadata headers, CancellationToken cancelled) =>
        new(headers, DateTime.UtcNow + Deadline, cancelled);

    // Read anew each time: tokens end and are replaced while the service runs.
    private async Task<Metadata> HeadersAsync(string inspectorate, CancellationToken cancelled) => new()
    {
        { "inspectorate", inspectorate },
        { "authorization", $"Bearer {(await File.ReadAllTextAsync(settings.TokenFiles[inspectorate], cancelled)).Trim()}" },
    };
}
