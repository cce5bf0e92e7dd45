using Grpc.Net.Client;
using Inspectorates.Gateway.Asking;
using Inspectorates.Gateway.Tests.Scripted;
using Inspectorates.V1;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using System.Diagnostics.Metrics;

namespace Inspectorates.Gateway.Tests.Inspectorates.Following;

public sealed class ChangeFollowerTests
{
    [Fact]
    public async Task A_stream_that_has_gone_dumb_is_found_out_and_opened_again()
    {
        await using var alpha = await new ScriptedInspectorate("alpha").StartAsync();
        alpha.Log.IsDumb = true;
        using var meters = new ServiceCollection().AddMetrics().BuildServiceProvider();
        using var channel = GrpcChannel.ForAddress(alpha.Address);
        var states = new PublicStates(
            GatewaySettings.Read(Settings.Of(alpha)), meters.GetRequiredService<IMeterFactory>());
        var time = new FakeTimeProvider();
        using var stopping = new CancellationTokenSource();
        var following = new ChangeFollower(
            new ChangeService.ChangeServiceClient(channel), states.All[0], () => states.Count(states.All[0]), time,
            NullLogger<ChangeFollower>.Instance)
            .FollowAsync(stopping.Token);
        await Eventually.TrueAsync(() => states.All[0].IsFollowed, "it is not followed");
        var before = states.Version("926");

        alpha.Log.Add(Facts.Verdict("alpha", "icpc", "good"));
        await Eventually.TrueAsync(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(1));
                return states.Version("926") is { Length: > 0 } version && version != before;
            },
            "the change that the stream keeps to itself is not seen");

        await stopping.CancelAsync();
        await following;
    }

    [Fact]
    public async Task Whether_each_inspectorate_is_followed_and_what_was_seen_is_measured()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        gateway["alpha"].Log.Add(Facts.Verdict("alpha", "icpc", "good"));
        var (followed, seen) = (new Dictionary<string, long>(), new Dictionary<string, long>());
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name.StartsWith("inspectorates.changes.", StringComparison.Ordinal)
                && instrument.Meter.Scope == gateway.Services.GetRequiredService<IMeterFactory>())
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((_, value, tags, _) => followed[Code(tags)] = value);
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => seen[Code(tags)] = seen.GetValueOrDefault(Code(tags)) + value);
        listener.Start();
        await gateway.FollowedAsync();

        gateway["alpha"].Log.Add(Facts.Verdict("alpha", "icpc", "good", number: 2));
        await Eventually.TrueAsync(() => seen.GetValueOrDefault("alpha") >= 1, "no change is counted");
        listener.RecordObservableInstruments();
        Assert.Equal([("alpha", 1L), ("beta", 1L)], followed.OrderBy(one => one.Key).Select(one => (one.Key, one.Value)));
        await gateway["beta"].StopAsync();
        await Eventually.TrueAsync(
            () =>
            {
                listener.RecordObservableInstruments();
                return followed["beta"] == 0;
            },
            "beta counts as followed");

        Assert.Equal(1, followed["alpha"]);
        Assert.DoesNotContain("beta", seen.Keys);
    }

    private static string Code(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var tag in tags)
            if (tag.Key == "inspectorate")
                return (string)tag.Value!;
        return "";
    }
}
