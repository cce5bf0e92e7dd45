using System.Globalization;
using Grpc.Core;
using Inspectorates.Joint.V1;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Inspectorates.Gateway.Asking;

/// <summary>
/// Why an inspectorate's service gave no proper answer: a state and our own words. What the service itself said is
/// never passed on: it may hold paths, hosts or worse.
/// </summary>
/// <param name="State"><c>UNREACHABLE</c> or <c>INVALID_ANSWER</c>.</param>
/// <param name="Reason">Why, in plain words.</param>
internal sealed record SourceFault(Source.Types.State State, string Reason)
{
    /// <summary>The fault behind an exception; null where it is none of the service's.</summary>
    public static SourceFault? Of(Exception exception, TimeSpan within) => exception switch
    {
        InvalidAnswerException invalid => new(Source.Types.State.InvalidAnswer, invalid.Message),
        BrokenCircuitException => Unreachable(
            "Its service failed several times in a row and is left alone for a moment before it is tried again."),
        TimeoutRejectedException => Late(within),
        RpcException { StatusCode: StatusCode.DeadlineExceeded or StatusCode.Cancelled } => Late(within),
        RpcException { StatusCode: StatusCode.Unavailable } => Unreachable("Its service cannot be reached."),
        RpcException failed => new(Source.Types.State.InvalidAnswer, Words(failed.StatusCode)),
        _ => null,
    };

    private static SourceFault Late(TimeSpan within) => Unreachable(string.Create(
        CultureInfo.InvariantCulture, $"Its service did not answer in full within {within.TotalSeconds:0.##} seconds."));

    private static SourceFault Unreachable(string reason) => new(Source.Types.State.Unreachable, reason);

    private static string Words(StatusCode code) => code switch
    {
        StatusCode.Unimplemented => "Its service does not know the question that every inspectorate's service answers.",
        StatusCode.ResourceExhausted => "Its service answered with more than can be taken, or refused for load.",
        StatusCode.Internal or StatusCode.Unknown or StatusCode.DataLoss
            => "Its service failed, or what it answered cannot be read.",
        StatusCode.Unauthenticated or StatusCode.PermissionDenied
            => "Its service refused to say what is public.",
        _ => "Its service refused a question that every inspectorate's service answers.",
    };
}
