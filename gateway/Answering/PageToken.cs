using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Google.Protobuf;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Answering;

/// <summary>
/// Where the next page begins, bound to the question it belongs to. The same on every replica, and opaque: callers
/// send it back as they got it. See docs/decisions/0042-page-tokens-carry-their-question.md.
/// </summary>
internal static class PageToken
{
    private const int UsualSize = 50;
    private const int LargestSize = 500;
    private const int DigestLength = 12;

    /// <summary>One page of a list that is whole in memory, and the token of the next; empty: this was the last.</summary>
    /// <param name="all">The list.</param>
    /// <param name="question">The request without its page size and token.</param>
    /// <param name="pageSize">The size asked for; 0: the usual one.</param>
    /// <param name="pageToken">The token asked for; empty: the first page.</param>
    /// <exception cref="RefusedException">The size is out of range, or the token of another question.</exception>
    public static (IEnumerable<T> Page, string Next) Cut<T>(
        IReadOnlyList<T> all, IMessage question, int pageSize, string pageToken)
    {
        var (start, size) = Check(question, pageSize, pageToken);
        return (all.Skip(start).Take(size), Next(question, start, size, all.Count));
    }

    /// <summary>The token of the page that follows; empty: there is none.</summary>
    public static string Next(IMessage question, int start, int size, int total) =>
        start + size < total ? Write(question, start + size) : "";

    /// <summary>Refuses a wrong size or token before anybody is asked anything.</summary>
    /// <exception cref="RefusedException">The size is out of range, or the token of another question.</exception>
    public static (int Start, int Size) Check(IMessage question, int pageSize, string pageToken)
    {
        if (pageSize is < 0 or > LargestSize)
            throw new RefusedException(
                ErrorReason.FieldOutOfRange, $"A page holds 1 to {LargestSize}; {pageSize} was asked for.")
            { Field = "page_size" };
        return (pageToken.Length == 0 ? 0 : Read(question, pageToken), pageSize == 0 ? UsualSize : pageSize);
    }

    private static string Write(IMessage question, int start)
    {
        Span<byte> token = stackalloc byte[4 + DigestLength];
        BinaryPrimitives.WriteInt32BigEndian(token, start);
        Digest(question, token[..4]).CopyTo(token[4..]);
        return Base64Url.EncodeToString(token);
    }

    private static int Read(IMessage question, string text)
    {
        Span<byte> token = stackalloc byte[4 + DigestLength];
        if (!Base64Url.IsValid(text, out var length) || length != token.Length
            || !Base64Url.TryDecodeFromChars(text, token, out _)
            || BinaryPrimitives.ReadInt32BigEndian(token) is not (var start and >= 0)
            || !Digest(question, token[..4]).SequenceEqual(token[4..]))
            throw new RefusedException(
                ErrorReason.PageTokenInvalid,
                "The page token was not given for this question: send it back unchanged with the same filters, or begin without one.")
            { Field = "page_token" };
        return start;
    }

    private static ReadOnlySpan<byte> Digest(IMessage question, ReadOnlySpan<byte> start)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(question.Descriptor.FullName));
        hash.AppendData(question.ToByteArray());
        hash.AppendData(start);
        return hash.GetHashAndReset().AsSpan(0, DigestLength);
    }
}
