using Grpc.AspNetCore.Server;
using Grpc.Core;
using Inspectorates.Gateway.Proxy;
using Microsoft.AspNetCore.RateLimiting;
using Yarp.ReverseProxy.Model;

namespace Inspectorates.Gateway.Limits;

/// <summary>
/// Holds every caller to the limits, before anything else is done for the call. Probes are exempt: a gateway under load
/// is not to be taken for a dead one.
/// </summary>
internal sealed class CallLimitMiddleware(RequestDelegate next, CallLimits limits)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var endpoint = context.GetEndpoint()?.Metadata;
        if (endpoint?.GetMetadata<DisableRateLimitingAttribute>() is not null)
        {
            await next(context);
            return;
        }

        var isStream = endpoint?.GetMetadata<RouteModel>() is { } route
            ? PassThrough.IsStream(route)
            : endpoint?.GetMetadata<GrpcMethodMetadata>() is { Method.Type: MethodType.ServerStreaming };
        using var open = limits.Begin(CallerKeys.Of(context), isStream);
        await next(context);
    }
}
