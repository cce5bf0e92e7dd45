using System.Security.Cryptography;
using Google.Protobuf;
using Inspectorates.Hosting.Refusals;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Store;

/// <summary>Whose request, and which.</summary>
internal sealed record AnswerKey(string Issuer, string Subject, string RequestId)
{
    private const int Length = 16;

    /// <summary>What it is stored under: short, so that looking it up touches little of the store.</summary>
    public byte[] Hash { get; } = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{Issuer.Length} {Issuer}{Subject.Length} {Subject}{RequestId}"))[..Length];

    public bool Equals(AnswerKey? other) => other is not null && Hash.AsSpan().SequenceEqual(other.Hash);

    public override int GetHashCode() => BitConverter.ToInt32(Hash);
}

/// <summary>An answer given before.</summary>
/// <param name="Fingerprint">What tells the request's body from another.</param>
/// <param name="Response">The answer's bytes.</param>
internal sealed record GivenAnswer(byte[] Fingerprint, byte[] Response)
{
    /// <summary>The answer again.</summary>
    /// <exception cref="RefusalException">The id was used with another body.</exception>
    public TResponse For<TResponse>(AnswerKey key, byte[] fingerprint)
        where TResponse : class, IMessage<TResponse>, new()
    {
        if (!Fingerprint.AsSpan().SequenceEqual(fingerprint))
            throw RefusalException.Of(
                ErrorReason.RequestIdReused, "request_id",
                $"The request id {key.RequestId} was used before with another body. Make a new one for every write.");
        var response = new TResponse();
        response.MergeFrom(Response);
        return response;
    }
}

/// <summary>Answers already given, by who asked and request id, kept for at least 24 hours.</summary>
internal static class AnswerTable
{
    /// <summary>How long an answer is kept: twice what is promised, so that no clock's step shortens the promise.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(48);

    private const string ValidateOnly = "validate_only";

    public static void Add(WriteSession session, Stamp stamp, AnswerKey key, GivenAnswer answer) => session.Insert(
        "answer",
        ("key", key.Hash), ("fingerprint", answer.Fingerprint), ("response", answer.Response), ("at", stamp.At.Text()));

    /// <summary>Forgets answers older than they are kept; a few at a time, so that no write waits long.</summary>
    public static void Forget(WriteSession session, DateTimeOffset now) => session.Run(
        // They are numbered as they came, and no entry is dated before the one before it.
        "DELETE FROM answer WHERE at < @before AND number IN (SELECT number FROM answer ORDER BY number LIMIT 500)",
        ("@before", (now - Kept).Text()));

    /// <summary>
    /// What tells two bodies apart, the kind of request included. Whether it only checks is no part of it: a check must fail
    /// where the call itself would.
    /// </summary>
    public static byte[] FingerprintOf(IMessage request, bool validateOnly)
    {
        if (validateOnly)
        {
            request = request.Descriptor.Parser.ParseFrom(request.ToByteArray());
            request.Descriptor.FindFieldByName(ValidateOnly).Accessor.Clear(request);
        }

        return SHA256.HashData([.. System.Text.Encoding.UTF8.GetBytes(request.Descriptor.FullName), 0, .. request.ToByteArray()]);
    }
}
