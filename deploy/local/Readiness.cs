using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;

namespace Inspectorates.Local;

/// <summary>Waits until a program says it is ready, in its own words: the gRPC health protocol, or the gateway's ready page.</summary>
internal static class Readiness
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits for an inspectorate's service.</summary>
    public static async Task OfServiceAsync(string address, CancellationToken stop)
    {
        using var channel = GrpcChannel.ForAddress(address);
        var health = new Health.HealthClient(channel);
        while (true)
        {
            try
            {
                var answer = await health.CheckAsync(
                    new HealthCheckRequest { Service = "ready" }, deadline: DateTime.UtcNow.AddSeconds(2), cancellationToken: stop);
                if (answer.Status == HealthCheckResponse.Types.ServingStatus.Serving)
                    return;
            }
            catch (RpcException e) when (e.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded)
            {
                // Not listening yet.
            }

            await Task.Delay(Pause, stop);
        }
    }

    /// <summary>Waits for the gateway.</summary>
    public static async Task OfGatewayAsync(string address, CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(2) };
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), stop);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            catch (TaskCanceledException) when (!stop.IsCancellationRequested)
            {
                // Listening, not answering yet.
            }

            await Task.Delay(Pause, stop);
        }
    }
}
