using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Inspectorates.Gateway.Grpc;

/// <summary>Serves the joint service, health, and in Development reflection.</summary>
internal static class GrpcEndpoints
{
    // A request of the joint service is a few short texts.
    private const int LargestRequest = 256 * 1024;

    public static void AddJointGrpc(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = LargestRequest;
            grpc.MaxSendMessageSize = null;
            grpc.Interceptors.Add<RefusalInterceptor>();
            // Unknown methods are refused with a reason by GrpcRefusalMiddleware.
            grpc.IgnoreUnknownServices = true;
        });
        // Without a check registered the health service answers UNKNOWN and a probe never passes.
        services.AddGrpcHealthChecks().AddCheck("live", () => HealthCheckResult.Healthy());
        if (environment.IsDevelopment())
            services.AddGrpcReflection();
    }

    public static void MapJointGrpc(this WebApplication app)
    {
        app.MapGrpcService<JointInspectionGrpc>();
        app.MapGrpcHealthChecksService().DisableRateLimiting();
        if (app.Environment.IsDevelopment())
            app.MapGrpcReflectionService();
    }
}
