using System.Diagnostics;
using Inspectorates.Gateway.Tests.Scripted;

namespace Inspectorates.Gateway.Tests.Inspectorates;

public sealed class RecoveryTests
{
    private const string View = "/api/v1/areas/926/joint-view";

    [Fact]
    public async Task A_service_that_comes_back_is_seen_within_five_seconds_though_it_was_left_alone()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        await gateway["beta"].StopAsync();
        for (var view = 0; view < 5; view++)
            Assert.Equal("UNREACHABLE", await StateAsync(gateway));
        await gateway["beta"].StartAsync();

        var watch = Stopwatch.StartNew();
        while (await StateAsync(gateway) != "NO_VERDICT" && watch.Elapsed < TimeSpan.FromSeconds(10))
            await Task.Delay(100, TestContext.Current.CancellationToken);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
    }

    [Fact]
    public async Task A_service_in_trouble_is_left_alone_and_asked_hardly_more_often_than_there_are_questions()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"], "--Gateway:Break=00:01:00");
        gateway["beta"].Behaviour = Behaviour.SaysUnavailable;

        for (var view = 0; view < 20; view++)
            await gateway.JsonAsync(View);

        // One asking is at most twelve calls: its description, and one for each of its lists.
        Assert.InRange(gateway["beta"].Calls.Count, 1, 12 * 4);
        Assert.True(gateway["alpha"].Calls.Count >= 2 * 20);
    }

    [Fact]
    public async Task A_service_that_fails_now_and_then_is_asked_at_most_a_fifth_more_often()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"], "--Gateway:FailuresToBreak=1000");
        await gateway.JsonAsync(View);
        gateway["alpha"].Behaviour = Behaviour.SaysUnavailable;
        gateway["alpha"].Calls.Clear();

        for (var view = 0; view < 100; view++)
            await gateway.JsonAsync(View);

        var verdicts = gateway["alpha"].Calls.Count(call => call.Path.EndsWith("/ListVerdicts", StringComparison.Ordinal));
        Assert.InRange(verdicts, 100, 120);
    }

    [Fact]
    public async Task A_hung_service_is_not_waited_for_again_and_again()
    {
        await using var gateway = await RunningGateway.StartAsync(
            ["alpha", "beta"], "--Gateway:Budget=00:00:00.500", "--Gateway:Attempt=00:00:00.300");
        gateway["beta"].Behaviour = Behaviour.Hangs;
        for (var view = 0; view < 3; view++)
            await gateway.JsonAsync(View);

        var watch = Stopwatch.StartNew();
        Assert.Equal("UNREACHABLE", await StateAsync(gateway));

        Assert.True(watch.Elapsed < TimeSpan.FromMilliseconds(250), $"It took {watch.Elapsed}.");
    }

    private static async Task<string?> StateAsync(RunningGateway gateway)
    {
        var (_, view) = await gateway.JsonAsync(View);
        return view.GetProperty("sources").EnumerateArray().Single(source => source.Is("inspectorate", "beta"))
            .GetProperty("state").GetString();
    }
}
