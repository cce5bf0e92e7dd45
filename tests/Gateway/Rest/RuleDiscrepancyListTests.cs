using Google.Protobuf;
using Inspectorates.Gateway.Tests.Scripted;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Rest;

public sealed class RuleDiscrepancyListTests : IAsyncLifetime
{
    private readonly FourInspectorates four = new();
    private RunningGateway? gateway;

    public async ValueTask InitializeAsync()
    {
        await four.InitializeAsync();
        foreach (var (code, area) in new[] { ("alpha", "926"), ("beta", "926"), ("alpha", "825"), ("beta", "X01") })
        {
            var inspection = Facts.Inspection(code, area, "2023-05-01");
            inspection.Discrepancies.Add(new RuleDiscrepancy { Judgement = "overall", PublishedGrade = "good", AllowedGrades = { "bad" } });
            four[code].Inspections.Add(inspection);
        }

        gateway = await RunningGateway.OverAsync(four.All);
    }

    public async ValueTask DisposeAsync()
    {
        await gateway!.DisposeAsync();
        await four.DisposeAsync();
    }

    [Fact]
    public async Task Pages_put_together_are_the_whole_list_over_real_areas_and_gRPC_says_the_same()
    {
        var (_, first) = await gateway!.JsonAsync("/api/v1/rule-discrepancies?pageSize=2");
        var (_, second) = await gateway.JsonAsync($"/api/v1/rule-discrepancies?pageSize=2&pageToken={first.GetProperty("nextPageToken").GetString()}");
        var all = await gateway.Joint.ListRuleDiscrepanciesAsync(new(), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(3, all.TotalSize);
        Assert.Equal(
            all.Discrepancies,
            new[] { first, second }.SelectMany(page => page.GetProperty("discrepancies").EnumerateArray())
                .Select(listed => JsonParser.Default.Parse<ListedDiscrepancy>(listed.GetRawText())));
        Assert.Equal("Good", all.Discrepancies[0].Published.Label);
        Assert.Equal([("alpha", 2), ("beta", 1), ("delta", 0), ("gamma", 0)], all.Counts.Select(count => (count.Inspectorate, count.Discrepant)));
        Assert.True(all.Complete);
        Assert.Equal("", second.GetProperty("nextPageToken").GetString());
    }

    [Theory]
    [InlineData("inspectorate=alpha", 2)]
    [InlineData("area=926", 2)]
    [InlineData("area=E10000020&inspectorate=beta", 1)]
    [InlineData("area=X01", 1)]
    [InlineData("inspectorate=gamma", 0)]
    public async Task It_is_filtered_by_inspectorate_and_area(string query, int count)
    {
        var (_, list) = await gateway!.JsonAsync($"/api/v1/rule-discrepancies?{query}");

        Assert.Equal(count, list.GetProperty("totalSize").GetInt32());
        Assert.Equal(count, list.GetProperty("discrepancies").GetArrayLength());
    }

    [Theory]
    [InlineData("inspectorate=omega", "INSPECTORATE_UNKNOWN", "inspectorate")]
    [InlineData("area=E07000148", "AREA_CODE_IS_DISTRICT", "area")]
    [InlineData("pageSize=501", "FIELD_OUT_OF_RANGE", "pageSize")]
    [InlineData("asOf=soon", "FIELD_MALFORMED", "asOf")]
    public async Task A_wrong_filter_is_refused_with_its_field(string query, string reason, string field)
    {
        var (status, problem) = await gateway!.JsonAsync($"/api/v1/rule-discrepancies?{query}");

        Assert.Equal((400, reason, field), (status, problem.GetProperty("reason").GetString(), problem.GetProperty("field").GetString()));
    }

    [Fact]
    public async Task One_that_cannot_be_reached_is_said_and_its_counts_mean_nothing()
    {
        await four["beta"].StopAsync();

        var all = await gateway!.Joint.ListRuleDiscrepanciesAsync(new(), cancellationToken: TestContext.Current.CancellationToken);

        Assert.False(all.Complete);
        Assert.False(all.Counts.Single(count => count.Inspectorate == "beta").Answered);
        Assert.Equal(2, all.TotalSize);
    }
}
