using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Audit;

/// <summary>Messages about referrals and their receipts: signed here, and those of others checked against their keys.</summary>
internal static class ReferralSignature
{
    private const string MessageForm = "inspectorates/referral-message/1\n";
    private const string ReceiptForm = "inspectorates/referral-receipt/1";

    /// <summary>A message signed, as it travels.</summary>
    /// <param name="message">The message's bytes as they were written.</param>
    public static SignedReferralMessage SignMessage(this SigningKey key, byte[] message) => new()
    {
        Message = ByteString.CopyFrom(message),
        KeyId = ByteString.CopyFrom(key.Id),
        Signature = ByteString.CopyFrom(key.Sign(TextOf(message))),
    };

    /// <summary>The receipt of a message, signed.</summary>
    /// <param name="message">The message.</param>
    /// <param name="hash">SHA-256 of its bytes.</param>
    /// <param name="receivedAt">When it was recorded.</param>
    public static ReferralReceipt SignReceipt(this SigningKey key, ReferralMessage message, byte[] hash, Timestamp receivedAt)
    {
        var receipt = new ReferralReceipt
        {
            Recipient = message.Recipient,
            Origin = message.Origin,
            Referral = message.Referral,
            Number = message.Number,
            MessageHash = ByteString.CopyFrom(hash),
            ReceivedAt = receivedAt,
            KeyId = ByteString.CopyFrom(key.Id),
        };
        receipt.Signature = ByteString.CopyFrom(key.Sign(TextOf(receipt)));
        return receipt;
    }

    /// <summary>Whether a message is signed by one of some keys.</summary>
    /// <param name="keys">The keys of the inspectorate it says it is of, each SubjectPublicKeyInfo in DER.</param>
    public static bool IsOf(SignedReferralMessage signed, IEnumerable<byte[]> keys) =>
        IsSigned(TextOf(signed.Message.Span), signed.KeyId, signed.Signature, keys);

    /// <summary>Whether a receipt is for a message and signed by one of its recipient's keys.</summary>
    public static bool IsOf(ReferralReceipt receipt, ReferralMessage message, byte[] hash, IEnumerable<byte[]> keys) =>
        receipt.Recipient == message.Recipient && receipt.Origin == message.Origin && receipt.Referral == message.Referral
        && receipt.Number == message.Number && receipt.MessageHash.Span.SequenceEqual(hash)
        && receipt.ReceivedAt is { } at && Instants.IsValid(at)
        && IsSigned(TextOf(receipt), receipt.KeyId, receipt.Signature, keys);

    private static bool IsSigned(byte[] text, ByteString keyId, ByteString signature, IEnumerable<byte[]> keys) =>
        keys.Any(key => keyId.Span.SequenceEqual(CheckpointSignature.IdOf(key)) && IsSigned(text, signature, key));

    private static bool IsSigned(byte[] text, ByteString signature, byte[] publicKey)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(publicKey, out _);
        return key.VerifyData(text, signature.Span, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    private static byte[] TextOf(ReadOnlySpan<byte> message) => [.. Encoding.UTF8.GetBytes(MessageForm), .. message];

    private static byte[] TextOf(ReferralReceipt receipt) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"{ReceiptForm}\n{receipt.Recipient}\n{receipt.Origin}\n{receipt.Referral}\n{receipt.Number}\n{receipt.MessageHash.ToBase64()}\n{CheckpointText.Instant(receipt.ReceivedAt.ToDateTimeOffset())}\n"));
}
