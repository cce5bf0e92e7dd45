using System.Security.Cryptography;
using Google.Protobuf;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store.Sqlite;
using Inspectorates.V1;
using Microsoft.Data.Sqlite;

namespace Inspectorates.Hosting.Store;

/// <summary>Answers already given, by request id.</summary>
internal static class RequestTable
{
    /// <summary>The answer given before; null: the request is new.</summary>
    /// <exception cref="RefusalException">The id was used with another body.</exception>
    public static TResponse? Find<TResponse>(SqliteConnection connection, string requestId, byte[] fingerprint)
        where TResponse : class, IMessage<TResponse>, new()
    {
        var given = connection.First(
            "SELECT fingerprint, response FROM request WHERE request_id = $id",
            row => new Given(row.Bytes(0), row.Bytes(1)), ("$id", requestId));
        if (given is null)
            return null;
        if (!given.Fingerprint.SequenceEqual(fingerprint))
            throw RefusalException.Of(ErrorReason.RequestIdReused, "request_id", $"The request id {requestId} was used before with another body. Make a new one for every write.");
        var response = new TResponse();
        response.MergeFrom(given.Response);
        return response;
    }

    public static void Add(SqliteConnection connection, Stamp stamp, byte[] fingerprint, IMessage response) => connection.Run(
        "INSERT INTO request (request_id, fingerprint, response, at) VALUES ($id, $fingerprint, $response, $at)",
        ("$id", stamp.RequestId), ("$fingerprint", fingerprint), ("$response", response.ToByteArray()),
        ("$at", stamp.At.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>What tells two bodies apart, the kind of request included.</summary>
    public static byte[] FingerprintOf(IMessage request) =>
        SHA256.HashData([.. System.Text.Encoding.UTF8.GetBytes(request.Descriptor.FullName), 0, .. request.ToByteArray()]);

    private sealed record Given(byte[] Fingerprint, byte[] Response);
}
