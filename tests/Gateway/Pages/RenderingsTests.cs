using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Google.Protobuf;
using Inspectorates.Gateway.Tests.Scripted;
using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Tests.Pages;

public sealed class RenderingsTests(FourInspectorates four) : IClassFixture<FourInspectorates>
{
    [Theory]
    [InlineData(null)]
    [InlineData("beta")]
    [InlineData("gamma")]
    public async Task Json_gRPC_and_page_say_the_same_of_an_area_what_is_missing_included(string? down)
    {
        await using var dead = await new ScriptedInspectorate(down ?? "none").StartAsync();
        await dead.StopAsync();
        await using var gateway = await RunningGateway.OverAsync(
            [.. four.All.Select(inspectorate => inspectorate.Code == down ? dead : inspectorate)]);

        if (down is null)
            await gateway.FollowedAsync();

        var (_, json) = await gateway.JsonAsync("/api/v1/areas/926/joint-view");
        var answer = await gateway.Joint.GetJointInspectionAsync(
            new() { Area = "E10000020" }, cancellationToken: TestContext.Current.CancellationToken);
        var html = await gateway.Http.GetStringAsync("/areas/926", TestContext.Current.CancellationToken);
        using var page = new HtmlParser().ParseDocument(html);

        var view = answer.JointInspection;
        Assert.Equal(Timeless(view), Timeless(JsonParser.Default.Parse<JointInspection>(json.GetRawText())));

        Assert.Equal(
            view.Sources.Select(source => (source.Inspectorate, JsonName(json, "sources", "inspectorate", source.Inspectorate, "state"))),
            Hooks(page, "data-source", "data-state"));
        Assert.Equal(
            json.GetProperty("processes").EnumerateArray().Select(process => (Text(process, "process"), Text(process, "conclusion"))).Order(),
            Hooks(page, "data-process", "data-conclusion").Order());
        Assert.Equal(
            json.GetProperty("differences").EnumerateArray().Select(difference => (Text(difference, "id"), Text(difference, "kind"))),
            Hooks(page, "data-difference", "data-kind"));
        Assert.Equal(
            Verdicts(json).Select(verdict => (Text(verdict, "name"), Text(verdict, "standing"))).Order(),
            Hooks(page, "data-verdict", "data-standing").Order());
        Assert.Equal(
            json.GetProperty("absences").EnumerateArray().Select(absence => (Text(absence, "inspectorate"), Text(absence, "kind"))),
            Hooks(page, "data-absence-of", "data-absence"));
        Assert.Equal(view.Complete, page.QuerySelector("[data-incomplete]") is null);
        Assert.Equal(view.Notices, page.QuerySelectorAll("[data-notice]").Select(notice => notice.TextContent));
        foreach (var source in view.Sources.Where(source => source.Since is not null))
            Assert.Contains(source.Reason, page.QuerySelector($"[data-source={source.Inspectorate}]")!.TextContent, StringComparison.Ordinal);
        foreach (var difference in view.Differences)
            Assert.Contains(difference.Explanation, page.GetElementById($"d-{difference.Id}")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_gRPC_and_page_say_the_same_of_a_verdicts_versions()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        var name = Facts.Withdrawn(gateway["alpha"]);

        var (_, json) = await gateway.JsonAsync($"/api/v1/verdicts/alpha/{name.Split('/')[^1]}/revisions");
        var answer = await gateway.Joint.GetVerdictHistoryAsync(
            new() { Inspectorate = "alpha", Id = name.Split('/')[^1] }, cancellationToken: TestContext.Current.CancellationToken);
        var html = await gateway.Http.GetStringAsync($"/verdicts/alpha/{name.Split('/')[^1]}", TestContext.Current.CancellationToken);
        using var page = new HtmlParser().ParseDocument(html);

        var history = answer.VerdictHistory;
        Assert.Equal(gateway["alpha"].Revisions[name], history.Revisions);
        Assert.Equal(history, JsonParser.Default.Parse<VerdictHistory>(json.GetRawText()));
        Assert.Equal(name, page.QuerySelector("[data-history]")!.GetAttribute("data-history"));
        Assert.Equal(
            json.GetProperty("revisions").EnumerateArray()
                .Select(revision => (revision.GetProperty("revision").GetInt32().ToString(), Text(revision, "state"))),
            Hooks(page, "data-revision", "data-state"));
        Assert.Equal(
            ["This is the first version.", "The grade was misprinted.", "Recorded for the wrong area."],
            page.QuerySelectorAll("[data-why]").Select(why => why.TextContent));
    }

    // When it was composed, and what counts from then, differs from one asking to the next.
    private static JointInspection Timeless(JointInspection view)
    {
        var copy = view.Clone();
        copy.ComposedAt = null;
        foreach (var source in copy.Sources)
            (source.AsAt, source.Reason) = (null, source.Reason.Length > 0 ? "why" : "");
        return copy;
    }

    private static IEnumerable<JsonElement> Verdicts(JsonElement view) =>
        view.GetProperty("processes").EnumerateArray().SelectMany(process => process.GetProperty("verdicts").EnumerateArray())
            .Concat(view.GetProperty("judgements").EnumerateArray())
            .Concat(view.GetProperty("unidentified").EnumerateArray());

    private static IEnumerable<(string, string)> Hooks(IDocument page, string key, string value) =>
        page.QuerySelectorAll($"[{key}]").Select(element => (element.GetAttribute(key)!, element.GetAttribute(value)!));

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;

    private static string JsonName(JsonElement view, string list, string key, string value, string property) =>
        Text(view.GetProperty(list).EnumerateArray().Single(element => element.Is(key, value)), property);
}
