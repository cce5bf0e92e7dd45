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
            or ErrorReason.DifferenceNotFound or ErrorReason.MethodNotFound => StatusCode.NotFound,
        ErrorReason.TokenRequired or ErrorReason.TokenInvalid => StatusCode.Unauthenticated,
        ErrorReason.RoleForbids => StatusCode.PermissionDenied,
        ErrorReason.SourceUnavailable or ErrorReason.AllSourcesUnavailable or ErrorReason.StoreUnavailable
            => StatusCode.Unavailable,
        ErrorReason.SourceTimeout => StatusCode.DeadlineExceeded,
        ErrorReason.MessageTooLarge or ErrorReason.StoreFull => StatusCode.ResourceExhausted,
        ErrorReason.ServiceFault => StatusCode.Internal,
        _ => StatusCode.InvalidArgument,
    };

    public static int HttpStatus(ErrorReason reason) => Code(reason) switch
    {
        StatusCode.NotFound => StatusCodes.Status404NotFound,
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
        ErrorReason.PageTokenInvalid => "The page token does not belong to this question",
        ErrorReason.TokenInvalid => "The token is not accepted",
        ErrorReason.AllSourcesUnavailable => "No inspectorate could be reached",
        ErrorReason.ServiceFault => "Something went wrong here",
        _ => "The request is not right",
    };
}
