using System.Security.Cryptography;

namespace Inspectorates.Hosting.Verification;

/// <summary>The keys that checkpoints are signed with: those that were given, or where none was, those the store names.</summary>
internal sealed class PublicKeys : IDisposable
{
    private readonly Dictionary<string, ECDsa> keys = new(StringComparer.Ordinal);

    public bool IsEmpty => keys.Count == 0;

    /// <summary>The key of an id; null: it is not known.</summary>
    public ECDsa? Find(byte[] id) => keys.GetValueOrDefault(Convert.ToHexString(id));

    /// <exception cref="UnreadableException">A file holds no public key of P-256.</exception>
    public static PublicKeys OfFiles(IEnumerable<string> files)
    {
        var known = new PublicKeys();
        foreach (var file in files)
        {
            var key = ECDsa.Create();
            try
            {
                key.ImportFromPem(File.ReadAllText(file));
                known.Add(key);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
            {
                throw new UnreadableException($"The key '{file}' cannot be read as the PEM of a public key: {fault.Message}");
            }
        }

        return known;
    }

    /// <exception cref="BrokenRecordException">A key is not the one of its id.</exception>
    public static PublicKeys OfStore(RecordDatabase database)
    {
        var known = new PublicKeys();
        if (!database.Has("checkpoint_key", "public_key"))
            return known;
        foreach (var row in database.Rows("SELECT key_id, public_key FROM checkpoint_key"))
        {
            var id = Cell.Bytes(row[0], "checkpoint_key: the id of a key");
            var der = Cell.Bytes(row[1], "checkpoint_key: a public key");
            if (!SHA256.HashData(der).AsSpan().SequenceEqual(id))
                throw new BrokenRecordException($"checkpoint_key: the key of id {Convert.ToHexStringLower(id)} is another");
            var key = ECDsa.Create();
            try
            {
                key.ImportSubjectPublicKeyInfo(der, out _);
            }
            catch (CryptographicException)
            {
                throw new BrokenRecordException($"checkpoint_key: the key of id {Convert.ToHexStringLower(id)} is no public key");
            }

            known.Add(key);
        }

        return known;
    }

    public void Dispose()
    {
        foreach (var key in keys.Values)
            key.Dispose();
    }

    private void Add(ECDsa key) => keys[Convert.ToHexString(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))] = key;
}
