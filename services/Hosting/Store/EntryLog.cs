using System.Buffers;
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

    // Only the writer's thread appends.
    private readonly ArrayBufferWriter<byte> hashed = new(1024);

    /// <summary>Appends an entry.</summary>
    /// <returns>Its place in the log.</returns>
    public long Append(WriteSession session, Stamp stamp, string kind, string name, int revision, byte[] body)
    {
        var head = session.Head;
        var (seq, at, salt) = (head.Seq + 1, stamp.At.Text(), random(SaltLength));
        var (role, content) = (string.Join(' ', stamp.Caller.Roles), SHA256.HashData([.. salt, .. body]));

        hashed.Clear();
        Add(Format);
        Add(head.Hash);
        Add(seq.ToString(CultureInfo.InvariantCulture));
        Add(kind);
        Add(name);
        Add(revision.ToString(CultureInfo.InvariantCulture));
        Add(at);
        Add(stamp.Caller.Subject);
        Add(stamp.Caller.Issuer);
        Add(role);
        Add(stamp.RequestId);
        Add(content);
        var chained = SHA256.HashData(hashed.WrittenSpan);

        session.Insert(
            "entry",
            ("seq", seq), ("kind", kind), ("name", name), ("revision", revision), ("body", body), ("at", at),
            ("subject", stamp.Caller.Subject), ("issuer", stamp.Caller.Issuer), ("role", role), ("request_id", stamp.RequestId),
            ("previous_hash", head.Hash), ("hash", chained), ("format", 2), ("salt", salt), ("content_hash", content));
        session.Head = head with { Seq = seq, Hash = chained, At = at };
        return seq;
    }

    private void Add(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        AddLength(length);
        hashed.Advance(Encoding.UTF8.GetBytes(text, hashed.GetSpan(length)));
    }

    private void Add(ReadOnlySpan<byte> bytes)
    {
        AddLength(bytes.Length);
        hashed.Write(bytes);
    }

    // Lengths first, so that no two different entries give the same bytes.
    private void AddLength(int length)
    {
        BinaryPrimitives.WriteInt64BigEndian(hashed.GetSpan(8), length);
        hashed.Advance(8);
    }
}
