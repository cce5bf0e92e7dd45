using System.Diagnostics.Metrics;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Health.V1;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Rpc;
using Inspectorates.Hosting.Telemetry;
using Microsoft.AspNetCore.Http;

namespace Inspectorates.Hosting.Limits;

/// <summary>
/// Keeps one caller from taking what is there for all, and a call from taking longer than it may. It stands after trust, so that a
/// caller is known by their token, and before any message is read. Health checks pass: a probe that is refused ends the service.
/// </summary>
internal sealed class LimitsMiddleware(RequestDelegate next, CallLimits limits, LimitSettings settings)
{
    private static readonly Meter Meter = new(RpcMetricsMiddleware.MeterName);

    private static readonly Counter<long> Refused = Meter.CreateCounter<long>(
        "inspectorates.calls.refused", unit: "{call}", description: "Calls refused because their caller takes too much, by reason.");

    public async Task InvokeAsync(HttpContext context)
    {
        var method = context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method;
        if (method is null || method.ServiceName == Health.Descriptor.FullName)
        {
            await next(context);
            return;
        }

        var unary = method.Type == MethodType.Unary;
        using var admission = limits.Admit(CallerKey.Of(context), stream: !unary);
        if (admission.Refusal is { } refusal)
        {
            // Never the caller: labels without end, and who calls is nobody's business there.
            Refused.Add(1, new KeyValuePair<string, object?>("reason", ReasonNames.Of(refusal.Reason)));
            await GrpcAnswer.WriteAsync(context, Statuses.Of(refusal));
            return;
        }

        using var time = unary ? CallTime.Begin(context, settings.Unary) : null;
        await next(context);
    }
}
