using Grpc.Core;
using Grpc.Net.Client;
using Inspectorates.Hosting.Settings;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Publication;

/// <summary>Brings messages to other inspectorates' services, through the gateway. What it brings back is not believed: receipts are checked against keys.</summary>
internal sealed class ReferralClient(PositionSettings settings) : IDisposable
{
    private const int LargestAnswer = 64 * 1024;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(4);

    private readonly GrpcChannel? channel = settings.Gateway is null
        ? null
        : GrpcChannel.ForAddress(settings.Gateway, new GrpcChannelOptions
        {
            MaxReceiveMessageSize = LargestAnswer,
            // How often to try is decided by who sends: a channel that waits by itself would notice late that the gateway is back.
            InitialReconnectBackoff = TimeSpan.FromMilliseconds(100),
            MaxReconnectBackoff = TimeSpan.FromMilliseconds(500),
        });

    /// <summary>Whether anything can be sent.</summary>
    public bool CanSend => channel is not null;

    /// <summary>Sends a message once.</summary>
    /// <param name="recipient">Code of the inspectorate it is for.</param>
    /// <returns>What came back as its receipt, not checked; null: nothing did.</returns>
    /// <exception cref="RpcException">It cannot be reached, does not answer, or refuses the message.</exception>
    public async Task<ReferralReceipt?> SendAsync(string recipient, SignedReferralMessage message, CancellationToken cancelled)
    {
        var answer = await new ReferralService.ReferralServiceClient(channel!).DeliverMessageAsync(
            new DeliverMessageRequest { Message = message },
            new CallOptions(new Metadata { { "inspectorate", recipient } }, DateTime.UtcNow + Deadline, cancelled));
        return answer.Receipt;
    }

    public void Dispose() => channel?.Dispose();
}
