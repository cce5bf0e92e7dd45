using Inspectorates.Gateway.Asking;

namespace Inspectorates.Gateway;

/// <summary>How the web host is set up.</summary>
internal static class HostSettings
{
    /// <summary>
    /// Two ports, because without TLS nothing on a connection says which protocol it speaks: HTTP/1.1 for pages and
    /// JSON, HTTP/2 for gRPC.
    /// </summary>
    public static void UseTwoPorts(this WebApplicationBuilder builder, GatewaySettings settings)
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Kestrel:Endpoints:1-pages:Url"] = settings.HttpUrl.ToString(),
            ["Kestrel:Endpoints:1-pages:Protocols"] = "Http1",
            ["Kestrel:Endpoints:2-grpc:Url"] = settings.GrpcUrl.ToString(),
            ["Kestrel:Endpoints:2-grpc:Protocols"] = "Http2",
        });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 4 * 1024 * 1024;
        });
    }

    /// <summary>
    /// A service that is down is no news on every call: the sources' states, metrics and traces say it. Settings under
    /// <c>Logging</c> still decide.
    /// </summary>
    public static void UseQuietLogs(this WebApplicationBuilder builder) =>
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
                ["Logging:LogLevel:Yarp"] = "Error",
                ["Logging:LogLevel:Grpc"] = "Error",
                // A message that cannot be read is its sender's fault and told to the sender.
                ["Logging:LogLevel:Grpc.AspNetCore.Server.ServerCallHandler"] = "Critical",
                ["Logging:LogLevel:Polly"] = "Critical",
            }.Where(level => builder.Configuration[level.Key] is null));

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        return next(context);
    });
}
