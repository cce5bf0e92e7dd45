using Grpc.Core;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Refusals;

/// <summary>Which gRPC code each reason has, as <c>error_reason.proto</c> says.</summary>
internal static class ReasonCodes
{
    public static StatusCode Of(ErrorReason reason) => reason switch
    {
        ErrorReason.VerdictNotFound or ErrorReason.InspectionNotFound or ErrorReason.DifferenceNotFound => StatusCode.NotFound,
        ErrorReason.MethodNotFound => StatusCode.Unimplemented,
        ErrorReason.RequestIdReused => StatusCode.AlreadyExists,
        ErrorReason.EtagMismatch => StatusCode.Aborted,
        ErrorReason.StateForbids or ErrorReason.CursorReset => StatusCode.FailedPrecondition,
        ErrorReason.TokenRequired or ErrorReason.TokenInvalid => StatusCode.Unauthenticated,
        ErrorReason.RoleForbids => StatusCode.PermissionDenied,
        ErrorReason.StoreFull or ErrorReason.MessageTooLarge => StatusCode.ResourceExhausted,
        ErrorReason.StoreUnavailable or ErrorReason.SourceUnavailable or ErrorReason.AllSourcesUnavailable => StatusCode.Unavailable,
        ErrorReason.SourceTimeout => StatusCode.DeadlineExceeded,
        ErrorReason.ServiceFault or ErrorReason.Unspecified => StatusCode.Internal,
        _ => StatusCode.InvalidArgument,
    };
}
