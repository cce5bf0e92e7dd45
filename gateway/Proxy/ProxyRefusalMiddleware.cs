using Inspectorates.Gateway.Answering;
using Inspectorates.Gateway.Grpc;
using Inspectorates.V1;
using Yarp.ReverseProxy.Forwarder;

namespace Inspectorates.Gateway.Proxy;

/// <summary>
/// YARP never writes a gRPC status on its own errors: a client would see INTERNAL for a timeout. This tells them as
/// gRPC does. It stands after request timeouts, so that it sees their cancellation as the proxy's error.
/// </summary>
internal sealed class ProxyRefusalMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.GetForwarderErrorFeature() is { } failed && !context.Response.HasStarted && !IsAnswered(failed.Error, context.Response))
            await TrailersOnly.WriteAsync(context, Refusal(failed.Error).ToStatus());
    }

    // A service may answer before it has read the request, and YARP calls what was not read an error of the request's body even
    // where the answer came whole. Where none came it sets one of these four itself.
    private static bool IsAnswered(ForwarderError error, HttpResponse response) =>
        error is ForwarderError.RequestBodyClient or ForwarderError.RequestBodyDestination or ForwarderError.RequestBodyCanceled
        && response.StatusCode is not (StatusCodes.Status400BadRequest or StatusCodes.Status408RequestTimeout
            or StatusCodes.Status502BadGateway or StatusCodes.Status504GatewayTimeout);

    private static RefusedException Refusal(ForwarderError error) => error switch
    {
        ForwarderError.RequestTimedOut or ForwarderError.RequestCanceled
            or ForwarderError.RequestBodyCanceled or ForwarderError.ResponseBodyCanceled
            => new(ErrorReason.SourceTimeout, "The inspectorate's service did not answer in time."),
        _ => new(ErrorReason.SourceUnavailable, "The inspectorate's service cannot be reached."),
    };
}
