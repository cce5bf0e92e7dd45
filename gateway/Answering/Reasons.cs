using Grpc.Core;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Answering;

/// <summary>What follows from a reason of the contract: its name, gRPC code, HTTP status and title.</summary>
internal static class Reasons
{
    /// <summary>The name that is sent: <c>AREA_UNKNOWN</c>.</summary>
    public static string Name(ErrorReason reason) =>
        ErrorReasonReflection.Descriptor.EnumTypes[0].FindValueByNumber((int)reason).Name;

    /// <summary>The reason with the name.</summary>
    /// <exception cref="ArgumentException">The contract has no such reason.</exception>
    public static ErrorReason Named(string name) =>
        ErrorReasonReflection.Descriptor.EnumTypes[0].FindValueByName(name) is { } value
            ? (ErrorReason)value.Number
            : throw new ArgumentException($"The contract has no error reason {name}.", nameof(name));

    /// <summary>The code as the comments of <c>error_reason.proto</c> state it for reads.</summary>
    public static StatusCode Code(ErrorReason reason) => reason switch
    {
        ErrorReason.AreaUnknown or ErrorReason.VerdictNotFound or ErrorReason.InspectionNotFound
            or ErrorReason.DifferenceNotFound or ErrorReason.MethodNotFound or ErrorReason.CheckpointNotFound
            or ErrorReason.EntryNotFound or ErrorReason.WeightProfileUnknown or ErrorReason.PositionNotFound
            or ErrorReason.RecommendationNotFound or ErrorReason.StatementNotFound or ErrorReason.ReplyNotFound or ErrorReason.AccuracyExchangeNotFound
            or ErrorReason.IndicatorReadingNotFound or ErrorReason.ConcernNotFound or ErrorReason.ReferralNotFound or ErrorReason.InspectorNotFound
            or ErrorReason.TeamNotFound
            => StatusCode.NotFound,
        ErrorReason.RequestIdReused or ErrorReason.PositionExists or ErrorReason.StatementExists or ErrorReason.MessageReused
            => StatusCode.AlreadyExists,
        ErrorReason.EtagMismatch => StatusCode.Aborted,
        ErrorReason.StateForbids or ErrorReason.CursorReset or ErrorReason.ClockBehind or ErrorReason.VerdictNotPublic
            or ErrorReason.InspectionNotPublic or ErrorReason.ReplyLate or ErrorReason.EvidenceHearsayOnly or ErrorReason.ChildsVoiceNotExplained
            or ErrorReason.NoHostInspectorate or ErrorReason.OwnAgency or ErrorReason.TopOfLadder or ErrorReason.NotTheHost
            or ErrorReason.MessageOutOfOrder
            => StatusCode.FailedPrecondition,
        ErrorReason.TokenRequired or ErrorReason.TokenInvalid or ErrorReason.TokenOfAnotherInspectorate
            or ErrorReason.MessageNotSigned
            => StatusCode.Unauthenticated,
        ErrorReason.RoleForbids or ErrorReason.AuthorForbids => StatusCode.PermissionDenied,
        ErrorReason.SourceUnavailable or ErrorReason.AllSourcesUnavailable or ErrorReason.StoreUnavailable
            or ErrorReason.GatewayStopping or ErrorReason.OtherVerdictUnchecked => StatusCode.Unavailable,
        ErrorReason.SourceTimeout => StatusCode.DeadlineExceeded,
        ErrorReason.MessageTooLarge or ErrorReason.StoreFull or ErrorReason.RateLimited or ErrorReason.ConcurrencyLimited
            => StatusCode.ResourceExhausted,
        ErrorReason.ServiceFault => StatusCode.Internal,
        _ => StatusCode.InvalidArgument,
    };

    /// <summary>The HTTP status: that of the code, and where one code has several meanings, that of the reason.</summary>
    public static int HttpStatus(ErrorReason reason) => reason switch
    {
        ErrorReason.RateLimited or ErrorReason.ConcurrencyLimited => StatusCodes.Status429TooManyRequests,
        ErrorReason.StoreFull => StatusCodes.Status507InsufficientStorage,
        _ => HttpStatus(Code(reason)),
    };

    private static int HttpStatus(StatusCode code) => code switch
    {
        StatusCode.NotFound => StatusCodes.Status404NotFound,
        StatusCode.AlreadyExists or StatusCode.Aborted or StatusCode.FailedPrecondition => StatusCodes.Status409Conflict,
        StatusCode.Unauthenticated => StatusCodes.Status401Unauthorized,
        StatusCode.PermissionDenied => StatusCodes.Status403Forbidden,
        StatusCode.Unavailable => StatusCodes.Status503ServiceUnavailable,
        StatusCode.DeadlineExceeded => StatusCodes.Status504GatewayTimeout,
        StatusCode.ResourceExhausted => StatusCodes.Status413PayloadTooLarge,
        StatusCode.Internal => StatusCodes.Status500InternalServerError,
        _ => StatusCodes.Status400BadRequest,
    };

