using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Grpc.Core;
using Inspectorates.Gateway.Tests.Scripted;

namespace Inspectorates.Gateway.Tests.Inspectorates;

public sealed class CallerTests
{
    [Fact]
    public async Task A_callers_shorter_deadline_wins_and_still_gets_what_there_is()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        await gateway.Joint.GetJointInspectionAsync(new() { Area = "926" }, cancellationToken: TestContext.Current.CancellationToken);
        gateway["beta"].Behaviour = Behaviour.Hangs;

        var watch = Stopwatch.StartNew();
        var answer = await gateway.Joint.GetJointInspectionAsync(
            new() { Area = "926" }, deadline: DateTime.UtcNow.AddMilliseconds(700),
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(watch.Elapsed < TimeSpan.FromMilliseconds(700), $"It took {watch.Elapsed}.");
        Assert.False(answer.JointInspection.Complete);
    }

    [Fact]
    public async Task Cancellation_reaches_the_services_within_200_ms()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        gateway["alpha"].Behaviour = Behaviour.Hangs;
        using var caller = new CancellationTokenSource();
        var call = gateway.Joint.GetJointInspectionAsync(new() { Area = "926" }, cancellationToken: caller.Token).ResponseAsync;
        while (gateway["alpha"].Calls.IsEmpty)
            await Task.Delay(10, TestContext.Current.CancellationToken);

        var watch = Stopwatch.StartNew();
        await caller.CancelAsync();

        Assert.True(await gateway["alpha"].CancelledCall.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken));
        Assert.True(watch.Elapsed < TimeSpan.FromMilliseconds(200), $"It took {watch.Elapsed}.");
        await Assert.ThrowsAsync<RpcException>(() => call);
    }

    [Theory]
    [InlineData("""{"aud":"inspectorates/alpha"}""", true, false)]
    [InlineData("""{"aud":["inspectorates/alpha","inspectorates/beta"]}""", true, true)]
    [InlineData("""{"aud":"inspectorates/alphabet"}""", false, false)]
    [InlineData("""{"aud":7}""", false, false)]
    [InlineData("""no json""", false, false)]
    public async Task A_token_is_shown_only_to_the_services_it_is_meant_for(string claims, bool alpha, bool beta)
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/areas/926/joint-view");
        var token = $"e30.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}.c2ln";
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

        using var response = await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(alpha, SawToken("alpha"));
        Assert.Equal(beta, SawToken("beta"));

        bool SawToken(string code) =>
            gateway[code].Calls.Any(call => call.Headers.TryGetValue("authorization", out var seen) && seen == $"Bearer {token}");
    }

    [Fact]
    public async Task A_token_that_a_service_does_not_accept_is_refused_and_not_taken_for_a_failing_service()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        gateway["alpha"].Behaviour = Behaviour.RefusesTheToken;
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/areas/926/joint-view");
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer", $"e30.{Base64Url.EncodeToString("""{"aud":"inspectorates/alpha"}"""u8)}.c2ln");

        using var response = await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("TOKEN_INVALID", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_view_is_one_question_per_list_however_many_verdicts_there_are()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        for (var number = 1; number <= 501; number++)
            gateway["alpha"].Verdicts.Add(Facts.Verdict("alpha", "icpc", "good", number: number));

        var (_, view) = await gateway.JsonAsync("/api/v1/areas/926/joint-view");

        Assert.Equal(501, view.GetProperty("sources")[0].GetProperty("verdictCount").GetInt32());
        Assert.Equal(
            [
                "GetInspectorate", "ListAccuracyExchanges", "ListIndicatorReadings", "ListIndicators", "ListInspections", "ListPositions",
                "ListRecommendations", "ListReplies", "ListStatements", "ListTeams", "ListVerdicts", "ListVerdicts",
            ],
            gateway["alpha"].Calls.Select(call => call.Path.Split('/')[^1]).Order());
    }
}
