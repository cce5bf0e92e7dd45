using System.Net;
using System.Text.Json;
using Inspectorates.Gateway.Tests.Scripted;

namespace Inspectorates.Gateway.Tests.Rest;

public sealed class ProblemTests(OneGateway one) : IClassFixture<OneGateway>
{
    [Theory]
    [InlineData("/api/v1/areas/nowhere", 400, "AREA_CODE_MALFORMED", "area")]
    [InlineData("/api/v1/areas/E10000999", 404, "AREA_UNKNOWN", "area")]
    [InlineData("/api/v1/areas/E07000148/joint-view", 400, "AREA_CODE_IS_DISTRICT", "area")]
    [InlineData("/api/v1/areas/E10000006/joint-view", 400, "AREA_ABOLISHED", "area")]
    [InlineData("/api/v1/areas/W06000015/joint-view", 400, "AREA_OUT_OF_ENGLAND", "area")]
    [InlineData("/api/v1/areas/E23000013/joint-view", 400, "AREA_CODE_IS_OTHER_GEOGRAPHY", "area")]
    [InlineData("/api/v1/areas/926/joint-view?asOf=31/12/2024", 400, "FIELD_MALFORMED", "asOf")]
    [InlineData("/api/v1/areas/926/joint-view?asOf=2024-02-30", 400, "FIELD_MALFORMED", "asOf")]
    [InlineData("/api/v1/areas/926/joint-view?asOf=9999-01-01", 400, "FIELD_OUT_OF_RANGE", "asOf")]
    [InlineData("/api/v1/areas/926/joint-view?asOf=0001-01-01", 400, "FIELD_OUT_OF_RANGE", "asOf")]
    [InlineData("/api/v1/areas/926/joint-view?asOf=2024-01-01&asOf=2024-01-02", 400, "FIELD_MALFORMED", "asOf")]
    [InlineData("/api/v1/areas/926/joint-view?asof=2024-01-01", 400, "FIELD_MALFORMED", "")]
    [InlineData("/api/v1/areas?pageSize=501", 400, "FIELD_OUT_OF_RANGE", "pageSize")]
    [InlineData("/api/v1/areas?pageSize=many", 400, "FIELD_MALFORMED", "pageSize")]
    [InlineData("/api/v1/areas?pageToken=made-up", 400, "PAGE_TOKEN_INVALID", "pageToken")]
    [InlineData("/api/v1/differences?kind=contradiction", 400, "FIELD_MALFORMED", "kind")]
    [InlineData("/api/v1/differences?kind=KIND_UNSPECIFIED", 400, "FIELD_MALFORMED", "kind")]
    [InlineData("/api/v1/differences?process=nothing", 400, "PROCESS_UNKNOWN", "process")]
    [InlineData("/api/v1/differences?inspectorate=nobody", 400, "INSPECTORATE_UNKNOWN", "inspectorate")]
    [InlineData("/api/v1/differences/no-such-id", 404, "DIFFERENCE_NOT_FOUND", "id")]
    [InlineData("/api/v2/areas", 404, "METHOD_NOT_FOUND", "")]
    [InlineData("/nowhere", 404, "METHOD_NOT_FOUND", "")]
    public async Task What_cannot_be_answered_is_refused_with_the_reason_and_the_field(string path, int status, string reason, string field)
    {
        using var response = await one.Gateway.Http.GetAsync(path, TestContext.Current.CancellationToken);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(reason, problem.RootElement.GetProperty("reason").GetString());
        Assert.Equal(field, problem.RootElement.GetProperty("field").GetString());
        Assert.Equal(status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.RootElement.GetProperty("title").GetString()!);
        Assert.EndsWith(".", problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_parameter_is_refused_by_naming_the_known_ones()
    {
        var (_, problem) = await one.Gateway.JsonAsync("/api/v1/differences?proces=icpc");

        Assert.All(
            ["kind", "process", "inspectorate", "area", "asOf", "pageSize", "pageToken"],
            name => Assert.Contains(name, problem.GetProperty("detail").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_reading_is_allowed_and_the_answer_says_so()
    {
        using var response = await one.Gateway.Http.PostAsync("/api/v1/areas", null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow.Order());
        Assert.Contains("METHOD_NOT_FOUND", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/areas/926")]
    [InlineData("/api/v1/areas/926/joint-view")]
    [InlineData("/areas/926")]
    [InlineData("/")]
    [InlineData("/health/live")]
    [InlineData("/openapi/v1.json")]
    public async Task HEAD_works_wherever_GET_does(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var response = await one.Gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task When_nobody_answers_the_problem_says_of_each_why_and_when_to_ask_again()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        gateway["alpha"].Behaviour = Behaviour.SaysUnavailable;
        gateway["beta"].Behaviour = Behaviour.AnswersGarbage;

        using var response = await gateway.Http.GetAsync("/api/v1/areas/926/joint-view", TestContext.Current.CancellationToken);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        var sources = problem.RootElement.GetProperty("sources");
        Assert.Equal(["UNREACHABLE", "INVALID_ANSWER"], sources.Texts("state"));
        Assert.All(sources.Texts("reason"), Assert.NotEmpty);
    }
}
