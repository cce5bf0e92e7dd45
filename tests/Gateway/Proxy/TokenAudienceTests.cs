using System.Net;
using Google.Rpc;
using Grpc.Core;
using Inspectorates.Gateway.Tests.Scripted;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Proxy;

/// <summary>The services record whatever reaches them: none may see a token that is not meant for it.</summary>
public sealed class TokenAudienceTests
{
    private const string Write = "/inspectorates.v1.VerdictService/RecordVerdict";
    private const string Watch = "/inspectorates.v1.ChangeService/WatchChanges";

    private static readonly string Foreign = Tokens.For("alpha");

    public static TheoryData<string[], string> Refused => new()
    {
        { [Foreign], "TOKEN_OF_ANOTHER_INSPECTORATE" },
        { [Foreign.Replace("Bearer", "bearer", StringComparison.Ordinal)], "TOKEN_OF_ANOTHER_INSPECTORATE" },
        { [Foreign.Replace("Bearer", "BEARER", StringComparison.Ordinal)], "TOKEN_OF_ANOTHER_INSPECTORATE" },
        { [Foreign.Replace("Bearer", "Bearer   ", StringComparison.Ordinal)], "TOKEN_OF_ANOTHER_INSPECTORATE" },
        { [Foreign + "  "], "TOKEN_OF_ANOTHER_INSPECTORATE" },
        { [Tokens.For()], "TOKEN_OF_ANOTHER_INSPECTORATE" },
        { [Tokens.For("betamax")], "TOKEN_OF_ANOTHER_INSPECTORATE" },
        { [Tokens.For("BETA")], "TOKEN_OF_ANOTHER_INSPECTORATE" },
        { [Tokens.For("beta/")], "TOKEN_OF_ANOTHER_INSPECTORATE" },
        { [Tokens.Of("""{"aud":"beta"}""")], "TOKEN_OF_ANOTHER_INSPECTORATE" },
        { [Tokens.Of("""{"aud":{"inspectorates/beta":true}}""")], "TOKEN_OF_ANOTHER_INSPECTORATE" },
        { [Tokens.Of("""{"aud":[["inspectorates/beta"]]}""")], "TOKEN_OF_ANOTHER_INSPECTORATE" },
        { [Tokens.Of("""{"Aud":"inspectorates/beta"}""")], "TOKEN_OF_ANOTHER_INSPECTORATE" },
        { [Tokens.Of("{}")], "TOKEN_OF_ANOTHER_INSPECTORATE" },
        // Read in one way here and perhaps in another there.
        { [Tokens.Of("""{"aud":"inspectorates/alpha","aud":"inspectorates/beta"}""")], "TOKEN_INVALID" },
        { [Tokens.Of("no json")], "TOKEN_INVALID" },
        { [Tokens.Of("[]")], "TOKEN_INVALID" },
        { [Tokens.Of("\"inspectorates/beta\"")], "TOKEN_INVALID" },
        { ["Bearer e30." + Convert.ToBase64String([0xff, 0xfe, 0x7b]).TrimEnd('=') + ".c2ln"], "TOKEN_INVALID" },
        { ["Bearer not-a-jwt"], "TOKEN_INVALID" },
        { ["Bearer a.b"], "TOKEN_INVALID" },
        { ["Bearer a.b.c.d.e"], "TOKEN_INVALID" },
        { ["Bearer"], "TOKEN_INVALID" },
        { ["Bearer "], "TOKEN_INVALID" },
        { [Tokens.For("beta")["Bearer ".Length..]], "TOKEN_INVALID" },
        { ["Basic c29tZWJvZHk6c2VjcmV0"], "TOKEN_INVALID" },
        { ["Token " + Tokens.For("beta")["Bearer ".Length..]], "TOKEN_INVALID" },
        { ["Bearer\t" + Tokens.For("beta")["Bearer ".Length..]], "TOKEN_INVALID" },
        { [Tokens.For("beta") + ", " + Foreign], "TOKEN_INVALID" },
        { [Foreign + "," + Tokens.For("beta")], "TOKEN_INVALID" },
        { [Tokens.For("beta") + " " + Foreign["Bearer ".Length..]], "TOKEN_INVALID" },
        { [Tokens.For("beta"), Foreign], "TOKEN_INVALID" },
        { [Foreign, Tokens.For("beta")], "TOKEN_INVALID" },
        { [Tokens.For("beta"), Tokens.For("beta")], "TOKEN_INVALID" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_not_one_token_for_the_inspectorate_is_refused_here_and_never_reaches_it(string[] authorization, string reason)
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);

        foreach (var path in new[] { Write, Watch, Write.ToUpperInvariant(), "/inspectorates.v1.VerdictService/%52ecordVerdict", Write + "/" })
        {
            using var response = await PostAsync(
                gateway, path, [("inspectorate", "beta"), .. authorization.Select(value => ("Authorization", value))]);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("16", Assert.Single(response.Headers.GetValues("grpc-status")));
            var details = Google.Rpc.Status.Parser.ParseFrom(Details(response));
            Assert.Equal(reason, details.GetDetail<ErrorInfo>()?.Reason);
            Assert.Equal("inspectorates", details.GetDetail<ErrorInfo>()?.Domain);
            Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }

        Assert.Empty(gateway["beta"].Calls);
        Assert.Empty(gateway["alpha"].Calls);
    }

