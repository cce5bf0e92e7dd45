using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Google.Protobuf;
using Inspectorates.Gateway.Tests.Scripted;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Pages;

/// <summary>
/// No verdict, not judged, not participating, unreachable and agreement are five different things, on every rendering:
/// alpha finds a process as expected, and beta is each of the five.
/// </summary>
public sealed class FiveAbsencesTests
{
    private const string Process = "strategy-discussion";

    public static TheoryData<string, Told> Situations => new()
    {
        { "agreement", new("ANSWERED", "CONSISTENT", "MEETS", "", "true") },
        { "no verdict", new("NO_VERDICT", "SINGLE_VIEW", "", "", "true") },
        { "not judged", new("ANSWERED", "SINGLE_VIEW", "NOT_JUDGED", "NOT_JUDGED", "true") },
        { "not participating", new("NO_VERDICT", "SINGLE_VIEW", "", "NOT_PARTICIPATING", "true") },
        { "unreachable", new("UNREACHABLE", "UNDETERMINED", "", "", "false") },
    };

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task Each_is_told_as_what_it_is_in_JSON_gRPC_and_page(string situation, Told expected)
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        gateway["alpha"].Verdicts.Add(Facts.Verdict("alpha", Process, "good"));
        await BeAsync(situation, gateway);

        var (_, json) = await gateway.JsonAsync("/api/v1/areas/926/joint-view");
        var answer = await gateway.Joint.GetJointInspectionAsync(
            new() { Area = "926" }, cancellationToken: TestContext.Current.CancellationToken);
        using var page = new HtmlParser().ParseDocument(
            await gateway.Http.GetStringAsync("/areas/926", TestContext.Current.CancellationToken));

        Assert.Equal(expected, Read(json));
        using var overGrpc = JsonDocument.Parse(new JsonFormatter(new JsonFormatter.Settings(true)).Format(answer.JointInspection));
        Assert.Equal(expected, Read(overGrpc.RootElement));
        Assert.Equal(expected, Read(page));
    }

    [Fact]
    public void No_two_of_them_are_told_alike() =>
        Assert.Equal(Situations.Count, Situations.Select(row => row.Data.Item2).Distinct().Count());

    [Theory]
    [InlineData("agreement")]
    [InlineData("no verdict")]
    [InlineData("not judged")]
    [InlineData("not participating")]
    [InlineData("unreachable")]
    public async Task None_of_them_is_a_difference_and_the_list_says_who_did_not_answer(string situation)
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        gateway["alpha"].Verdicts.Add(Facts.Verdict("alpha", Process, "good"));
        await BeAsync(situation, gateway);

        var (_, list) = await gateway.JsonAsync("/api/v1/differences?leftOut=true");

        Assert.Equal(0, list.GetProperty("totalSize").GetInt32());
        Assert.Equal(situation == "not judged" ? 1 : 0, list.GetProperty("leftOutSize").GetInt32());
        Assert.Equal(situation != "unreachable", list.GetProperty("complete").GetBoolean());
        Assert.Equal(situation == "unreachable" ? 1 : 0, list.GetProperty("notices").GetArrayLength());
    }

    private static async Task BeAsync(string situation, RunningGateway gateway)
    {
        var verdict = Facts.Verdict("beta", Process, "good");
        switch (situation)
        {
            case "agreement":
                gateway["beta"].Verdicts.Add(verdict);
                break;
            case "not judged":
                (verdict.Grade, verdict.Standing, verdict.NotJudgedReason) = (null, Grade.Types.Standing.NotJudged, "Not enough was seen.");
                gateway["beta"].Verdicts.Add(verdict);
                break;
            case "not participating":
                var joint = Facts.Inspection("alpha");
                joint.Kind = Inspection.Types.Kind.Joint;
                joint.Participation.Add(new Participation { Inspectorate = "alpha", State = Participation.Types.State.TookPart });
                joint.Participation.Add(new Participation { Inspectorate = "beta", State = Participation.Types.State.NotParticipating });
                gateway["alpha"].Inspections.Add(joint);
                break;
            case "unreachable":
                await gateway["beta"].StopAsync();
                break;
        }
    }

    private static Told Read(JsonElement view)
    {
        var process = view.GetProperty("processes").EnumerateArray().Single(one => one.Is("process", Process));
        return new(
            view.GetProperty("sources").EnumerateArray().Single(one => one.Is("inspectorate", "beta")).GetProperty("state").GetString()!,
            process.GetProperty("conclusion").GetString()!,
            string.Concat(process.GetProperty("verdicts").EnumerateArray().Where(one => one.Is("inspectorate", "beta"))
                .Select(one => one.GetProperty("standing").GetString())),
            string.Concat(view.GetProperty("absences").EnumerateArray().Where(one => one.Is("inspectorate", "beta"))
                .Select(one => one.GetProperty("kind").GetString())),
            view.GetProperty("complete").GetBoolean() ? "true" : "false");
    }

    private static Told Read(IParentNode page) => new(
        page.QuerySelector("[data-source=beta]")!.GetAttribute("data-state")!,
        page.QuerySelector($"[data-process={Process}]")!.GetAttribute("data-conclusion")!,
        string.Concat(page.QuerySelectorAll("[data-verdict^='inspectorates/beta/']").Select(one => one.GetAttribute("data-standing"))),
        string.Concat(page.QuerySelectorAll("[data-absence-of=beta]").Select(one => one.GetAttribute("data-absence"))),
        page.QuerySelector("[data-complete]")!.GetAttribute("data-complete")!);

    /// <summary>How beta's silence or word is told.</summary>
    public sealed record Told(string Source, string Conclusion, string Standing, string Absence, string Complete);
}
