using System.Security.Cryptography;
using Inspectorates.Hosting.Trust;
using k8s.Models;

namespace Inspectorates.SystemTests.Kubernetes;

/// <summary>
/// The volumes of an inspectorate's pod as folders of this machine: an empty one for the record, and for each Secret and
/// ConfigMap one with the files the settings name, each a link as the kubelet lays them out, holding keys and tokens made up here.
/// </summary>
internal sealed class PodFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pod-");
    private readonly ECDsa auditKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly string code;

    public PodFolder(string code, V1PodSpec pod, IReadOnlyDictionary<string, string> settings)
    {
        this.code = code;
        Issuer = new DevelopmentIssuer(In("issuer"));
        Issuer.Mint(code, "auditor");
        Directory.CreateDirectory(Data);
        Settings = settings.ToDictionary(setting => setting.Key, setting => setting.Key switch
        {
            "Inspectorate__DataDirectory" => Data,
            _ when Overlay.Mounted(pod, setting.Value) is { } at && setting.Key.EndsWith("File", StringComparison.Ordinal) =>
                Write(at.Volume.Name, at.File, Content(setting.Key)),
            _ when setting.Value.StartsWith("http://0.0.0.0:", StringComparison.Ordinal) => "http://127.0.0.1:0",
            _ => setting.Value,
        });
    }

    /// <summary>The pod's settings, on this machine's folders and free ports.</summary>
    public Dictionary<string, string> Settings { get; }

    /// <summary>The folder of the record.</summary>
    public string Data => In("data");

    /// <summary>Whose tokens the service believes.</summary>
    public DevelopmentIssuer Issuer { get; }

    /// <summary>The public half of the key in the Secret, SubjectPublicKeyInfo in DER.</summary>
    public byte[] AuditKey => auditKey.ExportSubjectPublicKeyInfo();

    public void Dispose()
    {
        auditKey.Dispose();
        folder.Delete(recursive: true);
    }

    private string In(params string[] parts) => Path.Combine([folder.FullName, .. parts]);

    private string Content(string setting)
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return setting switch
        {
            "Audit__KeyFile" => auditKey.ExportPkcs8PrivateKeyPem(),
            "Trust__DevelopmentKeyFile" => File.ReadAllText(DevelopmentIssuer.KeyFileOf(In("issuer"), code)),
            _ when setting.EndsWith("__TokenFile", StringComparison.Ordinal) => "token",
            _ when setting.EndsWith("__PublicKeyFile", StringComparison.Ordinal) => other.ExportSubjectPublicKeyInfoPem(),
            _ => throw new ArgumentException($"{setting} names a file of which nobody here knows what it holds."),
        };
    }

    private string Write(string volume, string file, string content)
    {
        Directory.CreateDirectory(In(volume, "..2026_11_25"));
        if (!Directory.Exists(In(volume, "..data")))
            Directory.CreateSymbolicLink(In(volume, "..data"), "..2026_11_25");
        File.WriteAllText(In(volume, "..data", file), content);
        File.CreateSymbolicLink(In(volume, file), Path.Combine("..data", file));
        return In(volume, file);
    }
}