    /// <summary>The reason in a few words, the same for every occurrence.</summary>
    public static string Title(ErrorReason reason) => reason switch
    {
        ErrorReason.AreaCodeMalformed => "This is no area code",
        ErrorReason.AreaUnknown => "No area has this code",
        ErrorReason.AreaCodeIsDistrict => "This is the code of a district",
        ErrorReason.AreaAbolished => "This area was abolished",
        ErrorReason.AreaOutOfEngland => "This place is outside England",
        ErrorReason.AreaCodeIsOtherGeography => "This is the code of another geography",
        ErrorReason.DifferenceNotFound => "There is no such difference",
        ErrorReason.MethodNotFound => "There is nothing here",
        ErrorReason.ProcessUnknown => "There is no such process",
        ErrorReason.InspectorateUnknown => "There is no such inspectorate",
        ErrorReason.RegionUnknown => "There is no such region",
        ErrorReason.FrameworkLineUnknown => "There is no such line of frameworks",
        ErrorReason.EvidenceHearsayOnly => "The verdict rests on other agencies' opinions alone",
        ErrorReason.ChildsVoiceNotExplained => "No child's voice is recorded, and nothing says why",
        ErrorReason.IndicatorReadingNotFound => "There is no such reading",
        ErrorReason.IndicatorUnknown => "There is no such indicator",
        ErrorReason.PageTokenInvalid => "The page token does not belong to this question",
        ErrorReason.WatchTokenInvalid => "The token does not belong to this stream",
        ErrorReason.GatewayStopping => "The gateway is stopping",
        ErrorReason.WeightProfileUnknown => "There is no such weight profile",
        ErrorReason.WeightsInvalid => "The weights cannot be used",
        ErrorReason.VerdictNotFound => "There is no such verdict",
        ErrorReason.InspectionNotFound => "There is no such inspection",
        ErrorReason.CheckpointNotFound => "There is no such checkpoint",
        ErrorReason.EntryNotFound => "There is no such entry",
        ErrorReason.RequestIdReused => "The request id was used for something else",
        ErrorReason.EtagMismatch => "The record has changed since it was read",
        ErrorReason.StateForbids => "The record is not in a state for this",
        ErrorReason.CursorInvalid => "The cursor was not given here",
        ErrorReason.CursorReset => "The cursor holds no longer",
        ErrorReason.ClockBehind => "The service's clock is behind its record",
        ErrorReason.TokenRequired => "This needs a token",
        ErrorReason.TokenInvalid => "The token is not accepted",
        ErrorReason.TokenOfAnotherInspectorate => "The token is meant for another inspectorate",
        ErrorReason.RoleForbids => "The token's role does not allow this",
        ErrorReason.AuthorForbids => "This step is for others than the authors",
        ErrorReason.SourceUnavailable => "The inspectorate could not be reached",
        ErrorReason.SourceTimeout => "The inspectorate did not answer in time",
        ErrorReason.MessageTooLarge => "The message is too large",
        ErrorReason.StoreFull => "The store has no room",
        ErrorReason.StoreUnavailable => "The store cannot be used at the moment",
        ErrorReason.RateLimited => "Too many calls",
        ErrorReason.ConcurrencyLimited => "Too many calls at once",
        ErrorReason.AllSourcesUnavailable => "No inspectorate could be reached",
        ErrorReason.PositionNotFound => "There is no such position",
        ErrorReason.PositionExists => "There is a position on this difference already",
        ErrorReason.VerdictNotPublic => "The verdict is not public",
        ErrorReason.OtherVerdictUnchecked => "It cannot be asked now whether the other verdict is public",
        ErrorReason.ConcernNotFound => "There is no such concern",
        ErrorReason.ReferralNotFound => "There is no such referral",
        ErrorReason.NoHostInspectorate => "No inspectorate has powers over this agency",
        ErrorReason.OwnAgency => "The inspectorate itself has powers over this agency",
        ErrorReason.TopOfLadder => "The concern is on the last step already",
        ErrorReason.HolderUnknown => "There is no such role on the ladder",
        ErrorReason.MessageNotSigned => "The message is not signed by the inspectorate it names",
        ErrorReason.NotTheHost => "This inspectorate has no powers over the agency",
        ErrorReason.MessageOutOfOrder => "A message before this one has not arrived",
        ErrorReason.MessageReused => "Another message with this number has arrived",
        ErrorReason.ServiceFault => "Something went wrong here",
        _ => "The request is not right",
    };
}
