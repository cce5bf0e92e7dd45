using Inspectorates.Gateway.Answering;
using Inspectorates.Gateway.Asking;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Proxy;

/// <summary>
/// Refuses a call whose token is not meant for the inspectorate it is to be passed to: the service never sees it. It
/// stands within the proxy, behind the choice of the route, so that no spelling of a path or header gets round it.
/// See docs/decisions/0061-a-token-is-shown-to-its-audience-only.md.
/// </summary>
internal sealed class TokenAudienceMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        // The route is the inspectorate's own: its cluster has the inspectorate's code.
        var inspectorate = context.GetReverseProxyFeature().Route.Config.ClusterId!;
        if (context.Request.Headers.Authorization is { Count: > 0 } authorization)
        {
            if (!BearerToken.TryRead(authorization, out var token))
                throw new RefusedException(
                    ErrorReason.TokenInvalid, "The authorization is not one bearer token that can be read: send one, or none.");
            if (!token.IsFor(inspectorate))
                throw new RefusedException(
                    ErrorReason.TokenOfAnotherInspectorate,
                    $"The token is not meant for \"{inspectorate}\" and is not shown to it: its audience must name inspectorates/{inspectorate}.");
            // Only what was read goes on.
            context.Request.Headers.Authorization = token.Header;
        }

        return next(context);
    }
}
