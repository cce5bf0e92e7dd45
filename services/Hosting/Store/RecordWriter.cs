using Google.Protobuf;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Telemetry;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;
using Microsoft.Data.Sqlite;

namespace Inspectorates.Hosting.Store;

/// <summary>Writes once per request id: the effect, its log entries and the answer in one transaction.</summary>
internal sealed class RecordWriter(StoreWriter writer, LondonClock clock)
{
    /// <summary>Runs a write, or gives the answer it had before.</summary>
    /// <param name="request">The request as received.</param>
    /// <param name="requestId">Its id; a UUID.</param>
    /// <param name="validateOnly">Answer as if written and write nothing.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="work">The write itself.</param>
    public async Task<TResponse> OnceAsync<TResponse>(
        IMessage request, string requestId, bool validateOnly, Caller caller, Func<SqliteConnection, Stamp, TResponse> work)
        where TResponse : class, IMessage<TResponse>, new()
    {
        if (!Guid.TryParseExact(requestId, "D", out var id))
            throw RefusalException.Of(
                requestId.Length == 0 ? ErrorReason.FieldRequired : ErrorReason.FieldMalformed, "request_id",
                "Every write needs a request id made once for it: a UUID such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301.");

        using var activity = StoreTelemetry.Source.StartActivity("store.write");
        var fingerprint = RequestTable.FingerprintOf(request);
        return await writer.RunAsync(
            connection =>
            {
                var stamp = new Stamp(clock.Now, clock.Today, caller, id.ToString("D"));
                if (validateOnly)
                    return work(connection, stamp);
                if (RequestTable.Find<TResponse>(connection, stamp.RequestId, fingerprint) is { } given)
                    return given;
                var response = work(connection, stamp);
                RequestTable.Add(connection, stamp, fingerprint, response);
                return response;
            },
            keep: !validateOnly);
    }
}
