using System.Diagnostics;
using System.Net;
using Google.Rpc;
using Grpc.Core;
using Inspectorates.Gateway.Tests.Scripted;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Proxy;

public sealed class PassThroughTests
{
    [Fact]
    public async Task Calls_reach_the_inspectorate_the_metadata_names_and_answers_come_back_unchanged()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        gateway["beta"].Verdicts.Add(Facts.Verdict("beta", "icpc", "good"));
        var client = new VerdictService.VerdictServiceClient(gateway.Channel);

        var answer = await client.ListVerdictsAsync(
            new() { Area = "926", PageSize = 10 }, For("beta"), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(gateway["beta"].Verdicts, answer.Verdicts);
        Assert.Empty(gateway["alpha"].Calls);
    }

    [Fact]
    public async Task Streams_pass_through()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        Verdict[] verdicts = [Facts.Verdict("alpha", "icpc", "good", number: 1), Facts.Verdict("alpha", "icpc", "good", number: 2)];
        foreach (var verdict in verdicts)
            gateway["alpha"].Log.Add(verdict);
        var client = new ChangeService.ChangeServiceClient(gateway.Channel);

        using var call = client.WatchChanges(new(), For("alpha"), cancellationToken: TestContext.Current.CancellationToken);
        var told = await call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken)
            .Select(answer => answer.Change.Verdict).Take(2).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(verdicts, told);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nobody")]
    [InlineData("ALPHA")]
    public async Task An_unknown_inspectorate_is_NOT_FOUND_and_the_known_ones_are_named(string? inspectorate)
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);

        var refused = await CallAsync(gateway, inspectorate is null ? [] : For(inspectorate));

        Assert.Equal(StatusCode.NotFound, refused.StatusCode);
        Assert.Equal("INSPECTORATE_UNKNOWN", Reason(refused));
        Assert.Contains("alpha, beta", refused.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_message_of_a_refusal_is_escaped_no_further_than_clients_undo()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://{gateway.Channel.Target}/inspectorates.v1.VerdictService/ListVerdicts")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent([0, 0, 0, 0, 0]) { Headers = { { "content-type", "application/grpc" } } },
        };

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(
            "The metadata \"inspectorate\" is missing; known are alpha, beta.", Assert.Single(response.Headers.GetValues("grpc-message")));
    }

    [Fact]
    public async Task A_call_that_names_two_inspectorates_is_refused()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);

        var refused = await CallAsync(gateway, new Metadata { { "inspectorate", "alpha" }, { "inspectorate", "beta" } });

        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Empty(gateway["alpha"].Calls);
        Assert.Empty(gateway["beta"].Calls);
    }

    [Fact]
    public async Task A_dead_service_is_UNAVAILABLE_and_never_tried_twice()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        await gateway["alpha"].StopAsync();

        var refused = await CallAsync(gateway, For("alpha"));

        Assert.Equal(StatusCode.Unavailable, refused.StatusCode);
        Assert.Equal("SOURCE_UNAVAILABLE", Reason(refused));
    }

    [Fact]
    public async Task A_gateway_starts_before_the_names_of_its_services_exist()
    {
        await using var alpha = await new ScriptedInspectorate("alpha").StartAsync();
        await using var gateway = await RunningGateway.OverAsync(
            [alpha], "--Gateway:Inspectorates:1:Code=beta", "--Gateway:Inspectorates:1:Address=http://beta.invalid:5100");

        var refused = await CallAsync(gateway, For("beta"));
        var (_, view) = await gateway.JsonAsync("/api/v1/areas/926/joint-view");

        Assert.Equal(StatusCode.Unavailable, refused.StatusCode);
        Assert.Equal(["NO_VERDICT", "UNREACHABLE"], view.GetProperty("sources").Texts("state"));
    }

    [Fact]
    public async Task A_service_that_says_UNAVAILABLE_itself_is_asked_once()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        gateway["alpha"].Behaviour = Behaviour.SaysUnavailable;

        var refused = await CallAsync(gateway, For("alpha"));

        Assert.Equal(StatusCode.Unavailable, refused.StatusCode);
        Assert.Single(gateway["alpha"].Calls);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_in_time_is_DEADLINE_EXCEEDED()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        gateway["alpha"].Behaviour = Behaviour.Hangs;

        var watch = Stopwatch.StartNew();
        var refused = await CallAsync(gateway, For("alpha"));

        Assert.Equal(StatusCode.DeadlineExceeded, refused.StatusCode);
        Assert.Equal("SOURCE_TIMEOUT", Reason(refused));
        Assert.InRange(watch.Elapsed.TotalSeconds, 4, 7);
    }

    [Fact]
    public async Task Only_listed_headers_reach_a_service()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        var metadata = For("alpha");
        foreach (var name in new[] { "x-user-id", "x-real-ip", "x-forwarded-for", "x-forwarded-host", "forwarded", "cookie", "x-anything" })
            metadata.Add(name, "someone");
        metadata.Add("authorization", Tokens.For("alpha"));

        await new VerdictService.VerdictServiceClient(gateway.Channel).ListVerdictsAsync(
            new() { PageSize = 1 }, metadata, DateTime.UtcNow.AddSeconds(10), TestContext.Current.CancellationToken);

        var headers = Assert.Single(gateway["alpha"].Calls).Headers;
        Assert.Equal(Tokens.For("alpha"), headers["authorization"]);
        Assert.Equal("trailers", headers["te"]);
        Assert.Contains("grpc-timeout", headers.Keys);
        Assert.DoesNotContain("someone", headers.Values);
    }

    [Fact]
    public async Task A_method_the_contract_does_not_have_is_UNIMPLEMENTED()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        var bytes = Marshallers.Create(value => value, value => value);
        var method = new Method<byte[], byte[]>(MethodType.Unary, "inspectorates.v1.VerdictService", "Nothing", bytes, bytes);

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await gateway.Channel.CreateCallInvoker()
            .AsyncUnaryCall(method, null, new CallOptions(For("alpha")), []));

        Assert.Equal(StatusCode.Unimplemented, refused.StatusCode);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/grpc-web")]
    public async Task A_service_that_refuses_before_it_has_read_the_request_is_answered_for_by_its_own_words(string type)
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        using var client = new HttpClient();
        for (var attempt = 0; attempt < 20; attempt++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"http://{gateway.Channel.Target}/inspectorates.v1.VerdictService/ListVerdicts")
            {
                Version = HttpVersion.Version20,
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
                Content = new SlowContent { Headers = { { "content-type", type } } },
            };
            request.Headers.Add("inspectorate", "alpha");

            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        }
    }

    /// <summary>What is still being sent when the answer comes.</summary>
    private sealed class SlowContent : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            for (var part = 0; part < 5; part++)
            {
                await stream.WriteAsync(new byte[5]);
                await stream.FlushAsync();
                await Task.Delay(TimeSpan.FromMilliseconds(20));
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    private static Metadata For(string inspectorate) => new() { { "inspectorate", inspectorate } };

    private static async Task<RpcException> CallAsync(RunningGateway gateway, Metadata metadata) =>
        await Assert.ThrowsAsync<RpcException>(async () => await new VerdictService.VerdictServiceClient(gateway.Channel)
            .ListVerdictsAsync(new(), metadata, cancellationToken: TestContext.Current.CancellationToken));

    private static string? Reason(RpcException refused) => refused.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason;
}
