using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Inspectorates.V1;
using Status = Google.Rpc.Status;

namespace Inspectorates.Hosting.Refusals;

/// <summary>Refusals as <c>google.rpc.Status</c>: an ErrorInfo always, a BadRequest where fields are at fault.</summary>
internal static class Statuses
{
    public const string Domain = "inspectorates";

    // Trailers travel in HTTP/2 headers, which clients limit to 8 to 16 KiB in all.
    private const int MostFields = 20;
    private const int LongestMessage = 600;

    // What is unavailable now and says nothing else.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    public static Status Of(RefusalException refusal) =>
        Of(refusal.Reason, refusal.Message, refusal.Faults, retryAfter: refusal.RetryAfter);

    public static Status Of(ErrorReason reason, string message, IReadOnlyList<Fault>? faults = null, StatusCode? code = null, TimeSpan? retryAfter = null)
    {
        var status = new Status
        {
            Code = (int)(code ?? ReasonCodes.Of(reason)),
            Message = Short(message),
            Details = { Any.Pack(new ErrorInfo { Reason = ReasonNames.Of(reason), Domain = Domain }) },
        };
        if (faults is { Count: > 0 })
            status.Details.Add(Any.Pack(FieldsOf(faults)));
        retryAfter ??= ReasonCodes.Of(reason) == StatusCode.Unavailable ? Soon : null;
        if (retryAfter is { } delay)
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(delay) }));
        return status;
    }

    private static BadRequest FieldsOf(IReadOnlyList<Fault> faults)
    {
        var fields = new BadRequest();
        fields.FieldViolations.AddRange(faults.Where(fault => fault.Field.Length > 0).Take(MostFields).Select(fault =>
            new BadRequest.Types.FieldViolation
            {
                Field = fault.Field,
                Description = fault.Message.Length <= 200 ? fault.Message : fault.Message[..200] + " ...",
                Reason = ReasonNames.Of(fault.Reason),
            }));
        return fields;
    }

    private static string Short(string message) =>
        message.Length <= LongestMessage ? message : message[..LongestMessage] + " ...";
}
