using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Google.Rpc;
using Grpc.Core;
using Grpc.Health.V1;
using Inspectorates.Gateway.Tests.Scripted;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Limits;

public sealed class CallLimitTests
{
    private const string Slow = "--Gateway:Limits:CallsPerSecond=1";

    [Fact]
    public async Task A_caller_who_asks_too_often_is_told_to_go_on_later()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"], Slow, "--Gateway:Limits:Burst=3");

        using var first = await gateway.Http.GetAsync("/api/v1/areas/926", TestContext.Current.CancellationToken);
        using var refused = await UntilRefusedAsync(gateway);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 5);
        using var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("RATE_LIMITED", problem.RootElement.GetProperty("reason").GetString());
        Assert.Equal(429, problem.RootElement.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Who_waits_as_long_as_told_may_go_on()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"], "--Gateway:Limits:CallsPerSecond=5", "--Gateway:Limits:Burst=1");
        using var refused = await UntilRefusedAsync(gateway);

        await Task.Delay(refused.Headers.RetryAfter!.Delta!.Value, TestContext.Current.CancellationToken);

        using var later = await gateway.Http.GetAsync("/api/v1/areas/926", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Over_gRPC_the_refusal_carries_reason_and_wait_for_own_and_for_passed_calls(bool passed)
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"], Slow, "--Gateway:Limits:Burst=1");

        var refused = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            for (var call = 0; call < 200; call++)
                if (passed)
                    await new VerdictService.VerdictServiceClient(gateway.Channel).ListVerdictsAsync(
                        new() { PageSize = 1 }, new Metadata { { "inspectorate", "alpha" } },
                        cancellationToken: TestContext.Current.CancellationToken);
                else
                    await gateway.Joint.GetAreaAsync(new() { Area = "926" }, cancellationToken: TestContext.Current.CancellationToken);
        });

        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        Assert.Equal("RATE_LIMITED", refused.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason);
        Assert.True(refused.GetRpcStatus()?.GetDetail<RetryInfo>()?.RetryDelay.ToTimeSpan() > TimeSpan.Zero);
    }

    [Fact]
    public async Task A_browser_is_told_in_a_page()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"], Slow, "--Gateway:Limits:Burst=1");

        using var answer = await UntilRefusedAsync(gateway, _ => new(HttpMethod.Get, "/areas/X01")
        {
            Headers = { Accept = { new MediaTypeWithQualityHeaderValue("text/html") } },
        });

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    [Fact]
    public async Task More_calls_at_once_than_allowed_are_refused_and_room_comes_back_when_one_ends()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"], "--Gateway:Limits:Concurrent=2");
        var held = new TaskCompletionSource();
        gateway["alpha"].BeforeVerdicts = () => held.Task;
        var open = Enumerable.Range(0, 2).Select(_ => PassedAsync(gateway)).ToArray();
        await Eventually.TrueAsync(() => gateway["alpha"].Calls.Count == 2, "the calls have not arrived");

        var refused = await Assert.ThrowsAsync<RpcException>(() => PassedAsync(gateway));
        held.SetResult();
        await Task.WhenAll(open);
        gateway["alpha"].BeforeVerdicts = null;

        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        Assert.Equal("CONCURRENCY_LIMITED", refused.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason);
        Assert.NotNull(refused.GetRpcStatus()?.GetDetail<RetryInfo>());
        await Eventually.TrueAsync(
            async () =>
            {
                try
                {
                    await PassedAsync(gateway);
                    return true;
                }
                catch (RpcException again) when (again.StatusCode is StatusCode.ResourceExhausted)
                {
                    return false;
                }
            },
            "there is no room again");
    }

    [Fact]
    public async Task Streams_are_counted_apart_and_one_that_is_cut_makes_room()
    {
        await using var gateway = await RunningGateway.StartAsync(
            ["alpha"], "--Gateway:Limits:Streams=1", "--Gateway:Limits:Concurrent=1");
        await gateway.FollowedAsync();
        gateway["alpha"].Log.Add(Facts.Verdict("alpha", "icpc", "good"));
        var client = new ChangeService.ChangeServiceClient(gateway.Channel);
        var first = client.WatchChanges(
            new(), new Metadata { { "inspectorate", "alpha" } }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(await first.ResponseStream.MoveNext(TestContext.Current.CancellationToken));

        var refused = await Assert.ThrowsAsync<RpcException>(() => FirstAsync(client));
        await PassedAsync(gateway);
        first.Dispose();

        Assert.Equal("CONCURRENCY_LIMITED", refused.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason);
        await Eventually.TrueAsync(
            async () =>
            {
                try
                {
                    return await FirstAsync(client);
                }
                catch (RpcException again) when (again.StatusCode is StatusCode.ResourceExhausted)
                {
                    return false;
                }
            },
            "there is no room again");
    }

    [Fact]
    public async Task A_new_subject_with_every_call_is_still_the_same_address()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"], Slow, "--Gateway:Limits:Burst=3");

        using var refused = await UntilRefusedAsync(gateway, call => new(HttpMethod.Get, "/api/v1/areas/926")
        {
            Headers = { { "Authorization", Tokens.Of($$"""{"iss":"i","sub":"nobody-{{call}}"}""") } },
        });

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    [Fact]
    public async Task Probes_are_never_refused()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"], Slow, "--Gateway:Limits:Burst=1", "--Gateway:Limits:Concurrent=1");
        var health = new Health.HealthClient(gateway.Channel);

        for (var call = 0; call < 20; call++)
        {
            using var live = await gateway.Http.GetAsync("/health/live", TestContext.Current.CancellationToken);
            using var ready = await gateway.Http.GetAsync("/health/ready", TestContext.Current.CancellationToken);
            var status = await health.CheckAsync(new HealthCheckRequest(), cancellationToken: TestContext.Current.CancellationToken);

            Assert.True(live.IsSuccessStatusCode && ready.IsSuccessStatusCode);
            Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, status.Status);
        }
    }

    // However slow the machine is: what is refused comes more often than what is allowed.
    private static async Task<HttpResponseMessage> UntilRefusedAsync(RunningGateway gateway, Func<int, HttpRequestMessage>? ask = null)
    {
        for (var call = 0; ; call++)
        {
            using var request = ask?.Invoke(call) ?? new(HttpMethod.Get, "/api/v1/areas/926");
            var answer = await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);
            if (!answer.IsSuccessStatusCode || call == 200)
                return answer;
            answer.Dispose();
        }
    }

    private static async Task PassedAsync(RunningGateway gateway) =>
        await new VerdictService.VerdictServiceClient(gateway.Channel).ListVerdictsAsync(
            new() { PageSize = 1 }, new Metadata { { "inspectorate", "alpha" } }, cancellationToken: TestContext.Current.CancellationToken);

    private static async Task<bool> FirstAsync(ChangeService.ChangeServiceClient client)
    {
        using var call = client.WatchChanges(
            new(), new Metadata { { "inspectorate", "alpha" } }, cancellationToken: TestContext.Current.CancellationToken);
        return await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken);
    }
}
