using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Inspectorates.Hosting.Store;

/// <summary>
/// The append-only log: each entry's hash covers the hash before it and a salted hash of its content
/// (docs/decisions/0050-the-log-and-what-is-made-from-it.md).
/// </summary>
internal sealed class EntryLog(RandomBytes random)
{
    private const string Format = "inspectorates/entry/2";
    private const int SaltLength = 16;

    /// <summary>Appends an entry.</summary>
    /// <returns>Its place in the log.</returns>
    public long Append(WriteSession session, Stamp stamp, string kind, string name, int revision, byte[] body)
    {
        var head = session.Head;
        var (seq, at, salt) = (head.Seq + 1, stamp.At.Text(), random(SaltLength));
        var (role, content) = (string.Join(' ', stamp.Caller.Roles), SHA256.HashData([.. salt, .. body]));

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, Format);
        Add(hash, head.Hash);
        Add(hash, seq.ToString(CultureInfo.InvariantCulture));
        Add(hash, kind);
        Add(hash, name);
        Add(hash, revision.ToString(CultureInfo.InvariantCulture));
        Add(hash, at);
        Add(hash, stamp.Caller.Subject);
        Add(hash, stamp.Caller.Issuer);
        Add(hash, role);
        Add(hash, stamp.RequestId);
        Add(hash, content);
        var chained = hash.GetHashAndReset();

        session.Run(
            """
            INSERT INTO entry (seq, kind, name, revision, body, at, subject, issuer, role, request_id, previous_hash, hash, format, salt, content_hash)
            VALUES (@seq, @kind, @name, @revision, @body, @at, @subject, @issuer, @role, @request, @previous, @hash, 2, @salt, @content)
            """,
            ("@seq", seq), ("@kind", kind), ("@name", name), ("@revision", revision), ("@body", body), ("@at", at),
            ("@subject", stamp.Caller.Subject), ("@issuer", stamp.Caller.Issuer), ("@role", role), ("@request", stamp.RequestId),
            ("@previous", head.Hash), ("@hash", chained), ("@salt", salt), ("@content", content));
        session.Head = head with { Seq = seq, Hash = chained, At = at };
        return seq;
    }

    private static void Add(IncrementalHash hash, string text) => Add(hash, Encoding.UTF8.GetBytes(text));

    // Lengths first, so that no two different entries give the same bytes.
    private static void Add(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
