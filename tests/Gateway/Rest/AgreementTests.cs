using Google.Protobuf;
using Inspectorates.Gateway.Tests.Scripted;
using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Tests.Rest;

public sealed class AgreementTests(OneGateway one) : IClassFixture<OneGateway>
{
    private async Task<GetAgreementResponse> AskAsync(string query)
    {
        var (status, body) = await one.Gateway.JsonAsync($"/api/v1/agreement{query}");
        Assert.Equal(200, status);
        return JsonParser.Default.Parse<GetAgreementResponse>(body.GetRawText());
    }

    [Fact]
    public async Task It_answers_with_counts_parameters_and_sources()
    {
        var answer = await AskAsync("");

        Assert.True(answer.Complete);
        Assert.Equal(153, answer.AreaCount);
        Assert.Equal(["alpha", "beta", "delta", "gamma"], answer.Sources.Select(source => source.Inspectorate));
        Assert.Equal((10, 500, 20130401), (answer.Parameters.Floor, answer.Parameters.Replicates, answer.Parameters.Seed));
        Assert.Equal(8, answer.Parameters.Rules.Count);
        Assert.Equal(answer.TotalSize, answer.Comparisons.Count);
        var overall = answer.Comparisons[0];
        Assert.Equal((AgreementComparison.Types.About.BroadJudgements, "alpha", "beta", 1, 1), (overall.About, overall.One.Key, overall.Other.Key, overall.Comparable, overall.Equal));
        Assert.Equal("No coefficient is given: 1 is comparable, and below 10 chance decides too much.", overall.WithheldReason);
        var strategy = answer.Comparisons.Single(comparison => comparison is { Process: "strategy-discussion", One.Key: "alpha", Other.Key: "beta" });
        Assert.Equal((1, 0, 1), (strategy.Comparable, strategy.Equal, strategy.Opposite));
        Assert.Equal(("926", "Norfolk"), (strategy.Driving[0].Area, strategy.Driving[0].AreaName));
    }

    [Fact]
    public async Task JSON_and_gRPC_say_the_same()
    {
        var json = await AskAsync("?process=strategy-discussion&inspectorate=alpha&otherInspectorate=beta&from=2020-01-01&to=2025-01-01&includePilots=true&seed=3");
        var grpc = await one.Gateway.Joint.GetAgreementAsync(
            new()
            {
                Process = "strategy-discussion",
                Inspectorate = "alpha",
                OtherInspectorate = "beta",
                From = "2020-01-01",
                To = "2025-01-01",
                IncludePilots = true,
                Seed = 3,
            },
            cancellationToken: TestContext.Current.CancellationToken);

        foreach (var source in json.Sources.Concat(grpc.Sources))
            source.AsAt = null;
        Assert.Equal(grpc, json);
        Assert.Equal((1, 3), (json.Comparisons.Single().Comparable, json.Parameters.Seed));
    }

    [Fact]
    public async Task Areas_of_another_region_are_not_in_it()
    {
        Assert.Equal(1, (await AskAsync("?process=icpc&region=East%20of%20England&inspectorate=alpha&otherInspectorate=beta")).Comparisons.Single().Comparable);
        var elsewhere = await AskAsync("?process=icpc&region=london&inspectorate=alpha&otherInspectorate=beta");
        Assert.Equal((0, 33), (elsewhere.Comparisons.Single().Comparable, elsewhere.AreaCount));
    }

