using Grpc.Core;
using Grpc.Net.Client;
using Inspectorates.Hosting.Records.Positions;
using Inspectorates.Hosting.Settings;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Publication;

/// <summary>
/// Asks the other parties of a difference, through the gateway and as anybody may: whether their verdict is public, and what they
/// have committed to. What it brings is not believed: commitments are checked against their keys.
/// </summary>
internal sealed class PartyClient(PositionSettings settings) : IDisposable
{
    private const int LargestAnswer = 1024 * 1024;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2);

    private readonly GrpcChannel? channel = settings.Gateway is null
        ? null
        : GrpcChannel.ForAddress(settings.Gateway, new GrpcChannelOptions { MaxReceiveMessageSize = LargestAnswer });

    /// <summary>Whether anybody can be asked.</summary>
    public bool CanAsk => channel is not null;

    /// <summary>Whether the public may see a verdict that another inspectorate keeps.</summary>
    /// <param name="keeper">Code of the inspectorate that keeps it.</param>
    /// <param name="verdict">Its resource name.</param>
    public async Task<OtherVerdict> AskAsync(string keeper, string verdict, CancellationToken cancelled)
    {
        if (channel is null)
            return OtherVerdict.NotKnown;
        try
        {
            var answer = await new VerdictService.VerdictServiceClient(channel).GetVerdictAsync(
                new GetVerdictRequest { Name = verdict }, Options(keeper, cancelled));
            if (answer.Verdict?.Name != verdict)
                return OtherVerdict.NotKnown;
            return answer.Verdict.State == Verdict.Types.State.Published ? OtherVerdict.Public : OtherVerdict.NotPublic;
        }
        catch (RpcException refused) when (refused.StatusCode == StatusCode.NotFound)
        {
            return OtherVerdict.NotPublic;
        }
        catch (RpcException)
        {
            cancelled.ThrowIfCancellationRequested();
            return OtherVerdict.NotKnown;
        }
    }

    /// <summary>What another inspectorate is said to have committed to, on some differences; not checked.</summary>
    /// <param name="differences">At most 100.</param>
    /// <exception cref="RpcException">It cannot be reached or does not answer.</exception>
    public async Task<IReadOnlyList<Commitment>> CommitmentsAsync(string party, IEnumerable<string> differences, CancellationToken cancelled)
    {
        var answer = await new PositionService.PositionServiceClient(channel!).ListCommitmentsAsync(
            new ListCommitmentsRequest { Differences = { differences }, PageSize = 500 }, Options(party, cancelled));
        return answer.Commitments;
    }

    public void Dispose() => channel?.Dispose();

    private static CallOptions Options(string inspectorate, CancellationToken cancelled) =>
        new(new Metadata { { "inspectorate", inspectorate } }, DateTime.UtcNow + Deadline, cancelled);
}