    [Theory]
    [InlineData("Bearer ")]
    [InlineData("bearer ")]
    [InlineData("bEaReR    ")]
    public async Task A_token_for_the_inspectorate_reaches_it_in_one_spelling(string scheme)
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        var token = Tokens.For("alpha", "beta")["Bearer ".Length..];

        using var response = await PostAsync(
            gateway, "/inspectorates.v1.VerdictService/ListVerdicts", [("inspectorate", "beta"), ("aUTHORIZATION", scheme + token)]);
        await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal("Bearer " + token, Assert.Single(gateway["beta"].Calls).Headers["authorization"]);
        Assert.Empty(gateway["alpha"].Calls);
    }

    [Fact]
    public async Task Who_gives_no_token_is_passed_on_as_nobody()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);

        using var response = await PostAsync(gateway, "/inspectorates.v1.VerdictService/ListVerdicts", [("inspectorate", "alpha")]);
        await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain("authorization", Assert.Single(gateway["alpha"].Calls).Headers.Keys);
    }

    [Fact]
    public async Task A_token_anywhere_else_is_dropped()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        string[] places =
        [
            "authorization-bin", "x-authorization", "proxy-authorization", "authorization_", "cookie", "x-forwarded-authorization",
            "access-token", "x-amzn-oidc-data", "www-authenticate", "grpc-metadata-authorization",
        ];

        using var response = await PostAsync(
            gateway,
            "/inspectorates.v1.VerdictService/ListVerdicts?access_token=seen-token&authorization=seen-token",
            [("inspectorate", "alpha"), .. places.Select(place => (place, "seen-token"))]);
        await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        var call = Assert.Single(gateway["alpha"].Calls);
        Assert.Equal("/inspectorates.v1.VerdictService/ListVerdicts", call.Path);
        Assert.DoesNotContain(call.Headers, header => header.Value.Contains("seen-token", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_that_is_no_gRPC_is_held_to_the_same()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        using var request = new HttpRequestMessage(HttpMethod.Post, Write) { Content = new StringContent("{}") };
        request.Headers.Add("inspectorate", "beta");
        request.Headers.TryAddWithoutValidation("Authorization", Foreign);

        using var response = await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains(
            "TOKEN_OF_ANOTHER_INSPECTORATE",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(gateway["beta"].Calls);
    }

    [Fact]
    public async Task A_generated_client_sees_the_reason()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await new VerdictService.VerdictServiceClient(gateway.Channel)
            .RecordVerdictAsync(
                new(), new Metadata { { "inspectorate", "beta" }, { "authorization", Foreign } },
                cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(StatusCode.Unauthenticated, refused.StatusCode);
        Assert.Equal("TOKEN_OF_ANOTHER_INSPECTORATE", refused.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason);
    }

    private static byte[] Details(HttpResponseMessage response)
    {
        var text = Assert.Single(response.Headers.GetValues("grpc-status-details-bin"));
        return Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));
    }

    private static async Task<HttpResponseMessage> PostAsync(
        RunningGateway gateway, string path, IEnumerable<(string Name, string Value)> headers)
    {
        using var client = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://{gateway.Channel.Target}{path}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent([0, 0, 0, 0, 0]) { Headers = { { "content-type", "application/grpc" } } },
        };
        request.Headers.Add("te", "trailers");
        foreach (var header in headers.GroupBy(header => header.Name))
            request.Headers.TryAddWithoutValidation(header.Key, header.Select(value => value.Value));
        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        await response.Content.LoadIntoBufferAsync(TestContext.Current.CancellationToken);
        return response;
    }
}
