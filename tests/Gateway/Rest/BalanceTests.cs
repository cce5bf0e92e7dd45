using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Inspectorates.Gateway.Tests.Scripted;
using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Tests.Rest;

/// <summary>Weighs alpha and gamma, which are content, and beta, which is not; delta has nothing, and there is no omega.</summary>
public sealed class BalanceTests : IAsyncLifetime
{
    private const string Profile = """
        {
          "id": "trial", "version": VERSION, "title": "Trial", "illustrative": true,
          "authorBody": "Nobody", "decidedOn": "2025-01-31", "rationale": "To try.",
          "consultationAddress": "", "method": "weighted",
          "weighs": "latestProcessVerdicts", "processes": ["strategy-discussion"], "jointFindings": true,
          "values": { "exceeds": 4, "meets": 3, "mixed": "2.5", "fallsShort": 2, "fails": 1 },
          "weights": { "inspectorates": { "alpha": 1, "beta": 1, "gamma": 1, "delta": 1 } },
          "limiters": [ { "when": "*", "atOrBelow": "fails", "atMost": "Low" } ],
          "bands": [ { "result": "Lowest" }, { "result": "Low", "from": 1.5 }, { "result": "Good", "from": 2.5 }, { "result": "Best", "from": 3.5 } ]
        }
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("inspectorates-");
    private readonly FourInspectorates four = new();
    private RunningGateway? started;

    private RunningGateway Gateway => started!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "1.json"), Profile.Replace("VERSION", "1", StringComparison.Ordinal));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "2.json"), Profile.Replace("VERSION", "2", StringComparison.Ordinal));
        await four.InitializeAsync();
        started = await RunningGateway.OverAsync(four.All, $"--Gateway:Profiles:Folder={folder.FullName}");
    }

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await four.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("profile=trial")]
    [InlineData("profile=trial@1&w.alpha=0.4&w.beta=1/3&w.gamma=0&w.delta=")]
    [InlineData("profile=trial&w.delta=1&w.alpha=0&w.beta=0&w.gamma=0")]
    public async Task Json_gRPC_and_page_say_the_same_of_a_balance(string query)
    {
        var (status, json) = await Gateway.JsonAsync($"/api/v1/areas/926/balance?{query}");
        var request = new GetBalanceRequest { Area = "E10000020" };
        foreach (var (name, value) in query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => (part.Split('=')[0], part.Split('=')[1])))
            if (name == "profile")
                request.Profile = value;
            else if (value.Length > 0)
                request.W[name[2..]] = value;
        var answer = await Gateway.Joint.GetBalanceAsync(request, cancellationToken: Cancelled);
        using var page = new HtmlParser().ParseDocument(
            await Gateway.Http.GetStringAsync($"/areas/926/balance?{query}", Cancelled));

        var balance = answer.Balance;
        Assert.Equal(200, status);
        Assert.Equal(Timeless(balance), Timeless(JsonParser.Default.Parse<AreaBalance>(json.GetRawText())));
        Assert.Equal(balance.Sentences, page.QuerySelectorAll("[data-sentence]").Select(sentence => sentence.TextContent));
        Assert.Equal(balance.Notices, page.QuerySelectorAll("[data-notice]").Select(notice => notice.TextContent));
        Assert.Equal(balance.Methods.Select(method => method.Result), Hooks(page, "data-method", "data-result").Select(hook => hook.Item2));
        Assert.Equal(balance.Contributions.Select(part => (part.Code, part.Contribution_.Fraction)), Hooks(page, "data-contribution", "data-part"));
        Assert.Equal(balance.Shares.Select(share => (share.Result, share.Share.Fraction)), Hooks(page, "data-share-of", "data-share"));
        Assert.Equal(
            json.GetProperty("absent").EnumerateArray().Select(absent => (absent.GetProperty("code").GetString()!, absent.GetProperty("kind").GetString()!)),
            Hooks(page, "data-absent", "data-kind"));
        Assert.Equal(balance.LeftOut.Select(left => left.Explanation), page.QuerySelectorAll("[data-left-out]").Select(left => left.TextContent));
        Assert.Equal(
            balance.Contributions.SelectMany(part => part.Verdicts.Select(verdict => verdict.Name)),
            page.QuerySelectorAll("[data-weighs]").Select(verdict => verdict.GetAttribute("data-weighs")));
    }

    [Fact]
    public async Task Two_goods_and_a_failing_are_weighed_and_what_is_missing_is_said()
    {
        var (_, balance) = await Gateway.JsonAsync("/api/v1/areas/926/balance?profile=trial");

        Assert.Equal("7/3", balance.GetProperty("score").GetProperty("fraction").GetString());
        Assert.Equal(2, balance.GetProperty("profile").GetProperty("version").GetInt32());
        Assert.Equal(["Low", "Low", "Lowest"], balance.GetProperty("methods").Texts("result"));
        Assert.Equal("https://example.org/alpha/926", balance.GetProperty("contributions")[0].GetProperty("verdicts")[0].GetProperty("sourceUri").GetString());
        Assert.True(balance.GetProperty("absent")[0].Is("kind", "NO_VERDICT"));
    }

    [Fact]
    public async Task Weights_of_the_question_are_exact_and_those_not_given_stay_the_profiles()
    {
        var (_, balance) = await Gateway.JsonAsync("/api/v1/areas/926/balance?profile=trial&w.gamma=2");

        Assert.Equal(["1/4", "1/4", "1/2"], balance.GetProperty("contributions").EnumerateArray().Select(part => part.GetProperty("weight").GetProperty("fraction").GetString()));
        Assert.Equal("5/2", balance.GetProperty("onEdge").GetProperty("edge").GetProperty("fraction").GetString());
        Assert.True(balance.GetProperty("whatIf").GetBoolean());
    }

    [Fact]
    public async Task Whatever_is_wrong_with_weights_is_told_at_once_each_by_its_field()
    {
        var (status, problem) = await Gateway.JsonAsync(
            "/api/v1/areas/926/balance?profile=trial&w.alpha=-1&w.beta=NaN&w.gamma=1&w.gamma=2&w.omega=1&w.delta=1e400&w.%3Cb%3E=1");

        Assert.Equal(400, status);
        Assert.True(problem.Is("reason", "WEIGHTS_INVALID"));
        Assert.Equal(
            [
                ("w", "What a weight was given to is nothing this profile can weigh; there are alpha, beta, gamma, delta."),
                ("w.alpha", "The weight of alpha must not be less than 0."),
                ("w.beta", "The weight of beta must be a number such as 0.4 or 1/3."),
                ("w.delta", "The weight of delta must be a number such as 0.4 or 1/3."),
                ("w.gamma", "The weight of gamma must be one number, given once, with a point and no comma."),
                ("w.omega", "\"omega\" is nothing this profile can weigh; there are alpha, beta, gamma, delta."),
            ],
            problem.GetProperty("faults").EnumerateArray().Select(fault => (fault.GetProperty("field").GetString()!, fault.GetProperty("detail").GetString()!)));

        var request = new GetBalanceRequest { Area = "926", Profile = "trial", W = { ["alpha"] = "-1", ["omega"] = "1", ["beta"] = "" } };
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await Gateway.Joint.GetBalanceAsync(request, cancellationToken: Cancelled));
        var details = refused.GetRpcStatus()!.GetDetail<BadRequest>()!;
        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Equal(["w.alpha", "w.beta", "w.omega"], details.FieldViolations.Select(violation => violation.Field));
    }

    [Fact]
    public async Task Of_very_many_wrong_weights_some_are_told_and_the_rest_are_counted()
    {
        var request = new GetBalanceRequest { Area = "926", Profile = "trial" };
        foreach (var number in Enumerable.Range(1000, 5000))
            request.W[$"x{number}"] = "1";

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await Gateway.Joint.GetBalanceAsync(request, cancellationToken: Cancelled));

        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        var violations = refused.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations;
        Assert.Equal((17, "x1000 x1001", "4984 more weights are wrong in such ways."),
            (violations.Count, string.Join(' ', violations.Take(2).Select(violation => violation.Field[2..])), violations[^1].Description));
    }

    [Theory]
    [InlineData("profile=trial&w.alpha=0&w.beta=0&w.gamma=0.0&w.delta=0/7", "WEIGHTS_INVALID", "w", 400)]
    [InlineData("profile=trial&w.alpha=00000000000000000000000000000000000000001", "WEIGHTS_INVALID", "w.alpha", 400)]
    [InlineData("w.alpha=1", "FIELD_REQUIRED", "profile", 400)]
    [InlineData("profile=other", "WEIGHT_PROFILE_UNKNOWN", "profile", 404)]
    [InlineData("profile=trial@3", "WEIGHT_PROFILE_UNKNOWN", "profile", 404)]
    [InlineData("profile=trial&profile=trial", "FIELD_MALFORMED", "profile", 400)]
    [InlineData("profile=trial&asOf=soon", "FIELD_MALFORMED", "asOf", 400)]
    [InlineData("profile=trial&w=1", "FIELD_MALFORMED", "", 400)]
    [InlineData("profile=trial&weights.alpha=1", "FIELD_MALFORMED", "", 400)]
    public async Task A_wrong_question_is_refused_with_its_field(string query, string reason, string field, int expected)
    {
        var (status, problem) = await Gateway.JsonAsync($"/api/v1/areas/926/balance?{query}");

        Assert.Equal((expected, reason, field), (status, problem.GetProperty("reason").GetString(), problem.GetProperty("field").GetString()));
        using var page = await Gateway.Http.GetAsync($"/areas/926/balance?{query}", Cancelled);
        Assert.Equal(expected, (int)page.StatusCode);
    }

    [Fact]
    public async Task Profiles_are_listed_newest_version_first_and_got_by_id_and_version()
    {
        var (_, list) = await Gateway.JsonAsync("/api/v1/profiles?pageSize=1");
        var (_, rest) = await Gateway.JsonAsync($"/api/v1/profiles?pageSize=1&pageToken={list.GetProperty("nextPageToken").GetString()}");
        var (_, first) = await Gateway.JsonAsync("/api/v1/profiles/trial@1");
        var same = await Gateway.Joint.GetWeightProfileAsync(new() { Profile = "trial@1" }, cancellationToken: Cancelled);
        var all = await Gateway.Joint.ListWeightProfilesAsync(new(), cancellationToken: Cancelled);

        Assert.Equal([2, 1], new[] { list, rest }.SelectMany(page => page.GetProperty("profiles").EnumerateArray()).Select(profile => profile.GetProperty("version").GetInt32()));
        Assert.Equal(same.Profile, JsonParser.Default.Parse<WeightProfile>(first.GetRawText()));
        Assert.Equal([2, 1], all.Profiles.Select(profile => profile.Version));
        Assert.Equal("1.json", same.Profile.File);
        Assert.Equal(
            [
                "Every standing has a value, and none is worth more than a better one.",
                "4 weights, none below 0, together 4; only their relation matters.",
                "4 results, each beginning at a higher score than the one before.",
                "1 limiter, each naming a standing and a result of this profile.",
            ],
            same.Profile.Checks);
        Assert.Equal(("Nobody", "2025-01-31", "To try.", true), (same.Profile.AuthorBody, same.Profile.DecidedOn, same.Profile.Rationale, same.Profile.Illustrative));
        Assert.Equal([("Lowest", null, false), ("Low", "3/2", false), ("Good", "5/2", false), ("Best", "7/2", false)],
            same.Profile.Bands.Select(band => (band.Result, band.From?.Fraction, band.EdgeBelongsBelow)));
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await Gateway.Joint.GetWeightProfileAsync(new(), cancellationToken: Cancelled));
        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/areas/{area}/balance", "/api/v1/areas/926/balance?profile=trial&w.alpha=2")]
    [InlineData("/api/v1/areas/{area}/balance", "/api/v1/areas/926/balance")]
    [InlineData("/api/v1/profiles", "/api/v1/profiles")]
    [InlineData("/api/v1/profiles/{profile}", "/api/v1/profiles/trial")]
    [InlineData("/api/v1/rule-discrepancies", "/api/v1/rule-discrepancies")]
    public async Task A_real_answer_fits_the_schema_described(string path, string asked)
    {
        var (_, document) = await Gateway.JsonAsync("/openapi/v1.json");
        var (status, answer) = await Gateway.JsonAsync(asked);

        Assert.Equal(200, status);
        JsonSchemaCheck.Fits(
            document,
            document.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses").GetProperty("200")
                .GetProperty("content").GetProperty("application/json").GetProperty("schema"),
            answer,
            asked);
    }

    [Fact]
    public async Task The_form_has_a_labelled_field_for_each_weight_and_keeps_what_was_asked()
    {
        using var page = new HtmlParser().ParseDocument(await Gateway.Http.GetStringAsync("/areas/926/balance?profile=trial&w.alpha=1/3", Cancelled));

        var fields = page.QuerySelectorAll("main form input[name^='w.']");
        Assert.Equal(
            [("w.alpha", "1/3"), ("w.beta", "1"), ("w.gamma", "1"), ("w.delta", "1")],
            fields.Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!)));
        Assert.All(fields, field => Assert.NotNull(page.QuerySelector($"label[for='{field.Id}']")));
        Assert.All(page.QuerySelectorAll("table"), table =>
        {
            Assert.NotNull(table.QuerySelector("caption"));
            Assert.All(table.QuerySelectorAll("th"), header => Assert.True(header.HasAttribute("scope")));
        });
        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.NotNull(page.QuerySelector("a[href='/areas/926']"));
        Assert.All(page.QuerySelectorAll("[data-profile] a"), other => Assert.Matches(@"^/areas/926/balance\?profile=[\w-]+@\d+&asOf=\d{4}-\d\d-\d\d$", other.GetAttribute("href")!));
        using var area = new HtmlParser().ParseDocument(await Gateway.Http.GetStringAsync("/areas/926", Cancelled));
        Assert.NotNull(area.QuerySelector("a[href^='/areas/926/balance']"));
        using var profiles = new HtmlParser().ParseDocument(await Gateway.Http.GetStringAsync("/profiles", Cancelled));
        Assert.Equal(["2"], profiles.QuerySelectorAll("[data-weight-profile=trial]").Select(profile => profile.GetAttribute("data-version")));
    }

    [Fact]
    public async Task An_unreachable_inspectorate_is_absent_and_never_counts_as_agreement()
    {
        await four["beta"].StopAsync();

        var (_, balance) = await Gateway.JsonAsync("/api/v1/areas/926/balance?profile=trial");

        Assert.False(balance.GetProperty("complete").GetBoolean());
        Assert.Equal(
            [("beta", "UNREACHABLE", "Low", "Good"), ("delta", "NO_VERDICT", "Low", "Good")],
            balance.GetProperty("absent").EnumerateArray().Select(absent => (
                absent.GetProperty("code").GetString()!, absent.GetProperty("kind").GetString()!,
                absent.GetProperty("couldChange").GetProperty("worstResult").GetString()!,
                absent.GetProperty("couldChange").GetProperty("bestResult").GetString()!)));
    }

    private static AreaBalance Timeless(AreaBalance balance)
    {
        var copy = balance.Clone();
        foreach (var source in copy.Sources)
            source.AsAt = null;
        return copy;
    }

    private static IEnumerable<(string, string)> Hooks(IParentNode page, string one, string other) =>
        page.QuerySelectorAll($"[{one}][{other}]").Select(element => (element.GetAttribute(one)!, element.GetAttribute(other)!));
}
