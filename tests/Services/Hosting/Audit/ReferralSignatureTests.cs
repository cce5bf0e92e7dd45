using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Inspectorates.Hosting.Audit;
using Inspectorates.V1;

namespace Inspectorates.Services.Tests.Hosting.Audit;

/// <summary>Messages between inspectorates and their receipts, signed and checked.</summary>
public sealed class ReferralSignatureTests : IDisposable
{
    private static readonly Timestamp At = Timestamp.FromDateTimeOffset(new DateTimeOffset(2026, 6, 15, 9, 0, 0, TimeSpan.Zero));
    private readonly string folder = Directory.CreateTempSubdirectory("keys-").FullName;
    private readonly SigningKey ours;
    private readonly SigningKey others;

    public ReferralSignatureTests() => (ours, others) = (KeyNamed("a.pem"), KeyNamed("b.pem"));

    private static ReferralMessage Message => new() { Referral = "inspectorates/ofsted/referrals/1", Origin = "ofsted", Recipient = "hmic", Number = 1, WrittenAt = At };

    public void Dispose()
    {
        ours.Dispose();
        others.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_message_verifies_with_nothing_but_the_public_key_and_what_the_contract_says()
    {
        var signed = ours.SignMessage(Message.ToByteArray());

        using var verifier = ECDsa.Create();
        verifier.ImportSubjectPublicKeyInfo(ours.PublicKey, out _);
        byte[] text = [.. Encoding.UTF8.GetBytes("inspectorates/referral-message/1\n"), .. signed.Message.Span];
        Assert.True(verifier.VerifyData(text, signed.Signature.Span, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
        Assert.True(ReferralSignature.IsOf(signed, [others.PublicKey, ours.PublicKey]));
    }

    [Fact]
    public void A_message_that_was_altered_moved_to_another_key_or_not_signed_is_not_believed()
    {
        var signed = ours.SignMessage(Message.ToByteArray());
        var altered = signed.Clone();
        altered.Message = ByteString.CopyFrom([.. signed.Message.Span, 0]);
        var unsigned = signed.Clone();
        unsigned.Signature = ByteString.Empty;
        var renamed = others.SignMessage(Message.ToByteArray());
        renamed.KeyId = signed.KeyId;

        Assert.All([altered, unsigned, renamed], one => Assert.False(ReferralSignature.IsOf(one, [ours.PublicKey])));
        Assert.False(ReferralSignature.IsOf(signed, [others.PublicKey]));
        Assert.False(ReferralSignature.IsOf(signed, []));
    }

    [Fact]
    public void A_receipt_is_for_one_message_and_verifies_by_the_text_the_contract_lays_down()
    {
        var hash = SHA256.HashData([1]);
        var receipt = ours.SignReceipt(Message, hash, At);

        using var verifier = ECDsa.Create();
        verifier.ImportSubjectPublicKeyInfo(ours.PublicKey, out _);
        var text = $"inspectorates/referral-receipt/1\nhmic\nofsted\ninspectorates/ofsted/referrals/1\n1\n{Convert.ToBase64String(hash)}\n2026-06-15T09:00:00.0000000Z\n";
        Assert.True(verifier.VerifyData(Encoding.UTF8.GetBytes(text), receipt.Signature.Span, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
        Assert.True(ReferralSignature.IsOf(receipt, Message, hash, [ours.PublicKey]));
        Assert.False(ReferralSignature.IsOf(receipt, Message, SHA256.HashData([2]), [ours.PublicKey]));
        Assert.False(ReferralSignature.IsOf(receipt, new ReferralMessage(Message) { Number = 2 }, hash, [ours.PublicKey]));
        Assert.False(ReferralSignature.IsOf(receipt, new ReferralMessage(Message) { Recipient = "cqc" }, hash, [ours.PublicKey]));
        var backdated = receipt.Clone();
        backdated.ReceivedAt = new Timestamp(At) { Seconds = At.Seconds - 1 };
        Assert.False(ReferralSignature.IsOf(backdated, Message, hash, [ours.PublicKey]));
    }

    private SigningKey KeyNamed(string name) => SigningKey.LoadOrCreate(Path.Combine(folder, name));
}
