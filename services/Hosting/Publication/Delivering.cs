using System.Security.Cryptography;
using Grpc.Core;
using Inspectorates.Hosting.Audit;
using Inspectorates.Hosting.Records.Referrals;
using Inspectorates.Hosting.Settings;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Inspectorates.Hosting.Publication;

/// <summary>
/// Delivers what is to be sent to other inspectorates: each message until its recipient's signed receipt is in the record, however
/// long that takes and whatever is restarted meanwhile (docs/decisions/0201). A message that is refused holds up none but those of its
/// own referral; an inspectorate that cannot be reached none but its own.
/// </summary>
internal sealed partial class Delivering(
    IStore store, StoreWriter writer, ChangeSignal signal, LondonClock clock, TimeProvider time, IInspectorate inspectorate,
    ReferralReceiving receiving, ReferralClient client, SigningKey key, PositionSettings parties, ReferralSettings settings,
    ILogger<Delivering> log) : BackgroundService
{
    // How long a commit of another replica that was missed goes unnoticed, and how exactly a pause is kept.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly Pause pause = new(time, settings.LongestWait);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (!client.CanSend)
            return;
        while (!stoppingToken.IsCancellationRequested)
        {
            // Taken before looking: what is written in between raises it.
            var changed = signal.Next;
            try
            {
                var recipients = await OutboxTable.RecipientsAsync(store, stoppingToken);
                await Task.WhenAll(recipients.Where(recipient => !pause.Holds(recipient)).Select(recipient => DeliverAsync(recipient, stoppingToken)));
            }
#pragma warning disable CA1031 // A store that fails now may answer in a second; what waits goes on waiting.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                if (stoppingToken.IsCancellationRequested)
                    return;
                LogFailed(fault);
            }

            using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(changed, Task.Delay(Longest, time, either.Token));
            await either.CancelAsync();
        }
    }

    /// <summary>Sends what waits for an inspectorate, oldest first, until nothing is left or it cannot be reached.</summary>
    private async Task DeliverAsync(string recipient, CancellationToken cancelled)
    {
        List<WaitingMessage> some;
        var after = 0L;
        do
        {
            some = await OutboxTable.WaitingAsync(store, recipient, after, cancelled);
            foreach (var waiting in some.Where(waiting => !pause.Holds(waiting.Referral)))
                if (!await SendAsync(recipient, waiting, cancelled))
                    return;
            after = some.Count == 0 ? after : some[^1].Seq;
        }
        while (some.Count == OutboxTable.Together);
        pause.End(recipient);
    }

    /// <returns>False: the inspectorate cannot be reached, and the rest need not be tried now.</returns>
    private async Task<bool> SendAsync(string recipient, WaitingMessage waiting, CancellationToken cancelled)
    {
        try
        {
            // Signed when it is sent: a key that was changed while it waited is one its recipient still knows.
            var receipt = await client.SendAsync(recipient, key.SignMessage(waiting.Body), cancelled);
            var message = ReferralMessage.Parser.ParseFrom(waiting.Body);
            if (receipt is null || !ReferralSignature.IsOf(receipt, message, SHA256.HashData(waiting.Body), parties.Keys.GetValueOrDefault(recipient, [])))
            {
                // Whoever is between the two can delay, and not make believe that a message has arrived.
                if (pause.Lengthen(waiting.Referral))
                    LogForged(recipient, waiting.Referral);
                return true;
            }

            await writer.RunAsync(session =>
            {
                receiving.Delivered(session, Stamp.Of(clock, session.Head, Caller.Service(inspectorate.Code), ""), receipt);
                return true;
            });
            pause.End(waiting.Referral);
            return true;
        }
        catch (RpcException refused) when (IsOfMessage(refused.StatusCode) && !cancelled.IsCancellationRequested)
        {
            if (pause.Lengthen(waiting.Referral))
                LogRefused(recipient, waiting.Referral, refused.StatusCode);
            return true;
        }
        catch (RpcException fault) when (!cancelled.IsCancellationRequested)
        {
            if (pause.Lengthen(recipient))
                LogUnreachable(recipient, fault.StatusCode);
            return false;
        }
    }

    // What another message might not be told.
    private static bool IsOfMessage(StatusCode code) => code is StatusCode.InvalidArgument or StatusCode.FailedPrecondition
        or StatusCode.AlreadyExists or StatusCode.Unauthenticated or StatusCode.PermissionDenied;

    [LoggerMessage(Level = LogLevel.Error, Message = "What came back from {Inspectorate} for {Referral} is no receipt signed by a key of theirs that is known here: the message counts as not delivered and is sent again")]
    private partial void LogForged(string inspectorate, string referral);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Inspectorate} refuses a message on {Referral}: {Code}; it is sent again, ever more seldom")]
    private partial void LogRefused(string inspectorate, string referral, StatusCode code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Inspectorate} cannot be reached: {Code}; what is to be sent waits")]
    private partial void LogUnreachable(string inspectorate, StatusCode code);

    [LoggerMessage(Level = LogLevel.Error, Message = "What is to be sent could not be; it is tried again")]
    private partial void LogFailed(Exception fault);
}
