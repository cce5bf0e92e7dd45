using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Answering.Watching;

/// <summary>
/// Where a stream of differences goes on: a place in each inspectorate's changes, bound to the filters. The gateway keeps
/// nothing: every replica reads it alike. Whose it is, the inspectorates say, whose cursors it holds.
/// See docs/decisions/0142-streams-of-differences.md.
/// </summary>
internal static class WatchToken
{
    private const int DigestLength = 12;
    private const int Longest = 16 * 1024;
    private const byte Form = 1;

    /// <summary>The token of the places.</summary>
    /// <param name="question">The request without its token.</param>
    /// <param name="places">The places by code. Those at the beginning need not be there.</param>
    public static string Write(WatchDifferencesRequest question, IReadOnlyDictionary<string, WatchPlace> places)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Form);
            foreach (var (code, place) in places.Where(one => one.Value.Cursor.Length > 0).OrderBy(one => one.Key, StringComparer.Ordinal))
            {
                writer.Write(code);
                writer.Write(place.Cursor);
                writer.Write(place.RecordedAt?.Seconds ?? long.MinValue);
                writer.Write(place.RecordedAt?.Nanos ?? 0);
            }
        }

        return Base64Url.EncodeToString([.. Digest(question, bytes.ToArray()), .. bytes.ToArray()]);
    }

    /// <summary>The places of the token; empty for no token.</summary>
    /// <exception cref="RefusedException">It was not given for this question.</exception>
    public static Dictionary<string, WatchPlace> Read(WatchDifferencesRequest question, string token)
    {
        if (token.Length == 0)
            return [];
        if (token.Length > Longest || !Base64Url.IsValid(token))
            throw NotGiven();
        var bytes = Base64Url.DecodeFromChars(token);
        if (bytes.Length <= DigestLength || !Digest(question, bytes.AsSpan(DigestLength)).SequenceEqual(bytes.AsSpan(0, DigestLength)))
            throw NotGiven();
        try
        {
            return Places(bytes.AsSpan(DigestLength).ToArray());
        }
        catch (Exception unread) when (unread is IOException or FormatException or ArgumentException)
        {
            throw NotGiven();
        }
    }

    private static Dictionary<string, WatchPlace> Places(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        if (reader.ReadByte() != Form)
            throw NotGiven();
        var places = new Dictionary<string, WatchPlace>();
        while (reader.BaseStream.Position < bytes.Length)
        {
            var (code, cursor, seconds, nanos) = (reader.ReadString(), reader.ReadString(), reader.ReadInt64(), reader.ReadInt32());
            places.Add(code, new(cursor, seconds == long.MinValue ? null : new Timestamp { Seconds = seconds, Nanos = nanos }));
        }

        return places;
    }

    private static RefusedException NotGiven() => new(
        ErrorReason.WatchTokenInvalid,
        "The token was not given for this stream: send it back unchanged with the same filters, or begin without one.")
    { Field = "token" };

    private static ReadOnlySpan<byte> Digest(WatchDifferencesRequest question, ReadOnlySpan<byte> places)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(WatchDifferencesRequest.Descriptor.FullName));
        hash.AppendData(question.ToByteArray());
        hash.AppendData(places);
        return hash.GetHashAndReset().AsSpan(0, DigestLength);
    }
}
