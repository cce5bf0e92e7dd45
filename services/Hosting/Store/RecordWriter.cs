using Google.Protobuf;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Telemetry;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Store;

/// <summary>Writes once per request id: the effect, its log entries and the answer in one transaction.</summary>
internal sealed class RecordWriter(StoreWriter writer, LondonClock clock)
{
    /// <summary>Runs a write, or gives the answer it had before.</summary>
    /// <param name="request">The request as received.</param>
    /// <param name="requestId">Its id; a UUID.</param>
    /// <param name="validateOnly">Answer as if written, fail as it would, and write nothing.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="work">The write itself.</param>
    /// <param name="repeatable">
    /// Whether the write may be run more than once, only the last time for good, because it changes nothing of what it was
    /// given. Such writes cost less on a store that several replicas share.
    /// </param>
    public async Task<TResponse> OnceAsync<TResponse>(
        IMessage request, string requestId, bool validateOnly, Caller caller, Func<WriteSession, Stamp, TResponse> work,
        bool repeatable = false)
        where TResponse : class, IMessage<TResponse>, new()
    {
        // The form is asked for to the letter: parsing passes over white space around it.
        if (requestId.Length != 36 || !Guid.TryParseExact(requestId, "D", out var id))
            throw RefusalException.Of(
                requestId.Length == 0 ? ErrorReason.FieldRequired : ErrorReason.FieldMalformed, "request_id",
                "Every write needs a request id made once for it: a UUID such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301.");

        using var activity = StoreTelemetry.Source.StartActivity("store.write");
        var key = new AnswerKey(caller.Issuer, caller.Subject, id.ToString("D"));
        var fingerprint = AnswerTable.FingerprintOf(request, validateOnly);
        return await writer.RunAsync(
            (session, answers) =>
            {
                if (answers.TryGetValue(key, out var given))
                    return given.For<TResponse>(key, fingerprint);
                var stamp = Stamp.Of(clock, session.Head, caller, key.RequestId);
                var response = work(session, stamp);
                if (!validateOnly)
                {
                    var answer = new GivenAnswer(fingerprint, response.ToByteArray());
                    AnswerTable.Add(session, stamp, key, answer);
                    answers[key] = answer;
                }

                return response;
            },
            key, keep: !validateOnly, repeatable);
    }
}
