using System.Diagnostics;
using System.Net;
using Google.Rpc;
using Grpc.Core;
using Grpc.Health.V1;
using Inspectorates.Conformance.Fictional;
using Inspectorates.Hosting.Limits;
using Inspectorates.Hosting.Settings;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;
using Microsoft.Extensions.DependencyInjection;

namespace Inspectorates.Conformance;

/// <summary>What one caller may take, with limits low enough to be reached.</summary>
public sealed class LimitsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_calls_too_often_is_told_when_to_go_on_and_is_served_then()
    {
        await using var service = await StartedAsync("--Limits:CallsPerSecond=2", "--Limits:Burst=3");

        for (var call = 1; call <= 3; call++)
            await ReadAsync(service, "inspector");
        var refused = await FaultAsync(ReadAsync(service, "inspector"));
        var delay = DelayOf(refused);
        Refused.Of(refused).Is(StatusCode.ResourceExhausted, "RATE_LIMITED");
        Assert.InRange(delay, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(1));

        await Task.Delay(delay, Stop);
        await ReadAsync(service, "inspector");
    }

    [Fact]
    public async Task One_callers_haste_is_nobody_elses_and_health_is_always_answered()
    {
        await using var service = await StartedAsync("--Limits:CallsPerSecond=1", "--Limits:Burst=2");
        await ReadAsync(service, "inspector");
        await ReadAsync(service, "inspector");

        Refused.Of(await FaultAsync(ReadAsync(service, "inspector"))).Is(StatusCode.ResourceExhausted, "RATE_LIMITED");
        await ReadAsync(service, "lead");
        await service.Verdicts.ListVerdictsAsync(new ListVerdictsRequest(), cancellationToken: Stop);
        Refused.Of(await FaultAsync(service.Verdicts.ListVerdictsAsync(new ListVerdictsRequest(), cancellationToken: Stop).ResponseAsync))
            .Is(StatusCode.ResourceExhausted, "RATE_LIMITED");

        var health = new Health.HealthClient(service.Channel);
        for (var check = 1; check <= 20; check++)
            Assert.Equal(
                HealthCheckResponse.Types.ServingStatus.Serving,
                (await health.CheckAsync(new HealthCheckRequest(), service.As("inspector"), cancellationToken: Stop)).Status);
    }

    [Fact]
    public async Task Only_so_many_calls_of_one_caller_are_under_way_and_a_call_that_ends_makes_room()
    {
        await using var service = await StartedAsync("--Limits:Concurrent=2", "--Limits:UnarySeconds=30");
        var unfinished = new[] { new UnfinishedCall(service, "inspector"), new UnfinishedCall(service, "inspector") };
        await Task.WhenAll(unfinished.Select(call => call.Begun));

        var refused = await UntilAsync(() => ReadAsync(service, "inspector"), StatusCode.ResourceExhausted);
        Refused.Of(refused).Is(StatusCode.ResourceExhausted, "CONCURRENCY_LIMITED");
        Assert.True(DelayOf(refused) > TimeSpan.Zero);
        await ReadAsync(service, "lead");

        unfinished[0].Dispose();
        await UntilServedAsync(() => ReadAsync(service, "inspector"));
        unfinished[1].Dispose();
    }

    [Fact]
    public async Task Only_so_many_streams_of_one_caller_are_open_and_one_that_ends_makes_room()
    {
        await using var service = await StartedAsync("--Limits:Streams=1");
        await service.Verdicts.RecordVerdictAsync(
            Samples.Recording(new Samples(service.Description).Published("301", "2024-02-01")), service.As("inspector"), cancellationToken: Stop);
        var first = service.Changes.WatchChanges(new WatchChangesRequest(), cancellationToken: Stop);
        Assert.True(await first.ResponseStream.MoveNext(Stop));

        using var second = service.Changes.WatchChanges(new WatchChangesRequest(), cancellationToken: Stop);
        var refused = await FaultAsync(second.ResponseStream.MoveNext(Stop));
        Refused.Of(refused).Is(StatusCode.ResourceExhausted, "CONCURRENCY_LIMITED");
        Assert.True(DelayOf(refused) > TimeSpan.Zero);
        await service.Verdicts.ListVerdictsAsync(new ListVerdictsRequest(), cancellationToken: Stop);

        first.Dispose();
        await UntilServedAsync(async () =>
        {
            using var third = service.Changes.WatchChanges(new WatchChangesRequest(), cancellationToken: Stop);
            await third.ResponseStream.MoveNext(Stop);
        });
    }

    [Fact]
    public async Task A_message_that_never_ends_is_cut_at_the_maximum()
    {
        await using var service = await StartedAsync("--Limits:UnarySeconds=1");
        using var call = new UnfinishedCall(service, "inspector");
        var began = Stopwatch.GetTimestamp();

        var (status, reason) = await call.AnswerAsync();

        Assert.Equal(("4", "STORE_UNAVAILABLE"), (status, reason));
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task A_write_beyond_the_maximum_is_not_undone_and_its_request_id_tells_what_became_of_it()
    {
        await using var service = await StartedAsync("--Limits:UnarySeconds=1");
        var request = Samples.Recording(new Samples(service.Description).Published("301", "2024-02-01"));
        RpcException late;
        using (var other = service.Services.GetRequiredService<IStore>().OpenForWriting())
        {
            other.Begin([]);
            late = await FaultAsync(service.Verdicts.RecordVerdictAsync(request, service.As("inspector"), cancellationToken: Stop).ResponseAsync);
            other.Rollback();
        }

        Refused.Of(late).Is(StatusCode.DeadlineExceeded, "STORE_UNAVAILABLE");
        var again = await service.Verdicts.RecordVerdictAsync(request, service.As("inspector"), cancellationToken: Stop);
        var all = await service.Verdicts.ListVerdictsAsync(new ListVerdictsRequest(), cancellationToken: Stop);
        Assert.Equal(again.Verdict.Name, Assert.Single(all.Verdicts).Name);
    }

    [Fact]
    public async Task A_caller_who_has_gone_quiet_is_forgotten()
    {
        using var limits = new CallLimits(new LimitSettings(100, 10, 10, 10, TimeSpan.FromSeconds(5)));
        var callers = Enumerable.Range(0, 1000).Select(number => Called(limits, number)).ToArray();
        using var late = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        late.CancelAfter(TimeSpan.FromSeconds(40));

        // The limiter forgets who has had nothing under way, and a full bucket, for ten seconds.
        while (callers.Any(caller => caller.IsAlive) && !late.IsCancellationRequested)
        {
            await Task.Delay(500, Stop);
            GC.Collect();
        }

        Assert.DoesNotContain(callers, caller => caller.IsAlive);
    }

    [Fact]
    public void Every_limit_that_is_no_number_is_named_at_once()
    {
        var fault = Assert.Throws<SettingsException>(() => Hosting.InspectorateHost.Build(
            [
                "--environment=Development", $"--Inspectorate:DataDirectory={Path.GetTempPath()}", "--Limits:CallsPerSecond=0", "--Limits:Burst=many",
                "--Limits:Concurrent=-1", "--Limits:Streams=1.5", "--Limits:UnarySeconds=61", "--Limits:PerCaller=3",
            ],
            new FictionalInspectorate()));

        Assert.Equal(6, fault.Faults.Count);
        Assert.Contains("Limits:Burst: 'many' is not a whole number from 1 to 1000000.", fault.Faults);
        Assert.Contains(fault.Faults, one => one.StartsWith("Limits:PerCaller: there is no such setting", StringComparison.Ordinal));
    }

    private static WeakReference Called(CallLimits limits, int number)
    {
        var caller = new CallerKey("issuer", $"subject {number}");
        using var call = limits.Admit(caller, stream: false);
        using var stream = limits.Admit(caller, stream: true);
        Assert.True(call.Refusal is null && stream.Refusal is null);
        return new WeakReference(caller);
    }

    private static async Task<RunningService> StartedAsync(params string[] settings)
    {
        var service = new RunningService(new FictionalInspectorate(), settings);
        await service.StartAsync();
        return service;
    }

    private static Task<ListVerdictsResponse> ReadAsync(RunningService service, string role) =>
        service.Verdicts.ListVerdictsAsync(new ListVerdictsRequest(), service.As(role), cancellationToken: Stop).ResponseAsync;

    private static Task<RpcException> FaultAsync(Task call) => Assert.ThrowsAsync<RpcException>(() => call);

    private static TimeSpan DelayOf(RpcException fault) =>
        fault.GetRpcStatus()!.GetDetail<RetryInfo>()?.RetryDelay.ToTimeSpan() ?? TimeSpan.Zero;

    // A call counts from its headers' arrival until its end, neither of which the caller sees.
    private static async Task<RpcException> UntilAsync(Func<Task> call, StatusCode code)
    {
        for (var tried = 0; tried < 200; tried++)
        {
            try
            {
                await call();
            }
            catch (RpcException fault) when (fault.StatusCode == code)
            {
                return fault;
            }

            await Task.Delay(20, Stop);
        }

        throw new TimeoutException($"never {code}");
    }

    private static async Task UntilServedAsync(Func<Task> call)
    {
        for (var tried = 0; tried < 200; tried++)
        {
            try
            {
                await call();
                return;
            }
            catch (RpcException fault) when (fault.StatusCode == StatusCode.ResourceExhausted)
            {
                await Task.Delay(20, Stop);
            }
        }

        Assert.Fail("never served again");
    }

    /// <summary>A unary call whose message has begun and does not end.</summary>
    private sealed class UnfinishedCall : IDisposable
    {
        private readonly HttpClient client = new();
        private readonly CancellationTokenSource gone = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        private readonly EndlessContent content = new();
        private readonly Task<HttpResponseMessage> answer;

        public UnfinishedCall(RunningService service, string role)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, service.Address + "/inspectorates.v1.VerdictService/ListVerdicts")
            {
                Version = HttpVersion.Version20,
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
                Content = content,
            };
            request.Headers.Add("authorization", service.As(role).Single().Value);
            request.Headers.TE.ParseAdd("trailers");
            answer = client.SendAsync(request, HttpCompletionOption.ResponseContentRead, gone.Token);
        }

        public Task Begun => content.Begun.Task;

        public async Task<(string Status, string Reason)> AnswerAsync()
        {
            using var response = await answer;
            string Header(string name) =>
                response.TrailingHeaders.TryGetValues(name, out var values) || response.Headers.TryGetValues(name, out values) ? values.First() : "";
            var details = Convert.FromBase64String(Header("grpc-status-details-bin"));
            return (Header("grpc-status"), Google.Rpc.Status.Parser.ParseFrom(details).GetDetail<ErrorInfo>().Reason);
        }

        public void Dispose()
        {
            gone.Cancel();
            client.Dispose();
            gone.Dispose();
        }
    }

    private sealed class EndlessContent : HttpContent
    {
        public EndlessContent() => Headers.Add("content-type", "application/grpc");

        public TaskCompletionSource Begun { get; } = new();

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, Stop);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            await stream.WriteAsync(new byte[] { 0, 0, 0, 0, 9 }, cancellationToken);
            await stream.FlushAsync(cancellationToken);
            Begun.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
