using System.Security.Cryptography;
using Inspectorates.Hosting.Audit;

namespace Inspectorates.Local;

/// <summary>The public keys by which the services tell each other's commitments from forged ones, in files.</summary>
internal static class PublicKeys
{
    /// <summary>Writes an inspectorate's public key; the key itself is made where the service will look for it, if it has none yet.</summary>
    /// <returns>The file.</returns>
    public static string Write(DataDirectory data, string inspectorate)
    {
        var folder = Directory.CreateDirectory(Path.Combine(data.FullPath, "public-keys")).FullName;
        var file = Path.Combine(folder, inspectorate + ".pem");
        using var key = SigningKey.LoadOrCreate(Path.Combine(data.FullPath, inspectorate, "checkpoint-key.pem"));
        File.WriteAllText(file, PemEncoding.WriteString("PUBLIC KEY", key.PublicKey) + "\n");
        return file;
    }
}
