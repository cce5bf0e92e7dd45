using Google.Protobuf;
using Inspectorates.Hosting.Audit;
using Inspectorates.Hosting.Records.Concerns;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;
using static Inspectorates.V1.Referral.Types;

namespace Inspectorates.Hosting.Records.Referrals;

/// <summary>
/// Takes what other inspectorates' services bring, on the writer: a message once however often it comes, in its order; and receipts
/// for what was sent to them. The record itself says what has come: nothing is kept beside it.
/// </summary>
internal sealed class ReferralReceiving(FurtherTable table, ConcernWrites concerns, SigningKey key)
{
    /// <summary>Takes a message into the record.</summary>
    /// <returns>The receipt: of a message that came before, the one it had.</returns>
    /// <exception cref="RefusalException">Another with its number has come, or one before it has not.</exception>
    public ReferralReceipt Take(WriteSession session, Stamp stamp, ReceivedMessage received)
    {
        var (message, hash) = (received.Message, received.Hash);
        var referral = FurtherTable.Find(session, ReferralKind.Kind, message.Referral);
        var before = referral?.Exchanges.Where(one => one.Message.Origin == message.Origin).ToList() ?? [];
        if (message.Number <= before.Count)
            return Again(before[message.Number - 1], received);
        var isNext = message.Number == before.Count + 1 && (referral is null) == (message.Referred is not null);
        if (!isNext || (referral is not null && !Follows(referral, message)))
            throw new RefusalException(
                ErrorReason.MessageOutOfOrder, $"The message is number {message.Number} of its origin; {before.Count} of them are here, and this one does not follow.");

        referral ??= Begun(message);
        var receipt = key.SignReceipt(message, hash, Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(stamp.At));
        referral.Exchanges.Add(new ReferralExchange { Message = message, MessageHash = ByteString.CopyFrom(hash), Receipt = receipt });
        if (message.Referred is not null)
            referral.DeliveredAt = receipt.ReceivedAt;
        Heard(referral, message);
        table.Append(session, stamp, ReferralKind.Kind, referral);
        if (message.Answer?.Outcome == ReferralAnswer.Types.Outcome.NotOurs)
            concerns.TakeBack(session, stamp, referral.Concern, referral.Host);
        return receipt;
    }

    /// <summary>Puts a receipt, checked before, to the message that was sent; one that is there already changes nothing.</summary>
    public void Delivered(WriteSession session, Stamp stamp, ReferralReceipt receipt)
    {
        var referral = FurtherTable.Find(session, ReferralKind.Kind, receipt.Referral);
        var sent = referral?.Exchanges.FirstOrDefault(one => one.Message.Origin == receipt.Origin && one.Message.Number == receipt.Number);
        if (referral is null || sent is null || sent.Receipt is not null)
            return;
        sent.Receipt = receipt;
        if (sent.Message.Referred is not null)
            referral.DeliveredAt = receipt.ReceivedAt;
        if (referral.State == State.Undelivered)
            referral.State = State.Delivered;
        table.Append(session, stamp, ReferralKind.Kind, referral);
        OutboxTable.Strike(session, receipt.Referral, receipt.Number);
    }

    // A key that was changed meanwhile signs the same receipt.
    private ReferralReceipt Again(ReferralExchange known, ReceivedMessage received)
    {
        if (!known.MessageHash.Span.SequenceEqual(received.Hash))
            throw new RefusalException(ErrorReason.MessageReused, $"Another message with the number {received.Message.Number} has come from {received.Message.Origin} on this referral.");
        return known.Receipt.KeyId.Span.SequenceEqual(key.Id) ? known.Receipt : key.SignReceipt(known.Message, received.Hash, known.Receipt.ReceivedAt);
    }

    // Only its host says something to a referral, first that it has taken it up and then what came of it.
    private static bool Follows(Referral referral, ReferralMessage message) => referral.Host == message.Origin && message.ContentCase switch
    {
        ReferralMessage.ContentOneofCase.Acknowledgement => referral.Acknowledgement is null,
        ReferralMessage.ContentOneofCase.Answer => referral.Acknowledgement is not null && referral.Answer is null,
        _ => false,
    };

    private static Referral Begun(ReferralMessage message) => new()
    {
        Name = message.Referral,
        Sender = message.Origin,
        Host = message.Recipient,
        Concern = message.Referred.Concern,
        Subject = message.Referred.Subject,
        Areas = { message.Referred.Areas },
        Process = message.Referred.Process,
        Evidence = { message.Referred.Evidence },
        Text = message.Referred.Text,
        ReferredOn = LondonClock.DayOf(message.WrittenAt.ToDateTimeOffset()).Iso(),
        AcknowledgeBy = message.Referred.AcknowledgeBy,
        State = State.Delivered,
    };

    private static void Heard(Referral referral, ReferralMessage message)
    {
        var day = LondonClock.DayOf(message.WrittenAt.ToDateTimeOffset()).Iso();
        if (message.Acknowledgement is { } acknowledgement)
            (referral.Acknowledgement, referral.AcknowledgedOn, referral.State) = (acknowledgement, day, State.Acknowledged);
        if (message.Answer is { } answer)
            (referral.Answer, referral.AnsweredOn, referral.State) = (answer, day, State.Answered);
    }
}
