using Inspectorates.Gateway.Answering;
using Inspectorates.Gateway.Asking;
using Inspectorates.Gateway.Grpc;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Proxy;

/// <summary>Sets up the pass-through.</summary>
internal static class ProxyEndpoints
{
    public static void AddPassThrough(this IServiceCollection services, GatewaySettings settings)
    {
        services.AddRequestTimeouts();
        services.AddReverseProxy()
            .LoadFromMemory(PassThrough.Routes(settings), PassThrough.Clusters(settings))
            .AddTransforms(RequestHeaders.Limit)
            .ConfigureHttpClient((_, handler) =>
            {
                // See docs/decisions/0046-names-are-looked-up-by-connections.md.
                handler.PooledConnectionLifetime = SourceChannel.ConnectionLifetime;
                handler.ConnectTimeout = TimeSpan.FromSeconds(1);
                // A peer that vanished without a word is found here, since a stream may be silent for long.
                handler.KeepAlivePingDelay = TimeSpan.FromSeconds(5);
                handler.KeepAlivePingTimeout = TimeSpan.FromSeconds(2);
            });
    }

    /// <summary>
    /// Refuses a call that names two inspectorates: YARP takes each of several values, given apart or with commas, so
    /// that two routes would fit.
    /// </summary>
    public static void UseOneInspectorate(this IApplicationBuilder app) => app.Use((context, next) =>
        context.Request.Headers[PassThrough.Header].ToString().Contains(',', StringComparison.Ordinal)
        && TrailersOnly.IsGrpc(context.Request)
            ? throw new RefusedException(
                ErrorReason.FieldMalformed, $"The metadata names several inspectorates; give \"{PassThrough.Header}\" once.")
            : next(context));

    public static void MapPassThrough(this IEndpointRouteBuilder routes)
    {
        routes.MapReverseProxy(proxy =>
        {
            proxy.UseMiddleware<TokenAudienceMiddleware>();
            proxy.UseMiddleware<StreamEndMiddleware>();
        });
        var known = routes.ServiceProvider.GetRequiredService<InspectorateSources>().Codes;
        // Reached where no inspectorate's route fits.
        routes.MapPost(PassThrough.AnyMethod, (HttpContext context) => RefuseAsync(context, known)).WithOrder(1000);
    }

    private static Task RefuseAsync(HttpContext context, IReadOnlyList<string> known)
    {
        var what = context.Request.Headers[PassThrough.Header].Count == 0
            ? $"The metadata \"{PassThrough.Header}\" is missing"
            : $"The metadata \"{PassThrough.Header}\" names no inspectorate";
        var refused = new RefusedException(ErrorReason.InspectorateUnknown, $"{what}; known are {string.Join(", ", known)}.");
        return TrailersOnly.IsGrpc(context.Request)
            ? TrailersOnly.WriteAsync(context, refused.ToStatus(global::Grpc.Core.StatusCode.NotFound))
            : throw refused;
    }
}
