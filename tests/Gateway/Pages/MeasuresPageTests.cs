using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Google.Protobuf;
using Grpc.Core;
using Inspectorates.Gateway.Tests.Joint.Measures;
using Inspectorates.Gateway.Tests.Scripted;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Pages;

/// <summary>How the inspectorates themselves deal with concerns, over JSON, gRPC and as a page.</summary>
public sealed class MeasuresPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<RunningGateway> StartAsync()
    {
        var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        var alpha = InspectoratesMeasuredTests.Measures("alpha", sentTo: ("beta", 2));
        alpha.Concerns.Add(new HeldConcerns { Holder = "head-of-service", Held = 3, BeyondTime = 1, MostWorkingDaysBeyond = 4 });
        var beta = InspectoratesMeasuredTests.Measures("beta", from: ("alpha", 1));
        (beta.Received.Acknowledged, beta.Received.AcknowledgedInTime, beta.Received.MedianAcknowledgementHundredths) = (1, 1, 150);
        (gateway["alpha"].Measures, gateway["beta"].Measures) = (alpha, beta);
        return gateway;
    }

    private static async Task<IDocument> PageAsync(RunningGateway gateway) =>
        new HtmlParser().ParseDocument(await gateway.Http.GetStringAsync("/inspectorates/measures", Stop));

    [Fact]
    public async Task F13_JSON_gRPC_and_page_tell_the_same()
    {
        await using var gateway = await StartAsync();
        var grpc = await gateway.Joint.GetInspectorateMeasuresAsync(new(), cancellationToken: Stop);
        var json = JsonParser.Default.Parse<GetInspectorateMeasuresResponse>(await gateway.Http.GetStringAsync("/api/v1/inspectorates/measures", Stop));
        using var page = await PageAsync(gateway);

        foreach (var source in grpc.Sources.Concat(json.Sources))
            source.AsAt = null;
        Assert.Equal(grpc, json);
        Assert.Equal(grpc.Inspectorates.SelectMany(one => one.Sentences), page.QuerySelectorAll("[data-sentence]").Select(one => one.TextContent));
        Assert.Equal(grpc.Passages.Select(one => one.Sentence), page.QuerySelectorAll("[data-passage]").Select(one => one.TextContent));
        Assert.Equal(["alpha", "beta"], page.QuerySelectorAll("[data-measured]").Select(row => row.GetAttribute("data-measured")!));
        var beta = page.QuerySelector("[data-measured='beta']")!;
        Assert.Equal(
            ("1", "1 of 1 (100 %)", "1.5", "none yet"),
            (Text(beta, "data-received"), Text(beta, "data-in-time"), Text(beta, "data-median"), Text(beta, "data-answer-median")));
        var held = page.QuerySelector("[data-held='alpha'][data-holder='head-of-service']")!;
        Assert.Equal(("3", "1", "4"), (Text(held, "data-count"), Text(held, "data-beyond"), Text(held, "data-longest")));
        Assert.True(grpc.Complete);
    }

    [Fact]
    public async Task F13_an_inspectorate_that_cannot_be_asked_is_said_to_be_missing_and_is_not_counted_as_without_referrals()
    {
        await using var gateway = await StartAsync();
        gateway["beta"].Behaviour = Behaviour.SaysUnavailable;

        var grpc = await gateway.Joint.GetInspectorateMeasuresAsync(new(), cancellationToken: Stop);
        using var page = await PageAsync(gateway);

        Assert.False(grpc.Complete);
        Assert.Equal(["alpha"], grpc.Inspectorates.Select(one => one.Inspectorate));
        Assert.Equal(-1, Assert.Single(grpc.Passages).Received);
        Assert.NotNull(page.QuerySelector("[data-incomplete]"));
        Assert.Equal("UNREACHABLE", page.QuerySelector("[data-source='beta']")!.GetAttribute("data-state"));
        Assert.Null(page.QuerySelector("[data-measured='beta']"));
    }

    [Theory]
    [InlineData("another's")]
    [InlineData("a part more than the whole")]
    [InlineData("sent to itself")]
    [InlineData("an older build")]
    public async Task Measures_that_cannot_be_are_no_answer(string fault)
    {
        await using var gateway = await StartAsync();
        var beta = gateway["beta"].Measures!;
        Action spoil = fault switch
        {
            "another's" => () => beta.Inspectorate = "alpha",
            "a part more than the whole" => () => beta.Received.AcknowledgedInTime = 2,
            "sent to itself" => () => beta.ReceivedFrom[0].Inspectorate = "beta",
            _ => () => gateway["beta"].Measures = null,
        };
        spoil();

        var grpc = await gateway.Joint.GetInspectorateMeasuresAsync(new(), cancellationToken: Stop);

        Assert.Equal((false, Source.Types.State.InvalidAnswer), (grpc.Complete, grpc.Sources.Single(source => source.Inspectorate == "beta").State));
    }

    [Fact]
    public async Task Where_nobody_answers_there_are_no_measures()
    {
        await using var gateway = await StartAsync();
        foreach (var inspectorate in gateway.Inspectorates)
            inspectorate.Behaviour = Behaviour.SaysUnavailable;

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await gateway.Joint.GetInspectorateMeasuresAsync(new(), cancellationToken: Stop));

        Assert.Equal(StatusCode.Unavailable, refused.StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, (await gateway.Http.GetAsync("/inspectorates/measures", Stop)).StatusCode);
    }

    [Fact]
    public async Task The_page_needs_no_scripts_and_its_tables_have_captions_and_scopes()
    {
        await using var gateway = await StartAsync();
        using var page = await PageAsync(gateway);

        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.All(page.QuerySelectorAll("table"), table => Assert.NotEmpty(table.QuerySelector("caption")!.TextContent));
        Assert.All(page.QuerySelectorAll("th"), cell => Assert.True(cell.HasAttribute("scope")));
    }

    private static string Text(IElement row, string mark) => row.QuerySelector($"[{mark}]")!.TextContent;
}
