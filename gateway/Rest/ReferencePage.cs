using Scalar.AspNetCore;

namespace Inspectorates.Gateway.Rest;

/// <summary>A browsable page of the JSON interface. All it needs is served from here.</summary>
internal static class ReferencePage
{
    public static void MapReference(this IEndpointRouteBuilder routes) =>
        routes.MapScalarApiReference("/openapi", page => page
                .WithTitle("Joint inspection view: JSON interface")
                .WithOpenApiRoutePattern(OpenApiDocument.Path)
                .DisableDefaultFonts()
                .DisableTelemetry()
                .DisableAgent()
                .DisableMcp()
                .HideDeveloperTools())
            .AddEndpointFilter((context, next) =>
            {
                // The page starts itself with a script of its own and styles written at run time.
                context.HttpContext.Response.Headers.ContentSecurityPolicy =
                    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data:; font-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";
                return next(context);
            });
}
