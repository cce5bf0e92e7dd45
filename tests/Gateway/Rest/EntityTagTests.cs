using System.Net;
using System.Net.Http.Headers;
using Inspectorates.Gateway.Tests.Scripted;

namespace Inspectorates.Gateway.Tests.Rest;

public sealed class EntityTagTests
{
    private const string View = "/api/v1/areas/926/joint-view";

    [Fact]
    public async Task Who_holds_the_view_is_not_sent_it_again_until_something_about_the_area_is_public()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        await gateway.FollowedAsync();

        using var first = await GetAsync(gateway);
        using var again = await GetAsync(gateway, held: first.Headers.ETag);
        gateway["beta"].Verdicts.Add(Facts.Verdict("beta", "icpc", "good"));
        var version = await gateway.VersionAsync("926");
        gateway["beta"].Log.Add(gateway["beta"].Verdicts[0]);
        await Eventually.TrueAsync(async () => await gateway.VersionAsync("926") != version, "the version has not changed");
        using var changed = await GetAsync(gateway, held: first.Headers.ETag);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.True(first.Headers.ETag!.IsWeak);
        Assert.Contains(version, first.Headers.ETag.Tag, StringComparison.Ordinal);
        Assert.Equal("no-cache", first.Headers.CacheControl!.ToString());
        Assert.Contains("Authorization", first.Headers.Vary);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(first.Headers.ETag, changed.Headers.ETag);
    }

    [Fact]
    public async Task A_view_that_reads_otherwise_is_sent_though_nothing_became_public()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        await gateway.FollowedAsync();
        using var first = await GetAsync(gateway);

        // The answer is ahead of the stream, as it may be for a moment.
        gateway["alpha"].Verdicts.Add(Facts.Verdict("alpha", "icpc", "good"));
        using var ahead = await GetAsync(gateway, held: first.Headers.ETag);

        Assert.Equal(HttpStatusCode.OK, ahead.StatusCode);
    }

    [Fact]
    public async Task A_304_is_given_only_after_everybody_was_asked()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        await gateway.FollowedAsync();
        using var first = await GetAsync(gateway);
        gateway["alpha"].Calls.Clear();

        using var again = await GetAsync(gateway, held: first.Headers.ETag);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Contains(gateway["alpha"].Calls, call => call.Path.EndsWith("/ListVerdicts", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("for alpha")]
    [InlineData("Bearer unreadable")]
    [InlineData("")]
    public async Task Who_gives_a_token_gets_nothing_to_keep(string authorization)
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        await gateway.FollowedAsync();
        using var anonymous = await GetAsync(gateway);

        using var known = await GetAsync(
            gateway, held: anonymous.Headers.ETag, authorization: authorization == "for alpha" ? Tokens.For("alpha") : authorization);

        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
        Assert.Null(known.Headers.ETag);
        Assert.Equal("no-store", known.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task A_view_whose_version_is_not_known_has_no_tag_and_is_always_sent()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        await gateway.FollowedAsync();
        using var first = await GetAsync(gateway);
        await gateway["beta"].StopAsync();

        using var partial = await GetAsync(gateway, held: first.Headers.ETag);
        using var past = await GetAsync(gateway, held: first.Headers.ETag, path: $"{View}?asOf=2024-12-31");

        Assert.All([partial, past], answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.All([partial, past], answer => Assert.Null(answer.Headers.ETag));
        Assert.All([partial, past], answer => Assert.Equal("no-cache", answer.Headers.CacheControl!.ToString()));
    }

    private static async Task<HttpResponseMessage> GetAsync(
        RunningGateway gateway, EntityTagHeaderValue? held = null, string? authorization = null, string path = View)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (held is not null)
            request.Headers.IfNoneMatch.Add(held);
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
