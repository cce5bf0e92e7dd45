using Grpc.Core;
using Inspectorates.Gateway.Answering;
using Inspectorates.Gateway.Grpc;
using Inspectorates.V1;
using Microsoft.AspNetCore.Http.Features;

namespace Inspectorates.Gateway.Proxy;

/// <summary>
/// Ends streams that pass through when the gateway stops: UNAVAILABLE, to be resumed by cursor. One that nobody ends would
/// hold the shutdown for the whole of its time limit.
/// </summary>
internal sealed class StreamEndMiddleware(RequestDelegate next, IHostApplicationLifetime lifetime)
{
    private static readonly RefusedException Stopping = new(
        ErrorReason.SourceUnavailable, "The gateway is stopping. Go on with the last cursor.")
    { RetryAfter = TimeSpan.FromSeconds(1) };

    public async Task InvokeAsync(HttpContext context)
    {
        if (!PassThrough.IsStream(context.GetReverseProxyFeature().Route))
        {
            await next(context);
            return;
        }

        var caller = context.RequestAborted;
        var stopping = lifetime.ApplicationStopping;
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(caller, stopping);
        context.RequestAborted = ends.Token;
        context.Features.Set<IHttpResetFeature>(new QuietReset(context.Features.Get<IHttpResetFeature>(), stopping));
        await next(context);
        context.RequestAborted = caller;
        if (!stopping.IsCancellationRequested || caller.IsCancellationRequested)
            return;
        if (!context.Response.HasStarted)
            throw Stopping;
        var status = Stopping.ToStatus();
        context.Response.AppendTrailer("grpc-status", $"{(int)StatusCode.Unavailable}");
        context.Response.AppendTrailer("grpc-message", status.Message);
        await context.Response.CompleteAsync();
    }

    // The proxy resets a stream that it could not copy to its end, after which no status can be sent.
    private sealed class QuietReset(IHttpResetFeature? reset, CancellationToken stopping) : IHttpResetFeature
    {
        public void Reset(int errorCode)
        {
            if (!stopping.IsCancellationRequested)
                reset?.Reset(errorCode);
        }
    }
}
