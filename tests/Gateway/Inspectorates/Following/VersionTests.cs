using Grpc.Core;
using Inspectorates.Gateway.Tests.Scripted;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Inspectorates.Following;

public sealed class VersionTests
{
    private const string Norfolk = "926";
    private const string Milton = "826";

    [Fact]
    public async Task A_version_changes_for_the_areas_a_change_touches_and_for_no_other()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        await gateway.FollowedAsync();
        var (norfolk, milton) = (await gateway.VersionAsync(Norfolk), await gateway.VersionAsync(Milton));
        Assert.NotEmpty(norfolk);

        gateway["beta"].Log.Add(Facts.Verdict("beta", "icpc", "good", Norfolk));
        var verdict = await ChangedAsync(gateway, Norfolk, norfolk);
        gateway["alpha"].Log.Add(Facts.Inspection("alpha", Norfolk));
        var inspection = await ChangedAsync(gateway, Norfolk, verdict);

        Assert.Equal(3, new[] { norfolk, verdict, inspection }.Distinct().Count());
        Assert.Equal(milton, await gateway.VersionAsync(Milton));
    }

    [Fact]
    public async Task A_record_that_moves_touches_where_it_was_and_where_it_is()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        var verdict = Facts.Verdict("alpha", "icpc", "good", Norfolk);
        gateway["alpha"].Log.Add(verdict);
        await gateway.FollowedAsync();
        var (norfolk, milton) = (await gateway.VersionAsync(Norfolk), await gateway.VersionAsync(Milton));

        verdict.Footprint = new() { Areas = { Milton } };
        verdict.Revision = 2;
        gateway["alpha"].Log.Add(verdict);

        var moved = await ChangedAsync(gateway, Norfolk, norfolk);
        await ChangedAsync(gateway, Milton, milton);
        // From now on it is of the one area only; a tombstone may say nothing of where.
        verdict.Footprint = null;
        verdict.Revision = 3;
        milton = await gateway.VersionAsync(Milton);
        gateway["alpha"].Log.Add(verdict);
        await ChangedAsync(gateway, Milton, milton);
        Assert.Equal(moved, await gateway.VersionAsync(Norfolk));
    }

    [Fact]
    public async Task Every_gateway_states_the_same_version_whenever_it_started()
    {
        await using var alpha = await new ScriptedInspectorate("alpha").StartAsync();
        await using var beta = await new ScriptedInspectorate("beta").StartAsync();
        await using var early = await RunningGateway.OverAsync([alpha, beta]);
        await early.FollowedAsync();
        for (var number = 1; number <= 1201; number++)
            (number % 2 == 0 ? alpha : beta).Log.Add(
                Facts.Verdict(number % 2 == 0 ? "alpha" : "beta", "icpc", "good", number % 3 == 0 ? Milton : Norfolk, number: number));

        await using var late = await RunningGateway.OverAsync([alpha, beta]);
        await late.FollowedAsync();

        await SameAsync(late, early);
    }

    [Fact]
    public async Task Streams_that_break_again_and_again_leave_no_gap_and_repeat_nothing()
    {
        await using var alpha = await new ScriptedInspectorate("alpha").StartAsync();
        await using var gateway = await RunningGateway.OverAsync([alpha]);
        await gateway.FollowedAsync();

        for (var number = 1; number <= 300; number++)
        {
            alpha.Log.Add(Facts.Verdict("alpha", "icpc", "good", number % 2 == 0 ? Milton : Norfolk, number: number));
            if (number % 40 == 0)
            {
                alpha.Log.Cut();
                await Eventually.TrueAsync(() => alpha.Log.Streams > 0, "no stream is open again");
            }
        }

        await using var unbroken = await RunningGateway.OverAsync([alpha]);
        await unbroken.FollowedAsync();
        await SameAsync(unbroken, gateway);
        // The log is read from its beginning once by each gateway, whatever broke.
        Assert.True(alpha.FollowersCalls.Count(call => call.Path.EndsWith("/WatchChanges", StringComparison.Ordinal)) >= 8);
    }

    [Theory]
    [InlineData(ErrorReason.CursorReset)]
    [InlineData(ErrorReason.CursorInvalid)]
    public async Task Where_a_cursor_holds_no_longer_the_changes_are_read_from_the_first(ErrorReason refusal)
    {
        await using var alpha = await new ScriptedInspectorate("alpha").StartAsync();
        alpha.Log.Refusal = refusal;
        alpha.Log.Add(Facts.Verdict("alpha", "icpc", "good", number: 1));
        await using var gateway = await RunningGateway.OverAsync([alpha]);
        await gateway.FollowedAsync();
        var before = await gateway.VersionAsync(Norfolk);

        alpha.Log.Replace(Facts.Verdict("alpha", "icpc", "good", number: 2));

        await ChangedAsync(gateway, Norfolk, before);
        await using var fresh = await RunningGateway.OverAsync([alpha]);
        await fresh.FollowedAsync();
        await SameAsync(fresh, gateway);
    }

    [Fact]
    public async Task An_inspectorate_whose_changes_cannot_be_followed_leaves_no_version_though_it_answers()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        await gateway.FollowedAsync();
        var known = await gateway.VersionAsync(Norfolk);

        gateway["beta"].Log.IsDown = true;
        gateway["beta"].Log.Cut();
        await Eventually.TrueAsync(async () => await gateway.VersionAsync(Norfolk) == "", "there is a version");
        gateway["beta"].Log.IsDown = false;

        await Eventually.TrueAsync(async () => await gateway.VersionAsync(Norfolk) == known, "the version is not known again");
    }

    [Fact]
    public async Task A_service_that_stops_leaves_no_version_until_it_is_back()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        await gateway.FollowedAsync();
        var known = await gateway.VersionAsync(Norfolk);

        await gateway["beta"].StopAsync();
        await Eventually.TrueAsync(async () => await gateway.VersionAsync(Norfolk) == "", "there is a version");
        await gateway["beta"].StartAsync();

        await Eventually.TrueAsync(async () => await gateway.VersionAsync(Norfolk) == known, "the version is not known again");
    }

    [Fact]
    public async Task A_view_of_the_past_or_of_another_instant_has_no_version_and_one_of_today_has()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        await gateway.FollowedAsync();
        var (_, today) = await gateway.JsonAsync("/api/v1/areas/926/joint-view");

        var (_, named) = await gateway.JsonAsync($"/api/v1/areas/926/joint-view?asOf={today.GetProperty("asOf").GetString()}");
        var (_, past) = await gateway.JsonAsync("/api/v1/areas/926/joint-view?asOf=2024-12-31");
        var (_, recorded) = await gateway.JsonAsync("/api/v1/areas/926/joint-view?recordedAsOf=2026-06-15T12:00:00Z");

        Assert.NotEmpty(today.GetProperty("version").GetString()!);
        Assert.Equal(today.GetProperty("version").GetString(), named.GetProperty("version").GetString());
        Assert.Equal("", past.GetProperty("version").GetString());
        Assert.Equal("", recorded.GetProperty("version").GetString());
    }

    [Fact]
    public async Task A_version_that_comes_while_an_answer_is_on_its_way_is_not_stated_for_it()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        await gateway.FollowedAsync();
        var before = await gateway.VersionAsync(Norfolk);
        var states = gateway.States;
        gateway["alpha"].BeforeVerdicts = async () =>
        {
            gateway["alpha"].BeforeVerdicts = null;
            gateway["alpha"].Log.Add(Facts.Verdict("alpha", "icpc", "good", Norfolk));
            await Eventually.TrueAsync(() => states.Version(Norfolk) != before, "the change is not taken in");
        };

        var during = await gateway.VersionAsync(Norfolk);

        Assert.Equal("", during);
        Assert.NotEqual(before, await gateway.VersionAsync(Norfolk));
    }

    [Fact]
    public async Task The_gateway_stops_at_once_with_streams_open_and_tells_their_readers_where_to_go_on()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        gateway["alpha"].Log.Add(Facts.Verdict("alpha", "icpc", "good"));
        await gateway.FollowedAsync();
        var client = new ChangeService.ChangeServiceClient(gateway.Channel);
        using var spoken = client.WatchChanges(
            new(), new Metadata { { "inspectorate", "alpha" } }, cancellationToken: TestContext.Current.CancellationToken);
        using var silent = client.WatchChanges(
            new(), new Metadata { { "inspectorate", "beta" } }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(await spoken.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        var ends = new[] { spoken, silent }.Select(call => Assert.ThrowsAsync<RpcException>(
            async () => await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken))).ToArray();
        await Eventually.TrueAsync(() => gateway["beta"].Log.Streams == 2, "the stream has not arrived");

        var took = await gateway.StopAsync();

        Assert.True(took < TimeSpan.FromSeconds(2), $"It took {took}.");
        Assert.All(await Task.WhenAll(ends), end => Assert.Equal(StatusCode.Unavailable, end.StatusCode));
        await Eventually.TrueAsync(() => gateway.Inspectorates.All(inspectorate => inspectorate.Log.Streams == 0), "streams are still open");
    }

    [Fact]
    public async Task A_service_that_is_down_is_tried_again_about_once_a_second_and_not_more_often()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        await gateway.FollowedAsync();
        gateway["alpha"].Log.IsDown = true;
        gateway["alpha"].Log.Cut();
        gateway["alpha"].FollowersCalls.Clear();

        await Task.Delay(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);

        Assert.InRange(gateway["alpha"].FollowersCalls.Count, 1, 14);
    }

    private static async Task<string> ChangedAsync(RunningGateway gateway, string area, string from)
    {
        var now = from;
        await Eventually.TrueAsync(
            async () => (now = await gateway.VersionAsync(area)) is { Length: > 0 } && now != from, "the version has not changed");
        return now;
    }

    private static async Task SameAsync(RunningGateway known, RunningGateway other)
    {
        foreach (var area in new[] { Norfolk, Milton })
        {
            var version = await known.VersionAsync(area);
            Assert.NotEmpty(version);
            await Eventually.TrueAsync(async () => await other.VersionAsync(area) == version, "the versions differ");
        }
    }
}
