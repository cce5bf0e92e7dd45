using System.Text.Json;
using AngleSharp.Html.Parser;
using Google.Protobuf;
using Grpc.Core;
using Inspectorates.Gateway.Tests.Scripted;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Pages;

/// <summary>Which frameworks apply in an area, over JSON, gRPC and as a page.</summary>
public sealed class AreaFrameworkPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Task<RunningGateway> StartAsync() => RunningGateway.StartAsync(["alpha", "beta"]);

    [Fact]
    public async Task F22_which_framework_applies_in_an_area_is_asked_of_each_inspectorate_and_told_alike()
    {
        await using var gateway = await StartAsync();
        gateway["alpha"].Resolves = Undetermined;
        var grpc = await gateway.Joint.ResolveAreaFrameworkAsync(new() { Area = "E10000020", Day = "2013-09-01", AsOf = "2013-05-01" }, cancellationToken: Stop);
        var json = JsonParser.Default.Parse<ResolveAreaFrameworkResponse>(
            await gateway.Http.GetStringAsync("/api/v1/areas/926/framework?day=2013-09-01&asOf=2013-05-01", Stop));

        // Why beta has no answer may differ between the two calls: a source that fails again is left alone for a moment.
        Assert.Equal(grpc.Inspectorates, json.Inspectorates);
        Assert.Equal((grpc.Day, grpc.AsOf, grpc.Complete), (json.Day, json.AsOf, json.Complete));
        Assert.Equal(grpc.Sources.Select(source => source.Inspectorate), json.Sources.Select(source => source.Inspectorate));
        Assert.Equal("alpha", Assert.Single(grpc.Inspectorates).Inspectorate);
        Assert.Equal("UNDETERMINED_BY_SOURCE 926 2013-09-01 2013-05-01", Assert.Single(grpc.Inspectorates[0].Resolutions[0].Reasons).Text);
        Assert.False(grpc.Complete);
        Assert.Equal(Source.Types.State.InvalidAnswer, grpc.Sources.Single(source => source.Inspectorate == "beta").State);
    }

    [Fact]
    public async Task F22_one_inspectorate_alone_may_be_asked_and_the_day_may_be_to_come()
    {
        await using var gateway = await StartAsync();
        gateway["alpha"].Resolves = Undetermined;
        using var body = JsonDocument.Parse(await gateway.Http.GetStringAsync("/api/v1/areas/926/framework?inspectorate=alpha&day=2099-01-01", Stop));

        Assert.Equal(("2099-01-01", true), (body.RootElement.GetProperty("day").GetString(), body.RootElement.GetProperty("complete").GetBoolean()));
        Assert.Equal("alpha", Assert.Single(body.RootElement.GetProperty("sources").EnumerateArray()).GetProperty("inspectorate").GetString());
        Assert.Empty(gateway["beta"].Questions);
    }

    [Fact]
    public async Task F22_the_page_of_an_area_says_which_framework_applies_and_why_as_the_data_do()
    {
        await using var gateway = await StartAsync();
        gateway["alpha"].Resolves = Undetermined;
        var grpc = await gateway.Joint.ResolveAreaFrameworkAsync(new() { Area = "926", Day = "2013-09-01", AsOf = "2013-05-01" }, cancellationToken: Stop);
        using var page = new HtmlParser().ParseDocument(await gateway.Http.GetStringAsync("/areas/926/framework?day=2013-09-01&asOf=2013-05-01", Stop));
        using var wrong = await gateway.Http.GetAsync("/areas/926/framework?day=tomorrow", Stop);
        using var area = new HtmlParser().ParseDocument(await gateway.Http.GetStringAsync("/areas/926?asOf=2024-01-31", Stop));

        var said = page.QuerySelector("#by-alpha [data-line]")!;
        var resolution = Assert.Single(Assert.Single(grpc.Inspectorates).Resolutions);
        Assert.Equal((resolution.Line, "UNDETERMINED_BY_SOURCE"), (said.GetAttribute("data-line"), said.GetAttribute("data-outcome")));
        Assert.Equal("Undetermined", said.QuerySelector("h3")!.TextContent);
        Assert.Equal(resolution.Reasons.Select(reason => reason.Text), said.QuerySelectorAll("[data-resolution-reason] span").Select(reason => reason.TextContent));
        Assert.Single(page.QuerySelectorAll("[data-by]"));
        Assert.Contains("gave no proper answer", page.QuerySelector("[data-incomplete]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(400, (int)wrong.StatusCode);
        Assert.NotNull(area.QuerySelector("nav a[href='/areas/926/framework?day=2024-01-31&asOf=2024-01-31']"));
    }

    [Theory]
    [InlineData("day=tomorrow", "FIELD_MALFORMED", "day")]
    [InlineData("day=1899-12-31", "FIELD_OUT_OF_RANGE", "day")]
    [InlineData("day=2200-01-01", "FIELD_OUT_OF_RANGE", "day")]
    [InlineData("asOf=2999-01-01", "FIELD_OUT_OF_RANGE", "asOf")]
    [InlineData("inspectorate=nobody", "INSPECTORATE_UNKNOWN", "inspectorate")]
    public async Task What_cannot_be_asked_is_refused_with_the_parameter(string query, string reason, string field)
    {
        await using var gateway = await StartAsync();
        using var response = await gateway.Http.GetAsync($"/api/v1/areas/926/framework?{query}", Stop);
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Stop));

        Assert.Equal(400, (int)response.StatusCode);
        Assert.True(body.RootElement.Is("reason", reason));
        Assert.True(body.RootElement.Is("field", field));
    }

    [Fact]
    public async Task An_answer_for_another_day_or_without_a_reason_is_no_answer()
    {
        await using var gateway = await StartAsync();
        gateway["alpha"].Resolves = Undetermined;
        gateway["beta"].Resolves = request =>
        {
            var answer = Undetermined(request);
            answer.Resolutions[0].Reasons.Clear();
            return answer;
        };
        var answer = await gateway.Joint.ResolveAreaFrameworkAsync(new() { Area = "926" }, cancellationToken: Stop);
        Assert.Equal(["alpha"], answer.Inspectorates.Select(one => one.Inspectorate));

        gateway["alpha"].Resolves = request => new ResolveFrameworkResponse { Day = "1999-01-01" };
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await gateway.Joint.ResolveAreaFrameworkAsync(new() { Area = "926" }, cancellationToken: Stop));
        Assert.Equal(StatusCode.Unavailable, refused.StatusCode);
    }

    private static ResolveFrameworkResponse Undetermined(ResolveFrameworkRequest request) => new()
    {
        Day = request.Day,
        AsOf = request.AsOf,
        Resolutions =
        {
            new FrameworkResolution
            {
                Line = "line",
                Outcome = FrameworkResolution.Types.Outcome.UndeterminedBySource,
                Reasons =
                {
                    new ResolutionReason
                    {
                        Code = ResolutionReason.Types.Code.NoneInForce,
                        Text = $"UNDETERMINED_BY_SOURCE {request.Area} {request.Day} {request.AsOf}",
                    },
                },
            },
        },
    };
}
