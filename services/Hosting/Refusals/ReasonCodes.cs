using Grpc.Core;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Refusals;

/// <summary>Which gRPC code each reason has, as <c>error_reason.proto</c> says.</summary>
internal static class ReasonCodes
{
    public static StatusCode Of(ErrorReason reason) => reason switch
    {
        ErrorReason.VerdictNotFound or ErrorReason.InspectionNotFound or ErrorReason.DifferenceNotFound
            or ErrorReason.CheckpointNotFound or ErrorReason.EntryNotFound or ErrorReason.PositionNotFound or ErrorReason.RecommendationNotFound
            or ErrorReason.StatementNotFound or ErrorReason.ReplyNotFound or ErrorReason.AccuracyExchangeNotFound or ErrorReason.IndicatorReadingNotFound
            or ErrorReason.ConcernNotFound or ErrorReason.ReferralNotFound or ErrorReason.InspectorNotFound or ErrorReason.TeamNotFound
            => StatusCode.NotFound,
        ErrorReason.MethodNotFound => StatusCode.Unimplemented,
        ErrorReason.RequestIdReused or ErrorReason.PositionExists or ErrorReason.StatementExists or ErrorReason.MessageReused => StatusCode.AlreadyExists,
        ErrorReason.EtagMismatch => StatusCode.Aborted,
        ErrorReason.StateForbids or ErrorReason.CursorReset or ErrorReason.ClockBehind or ErrorReason.VerdictNotPublic
            or ErrorReason.InspectionNotPublic or ErrorReason.ReplyLate or ErrorReason.EvidenceHearsayOnly or ErrorReason.ChildsVoiceNotExplained
            or ErrorReason.NoHostInspectorate or ErrorReason.OwnAgency or ErrorReason.TopOfLadder or ErrorReason.NotTheHost
            or ErrorReason.MessageOutOfOrder
            => StatusCode.FailedPrecondition,
        ErrorReason.TokenRequired or ErrorReason.TokenInvalid or ErrorReason.TokenOfAnotherInspectorate or ErrorReason.MessageNotSigned
            => StatusCode.Unauthenticated,
        ErrorReason.RoleForbids or ErrorReason.AuthorForbids => StatusCode.PermissionDenied,
        ErrorReason.StoreFull or ErrorReason.MessageTooLarge or ErrorReason.RateLimited or ErrorReason.ConcurrencyLimited => StatusCode.ResourceExhausted,
        ErrorReason.StoreUnavailable or ErrorReason.SourceUnavailable or ErrorReason.AllSourcesUnavailable or ErrorReason.OtherVerdictUnchecked => StatusCode.Unavailable,
        ErrorReason.SourceTimeout => StatusCode.DeadlineExceeded,
        ErrorReason.ServiceFault or ErrorReason.Unspecified => StatusCode.Internal,
        _ => StatusCode.InvalidArgument,
    };
}
