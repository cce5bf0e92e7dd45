using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Inspectorates.Gateway.Tests.Scripted;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Rest;

/// <summary>Differences as they are asked for: filters, the past, and what was left out.</summary>
public sealed class DifferencesTests
{
    private const string Differences = "/api/v1/differences";

    // A strong contradiction, one of two steps whose later report credits action, a stale divergence, a change over time.
    private static async Task<RunningGateway> StartAsync(params string[] settings)
    {
        var gateway = await RunningGateway.StartAsync(["alpha", "beta"], settings);
        var credited = Facts.Verdict("beta", "icpc", "weak", fieldwork: "2024-07-10");
        credited.CreditsEarlierAction = true;
        gateway["alpha"].Verdicts.AddRange(
        [
            Facts.Verdict("alpha", "strategy-discussion", "good"), Facts.Verdict("alpha", "icpc", "good"),
            Facts.Verdict("alpha", "icpc", "weak", "825", "2019-06-10"), Facts.Verdict("alpha", "icpc", "good", "825", number: 2),
        ]);
        var mixed = Facts.Verdict("beta", "strategy-discussion", "weak", fieldwork: "2018-06-10", aspect: "timeliness", number: 2);
        gateway["beta"].Verdicts.AddRange([Facts.Verdict("beta", "strategy-discussion", "bad"), credited, mixed]);
        return gateway;
    }

    private static async Task<string[]> KindsAsync(RunningGateway gateway, string query)
    {
        var (status, list) = await gateway.JsonAsync($"{Differences}?{query}");
        Assert.Equal(200, status);
        Assert.Equal(list.GetProperty("totalSize").GetInt32(), list.GetProperty("differences").GetArrayLength());
        return [.. list.GetProperty("differences").EnumerateArray().Select(one => $"{one.GetProperty("kind")} {one.GetProperty("process")}")];
    }

    [Fact]
    public async Task They_are_chosen_by_cause_and_by_weight()
    {
        await using var gateway = await StartAsync();

        Assert.Equal(["CONTRADICTION icpc"], await KindsAsync(gateway, "cause=PRACTICE_CHANGED"));
        Assert.Equal(["CONTRADICTION strategy-discussion", "OVER_TIME icpc"], await KindsAsync(gateway, "cause=UNEXPLAINED"));
        Assert.Equal(["CONTRADICTION strategy-discussion"], await KindsAsync(gateway, "only=STRONG"));
        Assert.Equal(["DIVERGENCE strategy-discussion", "OVER_TIME icpc"], await KindsAsync(gateway, "only=STALE"));
        Assert.Equal(["CONTRADICTION strategy-discussion", "CONTRADICTION icpc"], await KindsAsync(gateway, "only=NOT_STALE"));
    }

    [Fact]
    public async Task The_parameters_of_the_settings_decide_and_are_printed_with_every_answer()
    {
        await using var gateway = await StartAsync("--Gateway:Differences:WindowDays=20", "--Gateway:Differences:StrongSteps=2");

        var (_, list) = await gateway.JsonAsync(Differences);
        var (_, view) = await gateway.JsonAsync("/api/v1/areas/926/joint-view");
        var first = list.GetProperty("differences")[0];
        var (_, one) = await gateway.JsonAsync($"{Differences}/{first.GetProperty("id")}");
        var answer = await gateway.Joint.GetDifferenceAsync(
            new() { Id = first.GetProperty("id").GetString()! }, cancellationToken: TestContext.Current.CancellationToken);

        var expected = new DifferenceParameters { WindowDays = 20, StrongSteps = 2 };
        foreach (var printed in new[] { list.GetProperty("parameters"), view.GetProperty("parameters"), first, one })
            Assert.Equal((20, 2), (printed.GetProperty("windowDays").GetInt32(), printed.GetProperty("strongSteps").GetInt32()));
        Assert.Equal(expected, answer.Parameters);
        // A month apart is beyond the window, and three steps are more than two.
        Assert.Equal(
            ["CONTRADICTION strategy-discussion", "DIVERGENCE strategy-discussion", "OVER_TIME icpc", "OVER_TIME icpc"],
            await KindsAsync(gateway, ""));
        Assert.True(first.GetProperty("strong").GetBoolean());
    }

    [Fact]
    public async Task A_list_and_one_difference_are_read_as_the_record_held_them()
    {
        await using var gateway = await StartAsync();
        const string noon = "recordedAsOf=2026-06-15T12:00:00Z";
        var (_, list) = await gateway.JsonAsync($"{Differences}?{noon}");
        var id = list.GetProperty("differences")[0].GetProperty("id").GetString();
        gateway["alpha"].Questions.Clear();

        var (status, _) = await gateway.JsonAsync($"{Differences}/{id}?{noon}");
        var (before, problem) = await gateway.JsonAsync($"{Differences}/{id}?asOf=2024-06-09");
        var answer = await gateway.Joint.GetDifferenceAsync(
            new() { Id = id, AsOf = "2024-06-10" }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(200, status);
        Assert.StartsWith("This is what the record held at 15 June 2026", list.GetProperty("notices")[0].GetString(), StringComparison.Ordinal);
        var asked = gateway["alpha"].Questions.OfType<ListVerdictsRequest>().First();
        Assert.Equal(Timestamp.FromDateTime(new DateTime(2026, 6, 15, 12, 0, 0, DateTimeKind.Utc)), asked.RecordedAsOf);
        Assert.Equal((404, "DIFFERENCE_NOT_FOUND"), (before, problem.GetProperty("reason").GetString()));
        Assert.Equal(("2024-06-10", true), (answer.AsOf, answer.Complete));
        Assert.Equal(["alpha", "beta"], answer.Sources.Select(source => source.Inspectorate));
    }

    [Theory]
    [InlineData("cause=BAD_LUCK", "cause")]
    [InlineData("only=NICE", "only")]
    [InlineData("leftOut=maybe", "leftOut")]
    [InlineData("recordedAsOf=2999-01-01T00:00:00Z", "recordedAsOf")]
    public async Task A_wrong_filter_is_refused_by_name(string query, string field)
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);

