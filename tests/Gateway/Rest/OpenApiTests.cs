using System.Text.Json;
using Inspectorates.Gateway.Tests.Scripted;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Inspectorates.Gateway.Tests.Rest;

public sealed class OpenApiTests(OneGateway one) : IClassFixture<OneGateway>
{
    [Fact]
    public async Task Every_route_of_the_interface_is_described_and_every_described_route_is_there()
    {
        var described = (await DocumentAsync()).GetProperty("paths").EnumerateObject().Select(path => path.Name);
        var served = one.Gateway.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText!)
            .Where(pattern => pattern.StartsWith("/api/", StringComparison.Ordinal));

        Assert.Equal(served.Distinct().Order(), described.Order());
    }

    [Theory]
    [InlineData("/api/v1/areas", "/api/v1/areas?query=nor")]
    [InlineData("/api/v1/areas/{area}", "/api/v1/areas/926")]
    [InlineData("/api/v1/areas/{area}/joint-view", "/api/v1/areas/926/joint-view")]
    [InlineData("/api/v1/areas/{area}/joint-view", "/api/v1/areas/926/joint-view?leftOut=true")]
    [InlineData("/api/v1/differences", "/api/v1/differences")]
    [InlineData("/api/v1/differences", "/api/v1/differences?leftOut=true&cause=UNEXPLAINED&only=STRONG")]
    [InlineData("/api/v1/agreement", "/api/v1/agreement")]
    [InlineData("/api/v1/grades", "/api/v1/grades")]
    [InlineData("/api/v1/complaints", "/api/v1/complaints")]
    public async Task A_real_answer_fits_the_schema_described(string path, string asked)
    {
        var document = await DocumentAsync();
        var (status, answer) = await one.Gateway.JsonAsync(asked);

        Assert.Equal(200, status);
        JsonSchemaCheck.Fits(document, Schema(document, path, "200", "application/json"), answer, asked);
    }

    [Fact]
    public async Task A_verdicts_versions_fit_the_schema_described()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        Facts.Withdrawn(gateway["alpha"]);
        var document = await DocumentAsync();
        const string path = "/api/v1/verdicts/{inspectorate}/{id}/revisions";
        var (status, answer) = await gateway.JsonAsync("/api/v1/verdicts/alpha/icpc-926-1/revisions");

        Assert.Equal(200, status);
        JsonSchemaCheck.Fits(document, Schema(document, path, "200", "application/json"), answer, path);
    }

    [Fact]
    public async Task The_instant_of_the_record_is_described_as_one_and_limits_as_429()
    {
        var view = (await DocumentAsync()).GetProperty("paths").GetProperty("/api/v1/areas/{area}/joint-view").GetProperty("get");

        var instant = view.GetProperty("parameters").EnumerateArray().Single(parameter => parameter.Is("name", "recordedAsOf"));
        Assert.True(instant.GetProperty("schema").Is("format", "date-time"));
        Assert.Contains("RATE_LIMITED", view.GetProperty("responses").GetProperty("429").GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.True(view.GetProperty("responses").TryGetProperty("304", out _));
    }

    [Theory]
    [InlineData("/api/v1/areas/{area}", "/api/v1/areas/E10000999", "404")]
    [InlineData("/api/v1/areas/{area}/joint-view", "/api/v1/areas/926/joint-view?asOf=soon", "400")]
    public async Task A_real_refusal_fits_the_schema_described(string path, string asked, string status)
    {
        var document = await DocumentAsync();
        var (_, problem) = await one.Gateway.JsonAsync(asked);

        JsonSchemaCheck.Fits(document, Schema(document, path, status, "application/problem+json"), problem, asked);
    }

    [Fact]
    public async Task Every_field_parameter_and_operation_is_described_in_words()
    {
        var document = await DocumentAsync();

        foreach (var schema in document.GetProperty("components").GetProperty("schemas").EnumerateObject())
        {
            Assert.NotEmpty(schema.Value.GetProperty("description").GetString()!);
            if (schema.Name != "Problem" && schema.Value.TryGetProperty("properties", out var properties))
                Assert.All(properties.EnumerateObject(), property => Assert.NotEmpty(property.Value.GetProperty("description").GetString()!));
        }

        foreach (var operation in document.GetProperty("paths").EnumerateObject().Select(path => path.Value.GetProperty("get")))
        {
            Assert.NotEmpty(operation.GetProperty("description").GetString()!);
            Assert.All(operation.GetProperty("parameters").EnumerateArray(), parameter => Assert.NotEmpty(parameter.GetProperty("description").GetString()!));
        }
    }

    [Fact]
    public async Task The_browsable_page_needs_nothing_from_elsewhere()
    {
        var page = await one.Gateway.Http.GetStringAsync("/openapi/", TestContext.Current.CancellationToken);

        Assert.Contains("v1.json", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"//", page, StringComparison.Ordinal);
    }

    private async Task<JsonElement> DocumentAsync() => (await one.Gateway.JsonAsync("/openapi/v1.json")).Body;

    private static JsonElement Schema(JsonElement document, string path, string status, string type) =>
        document.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses").GetProperty(status)
            .GetProperty("content").GetProperty(type).GetProperty("schema");
}
