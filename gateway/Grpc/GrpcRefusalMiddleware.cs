using Grpc.AspNetCore.Server;
using Grpc.Core;
using Inspectorates.Gateway.Answering;
using Inspectorates.Gateway.Rest;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Grpc;

/// <summary>
/// Turns what gRPC callers would otherwise get as bare HTTP errors, or as UNKNOWN, into a status with a reason: methods
/// there are none of, messages that cannot be read (interceptors never see those), gRPC on the HTTP/1.1 port.
/// </summary>
internal sealed class GrpcRefusalMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!TrailersOnly.IsGrpc(context.Request))
        {
            await next(context);
            return;
        }

        if (!HttpProtocol.IsHttp2(context.Request.Protocol))
        {
            await Problems.WriteAsync(context, new RefusedException(
                ErrorReason.MethodNotFound, "gRPC is not served on this port, which speaks HTTP/1.1: use the gateway's gRPC port."),
                StatusCodes.Status426UpgradeRequired);
            return;
        }

        try
        {
            await next(context);
        }
        catch (RefusedException refused) when (!context.Response.HasStarted)
        {
            await TrailersOnly.WriteAsync(context, refused.ToStatus());
            return;
        }

        if (!context.Response.HasStarted && Refusal(context) is { } status)
            await TrailersOnly.WriteAsync(context, status);
    }

    private static Google.Rpc.Status? Refusal(HttpContext context)
    {
        if (context.Response.StatusCode is StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed)
            return new RefusedException(ErrorReason.MethodNotFound, "There is no such method here.")
                .ToStatus(StatusCode.Unimplemented);

        if (context.Items.ContainsKey(RefusalInterceptor.MessageWasRead))
            return null;
        return context.Features.Get<IServerCallContextFeature>()?.ServerCallContext.Status.StatusCode switch
        {
            // A message that is no message of the method's, one cut short, two in one call.
            StatusCode.Unknown or StatusCode.Internal or StatusCode.InvalidArgument => new RefusedException(
                ErrorReason.MessageMalformed, "The message cannot be read as the method's request.").ToStatus(),
            StatusCode.ResourceExhausted => new RefusedException(
                ErrorReason.MessageTooLarge, "The message is larger than the limit.").ToStatus(),
            StatusCode.Unimplemented => new RefusedException(
                ErrorReason.MethodNotFound, "There is no such method here, or the message's encoding is not supported.").ToStatus(StatusCode.Unimplemented),
            _ => null,
        };
    }
}
