using System.Security.Cryptography;

namespace Inspectorates.Hosting.Trust;

/// <summary>A private key in a PEM file that only its owner reads.</summary>
internal static class KeyFile
{
    /// <summary>The key in a file; a key of P-256 is made if the file is missing.</summary>
    public static ECDsa LoadOrCreate(string file)
    {
        if (!File.Exists(file))
            Create(file);
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(file));
        return key;
    }

    private static void Create(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var unfinished = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(unfinished, options))
        {
            stream.Write(System.Text.Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"));
            // What a key has signed outlives a power cut: so must the key.
            stream.Flush(flushToDisk: true);
        }

        try
        {
            // Two programs may begin at once: the first to move wins and both read the same key.
            File.Move(unfinished, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(unfinished);
        }
    }
}
