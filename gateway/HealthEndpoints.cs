namespace Inspectorates.Gateway;

/// <summary>
/// Says whether the process lives and whether it can take requests. It never asks an inspectorate: a gateway whose
/// inspectorates are down still has to say so, and taking it out of service would only hide which.
/// </summary>
internal static class HealthEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        // The program has started only with settings that are whole, and is ready until it is told to stop.
        var stopping = routes.ServiceProvider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        routes.MapMethods("/health/live", Reading, () => TypedResults.Text("live\n")).DisableRateLimiting();
        routes.MapMethods("/health/ready", Reading, () => stopping.IsCancellationRequested
            ? Results.Text("stopping\n", statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Text("ready\n")).DisableRateLimiting();
    }
}
