using Inspectorates.Gateway.Tests.Scripted;

namespace Inspectorates.Gateway.Tests.Rest;

public sealed class PagingTests(OneGateway one) : IClassFixture<OneGateway>
{
    [Fact]
    public async Task Pages_of_areas_put_together_are_the_whole_list()
    {
        var codes = new List<string>();
        var token = "";
        do
        {
            var (_, page) = await one.Gateway.JsonAsync($"/api/v1/areas?pageSize=60&pageToken={token}");
            codes.AddRange(page.GetProperty("areas").Texts("dfeCode"));
            token = page.GetProperty("nextPageToken").GetString()!;
        }
        while (token.Length > 0);

        Assert.Equal(codes.Distinct(), codes);
        Assert.True(codes.Count > 153);
        Assert.StartsWith("X", codes[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_differences_put_together_are_the_whole_list()
    {
        var (_, whole) = await one.Gateway.JsonAsync("/api/v1/differences?area=926");
        var all = whole.GetProperty("differences").Texts("id").ToArray();

        var (_, first) = await one.Gateway.JsonAsync("/api/v1/differences?area=926&pageSize=1");
        var token = first.GetProperty("nextPageToken").GetString();
        var (_, second) = await one.Gateway.JsonAsync($"/api/v1/differences?area=926&pageSize=1&pageToken={token}");

        Assert.True(all.Length >= 2);
        Assert.Equal(all.Length, first.GetProperty("totalSize").GetInt32());
        Assert.Equal(all.Take(2), first.GetProperty("differences").Texts("id").Concat(second.GetProperty("differences").Texts("id")));
    }

    [Theory]
    [InlineData("/api/v1/differences?pageSize=1&pageToken=")]
    [InlineData("/api/v1/differences?area=926&kind=DIVERGENCE&pageToken=")]
    [InlineData("/api/v1/areas?pageToken=")]
    public async Task A_page_token_of_another_question_is_refused(string path)
    {
        var (_, first) = await one.Gateway.JsonAsync("/api/v1/differences?area=926&pageSize=1");
        var token = first.GetProperty("nextPageToken").GetString()!;
        Assert.NotEmpty(token);

        var (status, problem) = await one.Gateway.JsonAsync(path + token);

        Assert.Equal(400, status);
        Assert.Equal("PAGE_TOKEN_INVALID", problem.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Differences_are_filtered_by_kind_process_and_inspectorate()
    {
        var (_, contradictions) = await one.Gateway.JsonAsync("/api/v1/differences?kind=CONTRADICTION&process=strategy-discussion");
        var (_, ofGamma) = await one.Gateway.JsonAsync("/api/v1/differences?kind=CONTRADICTION&inspectorate=gamma");
        var (_, ofDelta) = await one.Gateway.JsonAsync("/api/v1/differences?inspectorate=delta");

        Assert.Equal(2, contradictions.GetProperty("totalSize").GetInt32());
        Assert.All(contradictions.GetProperty("differences").Texts("kind"), kind => Assert.Equal("CONTRADICTION", kind));
        Assert.Equal(1, ofGamma.GetProperty("totalSize").GetInt32());
        Assert.Equal(0, ofDelta.GetProperty("totalSize").GetInt32());
        Assert.True(ofDelta.GetProperty("complete").GetBoolean());
        Assert.Equal(4, ofDelta.GetProperty("sources").GetArrayLength());
    }

    [Fact]
    public async Task A_difference_is_found_by_its_id_and_is_the_same_there_as_in_the_list_and_in_the_view()
    {
        var (_, list) = await one.Gateway.JsonAsync("/api/v1/differences?kind=CONTRADICTION");
        var listed = list.GetProperty("differences")[0];

        var (status, single) = await one.Gateway.JsonAsync($"/api/v1/differences/{listed.GetProperty("id").GetString()}");
        var (_, view) = await one.Gateway.JsonAsync($"/api/v1/areas/{listed.GetProperty("area").GetString()}/joint-view");

        Assert.Equal(200, status);
        Assert.Equal(listed.GetRawText(), single.GetRawText());
        Assert.Contains(listed.GetRawText(), view.GetProperty("differences").EnumerateArray().Select(difference => difference.GetRawText()));
    }

    [Fact]
    public async Task A_fictional_area_is_in_no_list_over_all_areas_and_is_found_where_it_is_asked_for()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        gateway["alpha"].Verdicts.Add(Facts.Verdict("alpha", "strategy-discussion", "good", "X01"));
        gateway["beta"].Verdicts.Add(Facts.Verdict("beta", "strategy-discussion", "bad", "X01"));

        var (_, everywhere) = await gateway.JsonAsync("/api/v1/differences");
        var (_, there) = await gateway.JsonAsync("/api/v1/differences?area=X01");
        var found = Assert.Single(there.GetProperty("differences").EnumerateArray());
        var (status, single) = await gateway.JsonAsync($"/api/v1/differences/{found.GetProperty("id").GetString()}");

        Assert.Equal(0, everywhere.GetProperty("totalSize").GetInt32());
        Assert.Equal(200, status);
        Assert.True(single.GetProperty("strong").GetBoolean());
    }

    [Fact]
    public async Task A_view_of_a_day_in_the_past_knows_only_what_was_public_then()
    {
        var (_, before) = await one.Gateway.JsonAsync("/api/v1/areas/926/joint-view?asOf=2024-06-09");
        var (_, after) = await one.Gateway.JsonAsync("/api/v1/areas/926/joint-view?asOf=2024-06-10");

        Assert.Equal("2024-06-09", before.GetProperty("asOf").GetString());
        Assert.Equal(0, before.GetProperty("judgements").GetArrayLength());
        Assert.Equal(3, after.GetProperty("judgements").GetArrayLength());
    }
}
