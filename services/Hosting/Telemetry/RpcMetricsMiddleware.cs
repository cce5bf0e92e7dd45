using System.Diagnostics;
using System.Diagnostics.Metrics;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Http;

namespace Inspectorates.Hosting.Telemetry;

/// <summary>Rate, errors and duration of every method: one histogram by method and status.</summary>
internal sealed class RpcMetricsMiddleware(RequestDelegate next)
{
    public const string MeterName = "Inspectorates.Rpc";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "rpc.server.duration", unit: "ms", description: "How long calls took, by method and status.");

    public async Task InvokeAsync(HttpContext context)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            // Only methods that exist become a label: a caller's text would make labels without end.
            if (context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method is { } method)
                Duration.Record(
                    Stopwatch.GetElapsedTime(began).TotalMilliseconds,
                    new("rpc.system", "grpc"),
                    new("rpc.service", method.ServiceName),
                    new("rpc.method", method.Name),
                    new("rpc.grpc.status_code", (int?)context.Features.Get<IServerCallContextFeature>()?.ServerCallContext.Status.StatusCode ?? -1));
        }
    }
}