        var (status, problem) = await gateway.JsonAsync($"{Differences}?{query}");

        Assert.Equal((400, field), (status, problem.GetProperty("field").GetString()));
    }

    [Fact]
    public async Task Values_the_contract_does_not_have_are_refused_over_gRPC_too()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);

        foreach (var (request, field) in new (ListDifferencesRequest, string)[]
        {
            (new() { Cause = (DifferenceCause.Types.Kind)9 }, "cause"), (new() { Only = (DifferenceSelection)9 }, "only"),
        })
        {
            var refused = await Assert.ThrowsAsync<RpcException>(async () => await gateway.Joint.ListDifferencesAsync(
                request, cancellationToken: TestContext.Current.CancellationToken));
            Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
            Assert.Equal(field, refused.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Single().Field);
        }
    }

    [Fact]
    public async Task Pairs_left_out_follow_the_last_difference_page_by_page_and_are_those_of_the_view()
    {
        await using var gateway = await StartAsync();
        foreach (var (verdict, number) in gateway["beta"].Verdicts.Take(2).Select((verdict, place) => (verdict.Clone(), place + 10)))
        {
            verdict.Name += number;
            verdict.Pilot = true;
            gateway["beta"].Verdicts.Add(verdict);
        }

        var (differences, leftOut, token) = (new List<string>(), new List<string>(), "");
        do
        {
            var (_, page) = await gateway.JsonAsync($"{Differences}?area=926&leftOut=true&pageSize=2&pageToken={token}");
            var (told, left) = (page.GetProperty("differences"), page.GetProperty("leftOut"));
            Assert.InRange(told.GetArrayLength() + left.GetArrayLength(), 1, 2);
            differences.AddRange(told.EnumerateArray().Select(one => one.GetRawText()));
            leftOut.AddRange(left.EnumerateArray().Select(one => one.GetRawText()));
            Assert.Equal((3, 5), (page.GetProperty("totalSize").GetInt32(), page.GetProperty("leftOutSize").GetInt32()));
            token = page.GetProperty("nextPageToken").GetString()!;
        }
        while (token.Length > 0);

        var (_, view) = await gateway.JsonAsync("/api/v1/areas/926/joint-view?leftOut=true");
        var (_, unasked) = await gateway.JsonAsync("/api/v1/areas/926/joint-view");
        Assert.Equal(view.GetProperty("differences").EnumerateArray().Select(one => one.GetRawText()), differences);
        Assert.Equal(view.GetProperty("leftOut").EnumerateArray().Select(one => one.GetRawText()), leftOut);
        Assert.Equal(5, leftOut.Count);
        Assert.All(view.GetProperty("leftOut").EnumerateArray(), pair =>
        {
            Assert.Equal(2, pair.GetProperty("verdicts").GetArrayLength());
            Assert.Equal(pair.GetProperty("reasons").GetArrayLength(), pair.GetProperty("explanations").GetArrayLength());
        });
        Assert.Equal(0, unasked.GetProperty("leftOut").GetArrayLength());
    }

    [Fact]
    public async Task What_was_withdrawn_is_asked_for_only_to_say_why_it_was_left_out()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        var withdrawn = Facts.Verdict("beta", "icpc", "bad");
        withdrawn.State = Verdict.Types.State.Withdrawn;
        gateway["alpha"].Verdicts.Add(Facts.Verdict("alpha", "icpc", "good"));
        gateway["beta"].Verdicts.Add(withdrawn);

        var (_, list) = await gateway.JsonAsync($"{Differences}?leftOut=true");
        var (_, view) = await gateway.JsonAsync("/api/v1/areas/926/joint-view?leftOut=true");
        var (_, unasked) = await gateway.JsonAsync("/api/v1/areas/926/joint-view");

        foreach (var told in new[] { list, view })
        {
            var pair = Assert.Single(told.GetProperty("leftOut").EnumerateArray());
            Assert.Equal(["WITHDRAWN"], pair.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()));
        }

        foreach (var told in new[] { list, view, unasked })
        {
            var beta = told.GetProperty("sources")[1];
            Assert.Equal(("NO_VERDICT", 0), (beta.GetProperty("state").GetString(), beta.GetProperty("verdictCount").GetInt32()));
            Assert.Equal(0, told.GetProperty("differences").GetArrayLength());
        }
    }

    [Fact]
    public async Task A_list_without_somebodys_answer_says_so_in_words()
    {
        await using var gateway = await StartAsync();
        await gateway["beta"].StopAsync();

        var (_, list) = await gateway.JsonAsync(Differences);

        Assert.False(list.GetProperty("complete").GetBoolean());
        Assert.EndsWith("gave no proper answer, and that is not agreement.", list.GetProperty("notices")[0].GetString(), StringComparison.Ordinal);
    }
}
