using Grpc.Core;
using Inspectorates.Gateway.Tests.Scripted;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using Event = Inspectorates.Joint.V1.WatchDifferencesResponse.EventOneofCase;

namespace Inspectorates.Gateway.Tests.Grpc.Watching;

public sealed class WatchDifferencesTests
{
    private static readonly Verdict Good = Facts.Verdict("alpha", "strategy-discussion", "good");
    private static readonly Verdict Bad = Facts.Verdict("beta", "strategy-discussion", "bad");

    private static async Task<(RunningGateway, ScriptedRecord Alpha, ScriptedRecord Beta)> StartAsync(params string[] settings)
    {
        var gateway = await RunningGateway.StartAsync(["alpha", "beta"], settings);
        await gateway.FollowedAsync();
        return (gateway, new(gateway["alpha"]), new(gateway["beta"]));
    }

    private static Verdict With(Verdict verdict, Action<Verdict> change)
    {
        var changed = verdict.Clone();
        change(changed);
        return changed;
    }

    [Fact]
    public async Task It_begins_with_every_difference_there_is_as_the_list_has_them_and_says_when_that_is_all()
    {
        var (gateway, alpha, beta) = await StartAsync();
        await using var _ = gateway;
        alpha.Publish(Good, Facts.Verdict("alpha", "icpc", "weak"));
        beta.Publish(Bad, Facts.Verdict("beta", "icpc", "good"));
        using var watch = new OpenWatch(gateway);

        var told = await watch.UpToDateAsync();

        var list = await gateway.Joint.ListDifferencesAsync(new(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(2, list.TotalSize);
        Assert.Equal(list.Differences.Select(one => one.Id).Order(), told.Select(one => one.Difference.Id).Distinct().Order());
        Assert.Equal(
            list.Differences.Single(one => one.Process == "icpc"), told.Last(one => one.Difference.Process == "icpc").Difference);
    }

    [Fact]
    public async Task A_difference_that_comes_changes_and_ends_is_told_each_time()
    {
        var (gateway, alpha, beta) = await StartAsync();
        await using var _ = gateway;
        alpha.Publish(Good);
        using var watch = new OpenWatch(gateway);
        Assert.Empty(await watch.UpToDateAsync());

        beta.Publish(Bad);
        var come = await watch.NextOfAsync(Event.Difference);
        beta.Publish(With(Bad, verdict => verdict.Text = "Said more plainly."));
        var changed = await watch.NextOfAsync(Event.Difference);
        beta.Withdraw(Bad);
        var ended = await watch.NextOfAsync(Event.Ended);

        Assert.Equal(Difference.Types.Kind.Contradiction, come.Difference.Kind);
        Assert.Equal(come.Difference.Id, changed.Difference.Id);
        Assert.Contains("Said more plainly.", changed.Difference.Verdicts.Select(verdict => verdict.Text));
        Assert.Equal((come.Difference.Id, "926"), (ended.Ended.Id, ended.Ended.Area));
    }

    [Fact]
    public async Task Superseding_a_verdict_keeps_the_id_while_it_differs_and_ends_it_when_they_agree()
    {
        var (gateway, alpha, beta) = await StartAsync();
        await using var _ = gateway;
        alpha.Publish(Good);
        beta.Publish(Bad);
        using var watch = new OpenWatch(gateway);
        var first = (await watch.UpToDateAsync())[^1].Difference;

        beta.Publish(Facts.Verdict("beta", "strategy-discussion", "weak"));
        var second = (await watch.NextOfAsync(Event.Difference)).Difference;
        beta.Publish(Facts.Verdict("beta", "strategy-discussion", "good"));
        var ended = (await watch.NextOfAsync(Event.Ended)).Ended;

        Assert.Equal((first.Id, first.Id), (second.Id, ended.Id));
        Assert.Equal((true, false), (first.Strong, second.Strong));
    }

    [Fact]
    public async Task One_that_a_later_version_settles_is_told_as_resolved_where_the_service_keeps_earlier_versions()
    {
        var (gateway, alpha, beta) = await StartAsync();
        await using var _ = gateway;
        (gateway["alpha"].Positions, gateway["beta"].Positions) = ([], []);
        alpha.Publish(Good);
        beta.Publish(Bad);
        using var watch = new OpenWatch(gateway);
        var open = (await watch.UpToDateAsync())[^1].Difference;

        beta.Publish(Facts.Verdict("beta", "strategy-discussion", "good"));
        var settled = (await watch.NextOfAsync(Event.Difference)).Difference;

        Assert.Equal(DifferenceStep.Types.State.Open, open.State);
        Assert.Equal((open.Id, DifferenceStep.Types.State.Resolved), (settled.Id, settled.State));
        Assert.Equal(["good"], settled.ResolvedBy.Select(verdict => verdict.Grade.Code));
    }

    [Fact]
    public async Task What_a_party_says_is_told_when_it_commits_to_it_and_when_it_is_shown_and_again_when_resumed()
    {
        var (gateway, alpha, beta) = await StartAsync();
        await using var _ = gateway;
        (gateway["alpha"].Positions, gateway["beta"].Positions) = ([], []);
        alpha.Publish(Good);
        beta.Publish(Bad);
        using var watch = new OpenWatch(gateway);
        var open = (await watch.UpToDateAsync())[^1].Difference;
        var before = watch.Token;

        alpha.Say(Position(open.Id, shown: false));
        var answered = (await watch.NextOfAsync(Event.Difference)).Difference;
        alpha.Say(Position(open.Id, shown: true));
        var shown = (await watch.NextOfAsync(Event.Difference)).Difference;
        using var resumed = new OpenWatch(gateway, new() { Token = before });
        var again = await resumed.UpToDateAsync();

        Assert.Equal(DifferenceStep.Types.State.AnsweredBySome, answered.State);
        Assert.Equal((V1.Position.Types.Choice.Unspecified, ""), (answered.Positions.Single().Choice, answered.Positions.Single().Reason));
        Assert.Equal(V1.Position.Types.Choice.StandsBy, shown.Positions.Single().Choice);
        Assert.Equal(shown, Assert.Single(again, one => one.EventCase is Event.Difference).Difference);
    }

    private static Position Position(string difference, bool shown)
    {
        var recorded = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTime(new DateTime(2025, 1, 2, 9, 0, 0, DateTimeKind.Utc));
        var position = new Position
        {
            Name = "inspectorates/alpha/positions/p",
            Inspectorate = "alpha",
            Difference = difference,
            Area = "926",
            State = V1.Position.Types.State.Blind,
            Revision = 1,
            RecordedAt = recorded,
            Commitment = new Commitment { BlindUntil = "2025-01-16" },
        };
        if (shown)
            (position.State, position.Choice, position.Reason, position.Role, position.ShownAt, position.ShownBecause) =
                (V1.Position.Types.State.Shown, V1.Position.Types.Choice.StandsBy, "The cases were other cases.", "lead", recorded,
                V1.Position.Types.ShownBecause.TimePassed);
        return position;
    }

    [Fact]
    public async Task Resumed_it_tells_what_touches_a_verdict_changed_since_and_what_ended_and_nothing_else()
    {
        var (gateway, alpha, beta) = await StartAsync();
        await using var _ = gateway;
        alpha.Publish(Good, Facts.Verdict("alpha", "icpc", "good"), Facts.Verdict("alpha", "icpc", "good", "825"));
        beta.Publish(Bad, Facts.Verdict("beta", "icpc", "weak"), Facts.Verdict("beta", "icpc", "weak", "825"));
        string token;
        IReadOnlyList<WatchDifferencesResponse> before;
        using (var watch = new OpenWatch(gateway))
            (before, token) = (await watch.UpToDateAsync(), watch.Token);

        beta.Withdraw(Bad);
        alpha.Publish(With(Facts.Verdict("alpha", "icpc", "good", "825"), verdict => verdict.Text = "Said anew."));
        using var resumed = new OpenWatch(gateway, new() { Token = token });
        var told = await resumed.UpToDateAsync();

        var ended = Assert.Single(told, one => one.EventCase is Event.Ended).Ended;
        Assert.Equal(before.First(one => one.Difference.Process == "strategy-discussion").Difference.Id, ended.Id);
        var again = Assert.Single(told, one => one.EventCase is Event.Difference).Difference;
        Assert.Equal(("825", "icpc"), (again.Area, again.Process));
        Assert.Contains("Said anew.", again.Verdicts.Select(verdict => verdict.Text));
    }

    [Fact]
    public async Task A_token_of_the_middle_of_what_became_public_together_still_tells_what_ended()
    {
        var (gateway, alpha, beta) = await StartAsync();
        await using var _ = gateway;
        var further = Facts.Verdict("beta", "icpc", "weak");
        alpha.Publish(Good, Facts.Verdict("alpha", "icpc", "good"));
        beta.Publish(Bad, further);
        using var watch = new OpenWatch(gateway);
        await watch.UpToDateAsync();

        beta.Publish(
            With(Bad, verdict => verdict.State = Verdict.Types.State.Withdrawn),
            With(further, verdict => verdict.State = Verdict.Types.State.Withdrawn));
        var ended = new HashSet<string>();
        var tokens = new List<string>();
        while (ended.Count < 2)
        {
            ended.Add((await watch.NextOfAsync(Event.Ended)).Ended.Id);
            tokens.Add(watch.Token);
        }

        using var resumed = new OpenWatch(gateway, new() { Token = tokens[0] });
        var again = (await resumed.UpToDateAsync()).Where(one => one.EventCase is Event.Ended).Select(one => one.Ended.Id);
        Assert.Subset(ended, again.ToHashSet());
        Assert.Contains(ended.Last(), again);
    }

    [Fact]
    public async Task Resumed_when_nothing_has_changed_it_tells_nothing_and_then_what_comes()
    {
        var (gateway, alpha, beta) = await StartAsync();
        await using var _ = gateway;
        alpha.Publish(Good);
        beta.Publish(Bad);
        string token;
        using (var watch = new OpenWatch(gateway))
        {
            await watch.UpToDateAsync();
            token = watch.Token;
        }

        using var resumed = new OpenWatch(gateway, new() { Token = token });
        Assert.Empty(await resumed.UpToDateAsync());
        beta.Withdraw(Bad);

        Assert.NotEmpty((await resumed.NextOfAsync(Event.Ended)).Ended.Id);
    }

    [Fact]
    public async Task Another_replica_goes_on_where_the_first_stopped()
    {
        var (gateway, alpha, beta) = await StartAsync();
        await using var _ = gateway;
        alpha.Publish(Good);
        beta.Publish(Bad);
        string token;
        using (var watch = new OpenWatch(gateway))
        {
            await watch.UpToDateAsync();
            token = watch.Token;
        }

        beta.Publish(Facts.Verdict("beta", "strategy-discussion", "weak"));
        await using var replica = await RunningGateway.OverAsync(gateway.Inspectorates);
        using var resumed = new OpenWatch(replica, new() { Token = token });

        Assert.False((await resumed.NextOfAsync(Event.Difference)).Difference.Strong);
    }

    [Fact]
    public async Task Filters_choose_and_what_they_choose_no_more_has_ended_for_them()
    {
        var (gateway, alpha, beta) = await StartAsync();
        await using var _ = gateway;
        alpha.Publish(Good, Facts.Verdict("alpha", "icpc", "good", aspect: "timeliness"));
        beta.Publish(Bad, Facts.Verdict("beta", "icpc", "weak"));
        using var watch = new OpenWatch(gateway, new() { Kind = Difference.Types.Kind.Contradiction, Area = "E10000020" });
        var told = (await watch.UpToDateAsync())[^1];

        beta.Publish(With(Bad, verdict => verdict.Aspect = "timeliness"));
        var ended = await watch.NextOfAsync(Event.Ended);

        Assert.Equal("strategy-discussion", told.Difference.Process);
        // The aspect is part of the identity: where it changes the difference is another one.
        Assert.Equal(told.Difference.Id, ended.Ended.Id);
    }

    [Fact]
    public async Task A_source_that_cannot_be_followed_is_reported_ends_nothing_and_the_stream_goes_on_for_the_others()
    {
        var gateway = await RunningGateway.StartAsync(["alpha", "beta", "gamma"]);
        await using var _ = gateway;
        await gateway.FollowedAsync();
        var (alpha, beta, gamma) = (new ScriptedRecord(gateway["alpha"]), new ScriptedRecord(gateway["beta"]), new ScriptedRecord(gateway["gamma"]));
        alpha.Publish(Good);
        beta.Publish(Bad);
        using var watch = new OpenWatch(gateway);
        var first = (await watch.UpToDateAsync())[^1].Difference;

        await gateway["beta"].StopAsync();
        var lost = await watch.NextOfAsync(Event.Source);
        gamma.Publish(Facts.Verdict("gamma", "strategy-discussion", "bad"));
        var between = await watch.NextOfAsync(Event.Difference);
        await gateway["beta"].StartAsync();
        WatchDifferencesResponse back;
        do
            back = await watch.NextAsync();
        while (back.EventCase is not Event.Source && back.EventCase is not Event.Ended);

        Assert.Equal(("beta", Source.Types.State.Unreachable), (lost.Source.Inspectorate, lost.Source.State));
        Assert.NotNull(lost.Source.Since);
        Assert.NotEmpty(lost.Source.Reason);
        Assert.NotEqual(first.Id, between.Difference.Id);
        Assert.Equal(Event.Source, back.EventCase);
        Assert.Equal(("beta", Source.Types.State.Answered), (back.Source.Inspectorate, back.Source.State));
    }

    [Fact]
    public async Task It_begins_without_a_source_that_is_down_and_tells_its_differences_when_it_is_back()
    {
        var (gateway, alpha, beta) = await StartAsync();
        await using var _ = gateway;
        alpha.Publish(Good);
        beta.Publish(Bad);
        await gateway["beta"].StopAsync();
        await Eventually.TrueAsync(() => !gateway.States.All[1].IsFollowed, "beta counts as followed");
        using var watch = new OpenWatch(gateway);

        var lost = await watch.NextAsync();
        await gateway["beta"].StartAsync();
        var come = await watch.NextOfAsync(Event.Difference);

        Assert.Equal("beta", lost.Source.Inspectorate);
        Assert.Equal(Difference.Types.Kind.Contradiction, come.Difference.Kind);
    }

    [Fact]
    public async Task A_record_that_was_replaced_is_read_anew_and_what_is_not_in_it_has_ended()
    {
        var (gateway, alpha, beta) = await StartAsync();
        await using var _ = gateway;
        alpha.Publish(Good);
        beta.Publish(Bad);
        using var watch = new OpenWatch(gateway);
        var first = (await watch.UpToDateAsync())[^1].Difference;
        var token = watch.Token;

        gateway["beta"].Verdicts.Clear();
        gateway["beta"].Log.Replace();
        var ended = await watch.NextOfAsync(Event.Ended);
        using var resumed = new OpenWatch(gateway, new() { Token = token });
        var refused = await Assert.ThrowsAsync<RpcException>(resumed.NextAsync);

        Assert.Equal(first.Id, ended.Ended.Id);
        Assert.Equal(StatusCode.FailedPrecondition, refused.StatusCode);
        Assert.Equal("CURSOR_RESET", refused.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason);
    }

    [Theory]
    [InlineData("AAAA")]
    [InlineData("not base64!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_token_that_was_not_given_is_refused(string token)
    {
        var (gateway, _, _) = await StartAsync();
        await using var _ = gateway;
        using var watch = new OpenWatch(gateway, new() { Token = token });

        var refused = await Assert.ThrowsAsync<RpcException>(watch.NextAsync);

        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Equal("WATCH_TOKEN_INVALID", refused.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason);
        Assert.Equal("token", refused.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Single().Field);
    }

    [Fact]
    public async Task A_token_of_other_filters_is_refused_and_so_are_wrong_filters()
    {
        var (gateway, _, _) = await StartAsync();
        await using var _ = gateway;
        using var watch = new OpenWatch(gateway);
        await watch.UpToDateAsync();

        foreach (var (request, field) in new (WatchDifferencesRequest, string)[]
        {
            (new() { Token = watch.Token, Process = "icpc" }, "token"), (new() { Process = "tea-making" }, "process"),
            (new() { Inspectorate = "nobody" }, "inspectorate"), (new() { Area = "E10000999" }, "area"),
            (new() { Kind = (Difference.Types.Kind)9 }, "kind"), (new() { Cause = (DifferenceCause.Types.Kind)9 }, "cause"),
            (new() { Only = (DifferenceSelection)9 }, "only"),
        })
        {
            using var wrong = new OpenWatch(gateway, request);
            var refused = await Assert.ThrowsAsync<RpcException>(wrong.NextAsync);
            Assert.Equal(field, refused.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Single().Field);
        }
    }

    [Fact]
    public async Task When_the_gateway_stops_the_stream_ends_with_UNAVAILABLE_at_once()
    {
        var (gateway, _, _) = await StartAsync();
        await using var _ = gateway;
        using var watch = new OpenWatch(gateway);
        await watch.UpToDateAsync();

        var stopping = gateway.StopAsync();
        var ended = await Assert.ThrowsAsync<RpcException>(watch.NextAsync);

        Assert.Equal(StatusCode.Unavailable, ended.StatusCode);
        Assert.Equal("GATEWAY_STOPPING", ended.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason);
        Assert.True(await stopping < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_caller_may_have_so_many_streams_open_and_no_more()
    {
        var (gateway, _, _) = await StartAsync("--Gateway:Limits:Streams=1");
        await using var _ = gateway;
        using var one = new OpenWatch(gateway);
        await one.UpToDateAsync();
        using var two = new OpenWatch(gateway);

        var refused = await Assert.ThrowsAsync<RpcException>(two.NextAsync);

        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        Assert.Equal("CONCURRENCY_LIMITED", refused.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason);
    }

    [Fact]
    public async Task For_a_caller_with_a_token_its_inspectorate_is_followed_with_it_and_the_others_as_for_anybody()
    {
        var (gateway, alpha, beta) = await StartAsync();
        await using var _ = gateway;
        alpha.Publish(Good);
        beta.Publish(Bad);
        var header = Tokens.For("beta");
        using var watch = new OpenWatch(gateway, headers: new() { { "authorization", header } });

        Assert.Single((await watch.UpToDateAsync()).Select(one => one.Difference.Id).Distinct());
        beta.Withdraw(Bad);
        await watch.NextOfAsync(Event.Ended);

        var shown = (string code) => gateway[code].FollowersCalls.Select(call => call.Headers.GetValueOrDefault("authorization", "")).Where(one => one.Length > 0);
        Assert.NotEmpty(shown("beta"));
        Assert.All(shown("beta"), one => Assert.Equal(header, one));
        Assert.Empty(shown("alpha"));
    }

    [Fact]
    public async Task A_token_that_is_not_accepted_any_more_ends_the_stream_with_UNAUTHENTICATED()
    {
        var (gateway, alpha, beta) = await StartAsync();
        await using var _ = gateway;
        alpha.Publish(Good);
        beta.Publish(Bad);
        using var watch = new OpenWatch(gateway, headers: new() { { "authorization", Tokens.For("beta") } });
        await watch.UpToDateAsync();

        gateway["beta"].Behaviour = Behaviour.RefusesTheToken;
        gateway["beta"].Log.Cut();
        var refused = await Assert.ThrowsAsync<RpcException>(() => watch.NextOfAsync(Event.Ended));

        Assert.Equal(StatusCode.Unauthenticated, refused.StatusCode);
        Assert.Equal("TOKEN_INVALID", refused.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason);
    }

    [Fact]
    public async Task When_nobody_answers_there_is_no_stream()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        await gateway["alpha"].StopAsync();
        using var watch = new OpenWatch(gateway);

        var refused = await Assert.ThrowsAsync<RpcException>(watch.NextAsync);

        Assert.Equal(StatusCode.Unavailable, refused.StatusCode);
        Assert.Equal("ALL_SOURCES_UNAVAILABLE", refused.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason);
    }
}
