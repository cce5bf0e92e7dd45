using Google.Rpc;
using Grpc.Core;

namespace Inspectorates.SystemTests.Durability;

/// <summary>What a failed call tells its caller.</summary>
internal static class Outcomes
{
    /// <summary>Whether the write may or may not have happened, or was put off: the same request is to be sent again.</summary>
    public static bool IsToBeSentAgain(RpcException fault) => ReasonOf(fault) switch
    {
        // Nobody said anything: the connection or the program went.
        null => fault.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Internal or StatusCode.Cancelled,
        "STORE_UNAVAILABLE" or "SOURCE_UNAVAILABLE" or "SOURCE_TIMEOUT" or "RATE_LIMITED" or "CONCURRENCY_LIMITED" => true,
        _ => false,
    };

    public static string? ReasonOf(RpcException fault) => fault.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason;
}
