using Microsoft.Extensions.Primitives;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace Inspectorates.Gateway.Proxy;

/// <summary>
/// Which request headers reach a service: those of this list and no others. Anything that claims who somebody is, or
/// where a request came from, stays here; a service trusts tokens only. Nor does a query: no method has one, and it
/// could hold a token.
/// </summary>
internal static class RequestHeaders
{
    /// <summary>The list. Trace headers are written by the gateway itself, as a part of its own trace.</summary>
    public static readonly string[] Allowed =
    [
        "authorization", "content-type", "te", "user-agent",
        "grpc-timeout", "grpc-encoding", "grpc-accept-encoding", PassThrough.Header,
    ];

    public static void Limit(TransformBuilderContext builder)
    {
        builder.CopyRequestHeaders = false;
        builder.UseDefaultForwarders = false;
        builder.AddRequestTransform(context =>
        {
            context.Query.Collection.Clear();
            foreach (var name in Allowed)
                if (context.HttpContext.Request.Headers.TryGetValue(name, out var values))
                    Copy(context.ProxyRequest, name, values);
            return ValueTask.CompletedTask;
        });
    }

    private static void Copy(HttpRequestMessage request, string name, StringValues values)
    {
        if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
    }
}
