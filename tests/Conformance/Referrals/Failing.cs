using Google.Protobuf;
using Grpc.Core;
using Inspectorates.Hosting.Audit;
using Inspectorates.V1;

namespace Inspectorates.Conformance.Referrals;

/// <summary>Something that goes wrong with a message on its way from one inspectorate to another, and is put right once it has.</summary>
internal sealed class Failing : IAsyncDisposable
{
    private readonly TwoInspectorates two;
    private readonly RunningService from;
    private readonly RunningService to;
    private readonly TaskCompletionSource carried = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IAsyncDisposable? broken;
    private int times;

    private Failing(TwoInspectorates two, RunningService from, RunningService to) => (this.two, this.from, this.to) = (two, from, to);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Failing> BeginAsync(TwoInspectorates two, string fault, RunningService from, RunningService to)
    {
        var failing = new Failing(two, from, to);
        await failing.BeginAsync(fault);
        return failing;
    }

    /// <summary>Puts it right, once it has gone wrong.</summary>
    public async Task EndAsync(string fault)
    {
        switch (fault)
        {
            case "the gateway is down":
                await TriedAsync(2);
                await two.StartGatewayAsync();
                break;
            case "the recipient is down for an hour":
                for (var minute = 0; minute < 60; minute++)
                {
                    two.Pass(TimeSpan.FromMinutes(1));
                    await Task.Delay(2, Stop);
                }

                await to.StartAsync();
                break;
            case "the network is cut before the gateway":
                await TriedAsync(3);
                break;
            case "the network is cut mid answer" or "the answer is lost twice" or "the receipt is forged":
                await TriedAsync(3);
                break;
            case "the sender is restarted before it sends":
                await TriedAsync(1);
                await from.StopAsync();
                two.Network.Does = null;
                await from.StartAsync();
                break;
            case "the sender is restarted after it sent and before it knew":
                await CarriedAsync();
                await from.StopAsync();
                two.Network.Does = null;
                await from.StartAsync();
                break;
            case "the recipient is restarted after it recorded it":
                await CarriedAsync();
                await to.StopAsync();
                await to.StartAsync();
                break;
            case "the sender's store fails as the receipt is recorded" or "the recipient's store fails as it is recorded":
                await TriedAsync(2);
                await broken!.DisposeAsync();
                break;
            case "the clock of the sender steps back":
                await TriedAsync(1);
                await from.RestartAtAsync(from.Time.GetUtcNow().AddHours(-2));
                break;
            case "the clock of the recipient steps back":
                await TriedAsync(1);
                await to.RestartAtAsync(to.Time.GetUtcNow().AddHours(-2));
                break;
        }

        two.Network.Does = null;
    }

    public ValueTask DisposeAsync()
    {
        two.Network.Does = null;
        return ValueTask.CompletedTask;
    }

    private async Task BeginAsync(string fault)
    {
        times = two.Network.Tried.Count;
        switch (fault)
        {
            case "the gateway is down":
                await two.StopGatewayAsync();
                break;
            case "the recipient is down for an hour":
                await to.StopAsync();
                break;
            case "the network is cut before the gateway" or "the sender is restarted before it sends"
                or "the clock of the sender steps back" or "the clock of the recipient steps back":
                two.Network.Does = (_, _, _) => throw Unavailable();
                break;
            case "the network is cut mid answer":
                two.Network.Does = async (_, carry, context) =>
                {
                    await carry();
                    context.GetHttpContext().Abort();
                    throw Unavailable();
                };
                break;
            case "the answer is lost twice" or "the recipient is restarted after it recorded it":
                two.Network.Does = async (_, carry, _) =>
                {
                    await carry();
                    carried.TrySetResult();
                    throw new RpcException(new Status(StatusCode.DeadlineExceeded, "lost"));
                };
                break;
            case "it is delivered twice at once":
                two.Network.Does = async (_, carry, _) => (await Task.WhenAll(carry(), carry(), carry()))[1];
                break;
            case "the receipt is forged":
                two.Network.Does = (request, _, _) => Task.FromResult(new DeliverMessageResponse { Receipt = Forged(request) });
                break;
            case "the sender is restarted after it sent and before it knew":
                two.Network.Does = async (_, carry, context) =>
                {
                    await carry();
                    carried.TrySetResult();
                    await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
                    throw Unavailable();
                };
                break;
            case "the sender's store fails as the receipt is recorded":
                broken = await TwoInspectorates.BreakAsync(from, "outbox", "UPDATE");
                break;
            case "the recipient's store fails as it is recorded":
                broken = await TwoInspectorates.BreakAsync(to, "further_record", "INSERT");
                break;
            case "nothing":
                break;
            default:
                throw new ArgumentException(fault);
        }
    }

    // A receipt that whoever is between them makes up: everything in it is right but the signature.
    private ReferralReceipt Forged(DeliverMessageRequest request)
    {
        using var key = two.KeyOf("somebody");
        var message = ReferralMessage.Parser.ParseFrom(request.Message.Message);
        var receipt = key.SignReceipt(message, System.Security.Cryptography.SHA256.HashData(request.Message.Message.Span), message.WrittenAt);
        using var theirs = two.KeyOf(message.Recipient);
        receipt.KeyId = ByteString.CopyFrom(theirs.Id);
        return receipt;
    }

    private Task TriedAsync(int often) => two.HoldsAsync(() => Task.FromResult(two.Network.Tried.Count >= times + often));

    private Task CarriedAsync() => two.HoldsAsync(() => Task.FromResult(carried.Task.IsCompleted));

    private static RpcException Unavailable() => new(new Status(StatusCode.Unavailable, "cut"));
}
