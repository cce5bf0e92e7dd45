using OpenTelemetry;

namespace Inspectorates.Gateway.Asking;

/// <summary>Follows the public changes of every inspectorate in the background, for as long as the gateway runs.</summary>
internal sealed class ChangeFollowing(
    InspectorateSources sources, PublicStates states, TimeProvider time, ILogger<ChangeFollower> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A span as long as the program runs, and one for each attempt at a service that is down, would say nothing.
        using var untraced = SuppressInstrumentationScope.Begin();
        return Task.WhenAll(sources.All.Zip(states.All, (source, state) =>
            new ChangeFollower(source.Changes, state, () => states.Count(state), time, log).FollowAsync(stoppingToken)));
    }
}
