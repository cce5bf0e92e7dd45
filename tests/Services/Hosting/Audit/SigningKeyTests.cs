using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Inspectorates.Hosting.Audit;
using Inspectorates.Hosting.Settings;
using Inspectorates.V1;

namespace Inspectorates.Services.Tests.Hosting.Audit;

public sealed class SigningKeyTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 11, 25, 13, 0, 0, TimeSpan.Zero);
    private readonly string folder = Directory.CreateTempSubdirectory("keys-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void What_is_signed_is_the_text_the_contract_says()
    {
        Assert.Equal(
            "inspectorates/checkpoint/1\ninspectorates/fictional\n12\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n2026-11-25T13:00:00.0000000Z\n",
            Encoding.UTF8.GetString(CheckpointText.Of(
                "inspectorates/fictional", 12, [.. Enumerable.Range(0, 32).Select(i => (byte)i)], CheckpointText.Instant(At))));
    }

    [Fact]
    public void A_signature_verifies_with_nothing_but_the_public_key_and_the_text()
    {
        using var key = SigningKey.LoadOrCreate(FileNamed("a.pem"));
        var root = SHA256.HashData([1]);

        var checkpoint = key.Sign("inspectorates/fictional", 3, root, At);

        using var verifier = ECDsa.Create();
        verifier.ImportSubjectPublicKeyInfo(key.PublicKey, out _);
        var text = $"inspectorates/checkpoint/1\ninspectorates/fictional\n3\n{Convert.ToBase64String(root)}\n2026-11-25T13:00:00.0000000Z\n";
        Assert.True(verifier.VerifyData(
            Encoding.UTF8.GetBytes(text), checkpoint.Signature.Span, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
        Assert.Equal(64, checkpoint.Signature.Length);
        Assert.Equal(SHA256.HashData(key.PublicKey), checkpoint.KeyId.ToByteArray());
        Assert.True(CheckpointSignature.IsOf(checkpoint, key.PublicKey));
    }

    [Fact]
    public void Nothing_of_a_signed_checkpoint_can_be_changed()
    {
        using var key = SigningKey.LoadOrCreate(FileNamed("a.pem"));
        using var other = SigningKey.LoadOrCreate(FileNamed("b.pem"));
        var good = key.Sign("inspectorates/fictional", 3, SHA256.HashData([1]), At);
        Action<Checkpoint>[] changes =
        [
            one => one.Origin = "inspectorates/another", one => one.Size = 4, one => one.RootHash = ByteString.CopyFrom(SHA256.HashData([2])),
            one => one.SignedAt.Seconds++, one => one.SignedAt = null, one => one.KeyId = ByteString.CopyFrom(other.Id),
            one => one.Signature = ByteString.Empty, one => one.Signature = other.Sign(one.Origin, one.Size, one.RootHash.ToByteArray(), At).Signature,
            one => one.SignedAt.Seconds = long.MaxValue,
        ];

        Assert.All(changes, change =>
        {
            var changed = good.Clone();
            change(changed);
            Assert.False(CheckpointSignature.IsOf(changed, key.PublicKey));
        });
        Assert.False(CheckpointSignature.IsOf(good, other.PublicKey));
        Assert.False(CheckpointSignature.IsOf(good, [1, 2, 3]));
    }

    [Fact]
    public void A_key_is_made_once_for_its_owner_alone()
    {
        using var first = SigningKey.LoadOrCreate(FileNamed("deep/a.pem"));
        using var second = SigningKey.LoadOrCreate(FileNamed("deep/a.pem"));

        Assert.Equal(first.Id, second.Id);
        Assert.Equal(["a.pem"], Directory.GetFiles(FileNamed("deep")).Select(Path.GetFileName));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FileNamed("deep/a.pem")));
    }

    [Fact]
    public void A_file_that_holds_no_such_key_is_named()
    {
        File.WriteAllText(FileNamed("nonsense.pem"), "nonsense");
        using (var other = ECDsa.Create(ECCurve.NamedCurves.nistP384))
            File.WriteAllText(FileNamed("p384.pem"), other.ExportPkcs8PrivateKeyPem());
        using (var good = ECDsa.Create(ECCurve.NamedCurves.nistP256))
            File.WriteAllText(FileNamed("public.pem"), good.ExportSubjectPublicKeyInfoPem());

        Assert.All(["nonsense.pem", "p384.pem", "public.pem"], name =>
        {
            var fault = Assert.Throws<SettingsException>(() => SigningKey.LoadOrCreate(FileNamed(name)));
            Assert.Contains($"Audit:KeyFile: '{FileNamed(name)}'", Assert.Single(fault.Faults));
        });
    }

    private string FileNamed(string name) => Path.Combine(folder, name);
}
