using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Google.Protobuf;
using Grpc.Core;
using Inspectorates.Gateway.Tests.Scripted;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.V1.Indicator.Types;
using Code = Inspectorates.V1.IndicatorReading.Types.Code;

namespace Inspectorates.Gateway.Tests.Pages;

/// <summary>The figures inspectorates look at, in their registries and in an area, over JSON, gRPC and as pages.</summary>
public sealed class IndicatorsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task F17_JSON_gRPC_and_page_tell_the_same_of_every_registry_and_that_nobody_stated_an_optimum()
    {
        await using var gateway = await StartAsync();

        var grpc = await gateway.Joint.ListAllIndicatorsAsync(new(), cancellationToken: Stop);
        var json = JsonParser.Default.Parse<ListAllIndicatorsResponse>(await gateway.Http.GetStringAsync("/api/v1/indicators", Stop));
        using var page = await PageAsync(gateway, "/indicators");

        foreach (var source in grpc.Sources.Concat(json.Sources))
            source.AsAt = null;
        Assert.Equal(grpc, json);
        Assert.Equal([("alpha", "assessments"), ("beta", "visits")], grpc.Indicators.Select(one => (one.Inspectorate, one.Indicator.Code)));
        Assert.Equal(["assessments", "visits"], page.QuerySelectorAll("[data-indicator]").Select(part => part.GetAttribute("data-indicator")!));
        Assert.Equal("NONE_STATED", page.QuerySelector("[data-indicator=assessments]")!.GetAttribute("data-optimum"));
        Assert.Equal(
            ["Nobody has stated which number would be right.", "Nobody has stated whether more or less of it would be better.", "A verdict that rests on it alone weighs nothing here: it takes no part in differences, agreement or balance."],
            page.QuerySelectorAll("[data-indicator=assessments] [data-sentence]").Select(part => part.TextContent));
    }

    [Theory]
    [InlineData("/indicators")]
    [InlineData("/frameworks")]
    public async Task Whoever_has_chosen_one_inspectorate_can_choose_another(string path)
    {
        await using var gateway = await StartAsync();
        await PageAsync(gateway, path);

        using var page = await PageAsync(gateway, $"{path}?inspectorate=beta");

        Assert.Equal(
            [("", false), ("alpha", false), ("beta", true)],
            page.QuerySelectorAll("select[name=inspectorate] option").Select(option => (option.GetAttribute("value")!, option.HasAttribute("selected"))));
    }

    [Fact]
    public async Task A_filter_that_the_contract_gives_no_meaning_is_refused_and_never_answered_with_nothing()
    {
        await using var gateway = await StartAsync();

        var type = await Assert.ThrowsAsync<RpcException>(async () => await gateway.Joint.ListAllIndicatorsAsync(new() { Type = (Indicator.Types.Type)99 }, cancellationToken: Stop));
        var state = await Assert.ThrowsAsync<RpcException>(async () => await gateway.Joint.ListFrameworksAsync(new() { State = (Framework.Types.State)99 }, cancellationToken: Stop));

        Assert.Equal((StatusCode.InvalidArgument, StatusCode.InvalidArgument), (type.StatusCode, state.StatusCode));
        Assert.Contains("type", type.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("state", state.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F17_What_a_figure_came_to_in_an_area_is_told_with_its_reason_where_there_is_none()
    {
        await using var gateway = await StartAsync();

        var (_, json) = await gateway.JsonAsync("/api/v1/areas/926/joint-view");
        var view = await ViewAsync(gateway);
        using var page = await PageAsync(gateway, "/areas/926");

        var figures = Assert.Single(view.Indicators);
        Assert.Equal(["withheld, because it is a small number or would give one away (c)", "120, rounded to the nearest 10", "not given, for a reason that is not known here"], figures.ReadingWords);
        Assert.Equal(figures, JsonParser.Default.Parse<AreaIndicator>(json.GetProperty("indicators")[0].GetRawText()));
        Assert.Equal(figures.ReadingWords, page.QuerySelectorAll("#indicators ~ [data-area-indicator] [data-figure]").Select(cell => cell.TextContent));
    }

    [Theory]
    [InlineData("of no registry")]
    [InlineData("without a day")]
    [InlineData("of another area")]
    [InlineData("with a figure and a reason")]
    public async Task A_reading_that_cannot_be_is_said_not_to_be_known_and_costs_no_verdict(string fault)
    {
        await using var gateway = await StartAsync();
        var reading = gateway["alpha"].Readings![0];
        switch (fault)
        {
            case "of no registry": reading.Indicator = "made-up"; break;
            case "without a day": reading.PeriodEnd = "soon"; break;
            case "of another area": reading.Area = "825"; break;
            case "with a figure and a reason": reading.Value = "3"; break;
            default: throw new ArgumentException(fault);
        }

        var view = await ViewAsync(gateway);
        using var page = await PageAsync(gateway, "/areas/926");

        Assert.Equal(["alpha"], view.IndicatorsNotKnown);
        Assert.True(view.Complete);
        Assert.NotNull(page.QuerySelector("[data-indicators-not-known=alpha]"));
        Assert.DoesNotContain("No figures are held for this area.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_service_is_down_nothing_on_the_page_reads_as_if_there_were_nothing()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        gateway["alpha"].Behaviour = Behaviour.SaysUnavailable;

        using var page = await PageAsync(gateway, "/areas/926");

        foreach (var section in new[] { "judgements", "childs-voice", "indicators", "inspections", "recommendations" })
            Assert.Contains("Not everybody answered", page.GetElementById(section)!.NextElementSibling!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<JointInspection> ViewAsync(RunningGateway gateway) =>
        (await gateway.Joint.GetJointInspectionAsync(new() { Area = "926" }, cancellationToken: Stop)).JointInspection;

    private static async Task<IDocument> PageAsync(RunningGateway gateway, string path) =>
        new HtmlParser().ParseDocument(await gateway.Http.GetStringAsync(path, Stop));

    private static async Task<RunningGateway> StartAsync()
    {
        var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        FourInspectorates.Fill(gateway.Inspectorates);
        gateway["alpha"].Registry.Add(new Indicator
        {
            Code = "assessments",
            Label = "Assessments completed",
            Definition = "How many.",
            Unit = "assessments",
            Type = Indicator.Types.Type.Activity,
            Direction = Direction.NoDirectionStated,
            OptimumState = OptimumState.NoneStated,
            Proxy = true,
        });
        gateway["beta"].Registry.Add(new Indicator
        {
            Code = "visits",
            Label = "Visits",
            Type = Indicator.Types.Type.Outcome,
            Direction = Direction.Higher,
            OptimumState = OptimumState.Stated,
            Optimum = "all of them",
        });
        gateway["alpha"].Readings =
        [
            Reading("1", "2025", reading => reading.Code = Code.Confidential), Reading("2", "2024", reading => (reading.Value, reading.RoundedTo) = ("120", 10)),
            Reading("3", "2023", reading => reading.Code = (Code)9),
        ];
        gateway["beta"].Readings = [];
        return gateway;
    }

    private static IndicatorReading Reading(string id, string period, Action<IndicatorReading> set)
    {
        var reading = new IndicatorReading
        {
            Name = $"inspectorates/alpha/indicatorReadings/{id}",
            Inspectorate = "alpha",
            Indicator = "assessments",
            Area = "926",
            Period = period,
            PeriodEnd = $"{period}-03-31",
            State = IndicatorReading.Types.State.Published,
            Revision = 1,
        };
        set(reading);
        return reading;
    }
}
