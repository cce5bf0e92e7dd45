using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Inspectorates.Gateway;

/// <summary>
/// Traces from the request through the gateway to the services, and metrics. They go out over OTLP where
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set and nowhere otherwise.
/// </summary>
internal static class GatewayTelemetry
{
    /// <summary>The name of the gateway's own meter.</summary>
    public const string Name = "Inspectorates.Gateway";

    public static void AddGatewayTelemetry(this WebApplicationBuilder builder)
    {
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(
                "inspectorates-gateway", serviceVersion: typeof(GatewayTelemetry).Assembly.GetName().Version?.ToString(3)))
            .WithTracing(traces => traces
                .AddAspNetCoreInstrumentation(watched => watched.Filter = IsWorthATrace)
                .AddHttpClientInstrumentation()
                .AddSource("Yarp.ReverseProxy"))
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddMeter(Name, "Polly"));
        if (!string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            telemetry.UseOtlp();
    }

    // A probe every few seconds would drown what people ask.
    private static bool IsWorthATrace(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
        && !context.Request.Path.StartsWithSegments("/grpc.health.v1.Health", StringComparison.OrdinalIgnoreCase);

    private static void UseOtlp(this OpenTelemetryBuilder telemetry) => telemetry
        .WithTracing(traces => traces.AddOtlpExporter())
        .WithMetrics(metrics => metrics.AddOtlpExporter());
}
