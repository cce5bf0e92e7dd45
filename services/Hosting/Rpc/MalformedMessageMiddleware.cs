using Grpc.AspNetCore.Server;
using Grpc.Core;
using Inspectorates.Hosting.Limits;
using Inspectorates.Hosting.Refusals;
using Inspectorates.V1;
using Microsoft.AspNetCore.Http;

namespace Inspectorates.Hosting.Rpc;

/// <summary>
/// Gives the contract's reason to what gRPC refuses by itself before any interceptor sees it: a message that cannot be read
/// (UNKNOWN otherwise), one that is too large, a method that does not exist.
/// </summary>
internal sealed class MalformedMessageMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);

        // What the interceptor has seen has its reason; so has what was refused before gRPC's handlers.
        if (context.Items.ContainsKey(FailureInterceptor.Reached) || GrpcAnswer.HasDetails(context))
            return;
        if (!context.Response.HasStarted && IsGrpc(context)
            && context.Response.StatusCode is StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed)
        {
            await GrpcAnswer.WriteAsync(context, Statuses.Of(ErrorReason.MethodNotFound, "There is no such method."));
            return;
        }

        // A method that does not exist has no call context: its status is in the answer alone.
        var code = context.Features.Get<IServerCallContextFeature>()?.ServerCallContext.Status.StatusCode ?? GrpcAnswer.StatusIn(context);
        if (CallTime.Of(context) is { IsUp: true } time)
            GrpcAnswer.Replace(context, FailureInterceptor.TimeIsUp(time));
        else if (code is { } refused && StatusOf(refused) is { } status)
            GrpcAnswer.Replace(context, status);
    }

    // To anybody else, such as a browser, HTTP's own status says as much.
    private static bool IsGrpc(HttpContext context) =>
        context.Request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) == true;

    private static Google.Rpc.Status? StatusOf(StatusCode code) => code switch
    {
        StatusCode.Unknown or StatusCode.Internal or StatusCode.InvalidArgument => Statuses.Of(
            ErrorReason.MessageMalformed, "The message could not be read as the request's protobuf type."),
        StatusCode.ResourceExhausted => Statuses.Of(ErrorReason.MessageTooLarge, "The message is larger than the limit."),
        StatusCode.Unimplemented => Statuses.Of(ErrorReason.MethodNotFound, "There is no such method, or the message's encoding is not supported."),
        _ => null,
    };
}