    [Fact]
    public async Task Pages_follow_each_other_and_have_every_comparison_once()
    {
        var whole = await AskAsync("?pageSize=500");
        var (read, token) = (new List<AgreementComparison>(), "");
        do
        {
            var page = await AskAsync($"?pageSize=4&pageToken={token}");
            Assert.Equal(whole.TotalSize, page.TotalSize);
            Assert.Equal(whole.OfAll, page.OfAll);
            read.AddRange(page.Comparisons);
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        Assert.Equal(whole.Comparisons, read);
    }

    [Theory]
    [InlineData("?process=nothing", "PROCESS_UNKNOWN", "process")]
    [InlineData("?framework=nothing", "FRAMEWORK_UNKNOWN", "framework")]
    [InlineData("?region=Nowhere", "REGION_UNKNOWN", "region")]
    [InlineData("?from=yesterday", "FIELD_MALFORMED", "from")]
    [InlineData("?to=1812-01-01", "FIELD_OUT_OF_RANGE", "to")]
    [InlineData("?from=2024-02-01&to=2024-01-31", "FIELDS_INCONSISTENT", "to")]
    [InlineData("?inspectorate=epsilon", "INSPECTORATE_UNKNOWN", "inspectorate")]
    [InlineData("?inspectorate=alpha&otherInspectorate=epsilon", "INSPECTORATE_UNKNOWN", "otherInspectorate")]
    [InlineData("?otherInspectorate=alpha", "FIELDS_INCONSISTENT", "otherInspectorate")]
    [InlineData("?inspectorate=alpha&otherInspectorate=alpha", "FIELDS_INCONSISTENT", "otherInspectorate")]
    [InlineData("?about=EVERYTHING", "FIELD_MALFORMED", "about")]
    [InlineData("?about=BROAD_JUDGEMENTS&process=icpc", "FIELDS_INCONSISTENT", "about")]
    [InlineData("?includePilots=perhaps", "FIELD_MALFORMED", "includePilots")]
    [InlineData("?seed=-1", "FIELD_OUT_OF_RANGE", "seed")]
    [InlineData("?pageSize=501", "FIELD_OUT_OF_RANGE", "pageSize")]
    [InlineData("?pageToken=nonsense", "PAGE_TOKEN_INVALID", "pageToken")]
    [InlineData("?asOf=2999-01-01", "FIELD_OUT_OF_RANGE", "asOf")]
    public async Task A_wrong_filter_is_refused_by_name(string query, string reason, string field)
    {
        var (status, problem) = await one.Gateway.JsonAsync($"/api/v1/agreement{query}");

        Assert.Equal((400, reason, field), (status, problem.GetProperty("reason").GetString(), problem.GetProperty("field").GetString()));
    }

    [Fact]
    public async Task A_kind_that_the_contract_does_not_have_is_refused_over_gRPC()
    {
        var refused = await Assert.ThrowsAsync<global::Grpc.Core.RpcException>(async () => await one.Gateway.Joint.GetAgreementAsync(
            new() { About = (AgreementComparison.Types.About)9 }, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(global::Grpc.Core.StatusCode.InvalidArgument, refused.StatusCode);
    }

    [Fact]
    public async Task A_source_that_is_down_is_never_agreement()
    {
        await using var gateway = await RunningGateway.StartAsync(FourInspectorates.Codes);
        FourInspectorates.Fill(gateway.Inspectorates);
        gateway["beta"].Behaviour = Behaviour.SaysUnavailable;

        var (_, body) = await gateway.JsonAsync("/api/v1/agreement?process=icpc");
        var answer = JsonParser.Default.Parse<GetAgreementResponse>(body.GetRawText());

        Assert.False(answer.Complete);
        Assert.All(
            answer.Comparisons.Where(comparison => comparison.One.Key == "beta" || comparison.Other.Key == "beta"),
            comparison => Assert.Equal((0, 0, false, "beta"), (comparison.Comparable, comparison.Equal, comparison.Complete, comparison.Unavailable.Single())));
        Assert.True(answer.Comparisons.Single(comparison => comparison is { One.Key: "alpha", Other.Key: "gamma" }).Complete);
        Assert.Equal((false, "beta"), (answer.OfAll.Single().Complete, answer.OfAll.Single().Unavailable.Single()));
    }

    [Fact]
    public async Task Settings_say_the_floor_the_draws_and_the_seed()
    {
        await using var gateway = await RunningGateway.StartAsync(
            FourInspectorates.Codes, "--Gateway:Agreement:Floor=2", "--Gateway:Agreement:Replicates=100", "--Gateway:Agreement:Seed=5");
        foreach (var inspectorate in gateway.Inspectorates.Take(2))
            inspectorate.Verdicts.AddRange(
            [
                Facts.Verdict(inspectorate.Code, "icpc", "bad"), Facts.Verdict(inspectorate.Code, "icpc", "good", "825"),
                Facts.Verdict(inspectorate.Code, "icpc", "good", "301"),
            ]);

        var (_, body) = await gateway.JsonAsync("/api/v1/agreement?process=icpc&inspectorate=alpha&otherInspectorate=beta");
        var answer = JsonParser.Default.Parse<GetAgreementResponse>(body.GetRawText());

        Assert.Equal((2, 100, 5), (answer.Parameters.Floor, answer.Parameters.Replicates, answer.Parameters.Seed));
        Assert.All(answer.Comparisons.Single().Coefficients, coefficient => Assert.Equal(1, coefficient.Estimate.Value));
        Assert.True(answer.Comparisons.Single().Coefficients[0].Estimate.Interval.Undefined > 0);
    }

    [Fact]
    public async Task Grades_are_told_over_JSON_and_gRPC_alike()
    {
        var (status, body) = await one.Gateway.JsonAsync("/api/v1/grades?inspectorate=alpha");
        var grpc = await one.Gateway.Joint.GetGradeDistributionAsync(new() { Inspectorate = "alpha" }, cancellationToken: TestContext.Current.CancellationToken);
        var json = JsonParser.Default.Parse<GetGradeDistributionResponse>(body.GetRawText());

        foreach (var source in json.Sources.Concat(grpc.Sources))
            source.AsAt = null;
        Assert.Equal(200, status);
        Assert.Equal(grpc, json);
        var version = json.Distributions.Single().Frameworks.Single();
        Assert.Equal(["Good", "Weak", "Bad"], version.Grades.Select(grade => grade.Label));
        Assert.Equal([1, 0, 0], version.Counts);
        Assert.Equal((2024, 1), (version.Years.Single().Year, version.Years.Single().Total));
    }

    [Theory]
    [InlineData("?process=nothing", "PROCESS_UNKNOWN", "process")]
    [InlineData("?framework=nothing", "FRAMEWORK_UNKNOWN", "framework")]
    [InlineData("?judgement=nothing", "JUDGEMENT_UNKNOWN", "judgement")]
    [InlineData("?judgement=overall&process=icpc", "FIELDS_INCONSISTENT", "judgement")]
    [InlineData("?region=Nowhere", "REGION_UNKNOWN", "region")]
    [InlineData("?from=2024-02-01&to=2024-01-31", "FIELDS_INCONSISTENT", "to")]
    [InlineData("?inspectorate=epsilon", "INSPECTORATE_UNKNOWN", "inspectorate")]
    public async Task A_wrong_filter_of_grades_is_refused_by_name(string query, string reason, string field)
    {
        var (status, problem) = await one.Gateway.JsonAsync($"/api/v1/grades{query}");

        Assert.Equal((400, reason, field), (status, problem.GetProperty("reason").GetString(), problem.GetProperty("field").GetString()));
    }
}
