using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Inspectorates.Hosting.Telemetry;

/// <summary>Traces from the request to the store, metrics by method; sent by OTLP where an endpoint is set, silent otherwise.</summary>
internal static class TelemetrySetup
{
    public static void AddTelemetry(this WebApplicationBuilder builder, string code)
    {
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(code, serviceNamespace: "inspectorates"))
            .WithTracing(tracing => tracing.AddAspNetCoreInstrumentation().AddSource(StoreTelemetry.SourceName))
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddMeter(RpcMetricsMiddleware.MeterName));
        if (!string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            telemetry.UseOtlpExporter();
    }
}
