using AngleSharp.Html.Parser;
using Inspectorates.Gateway.Tests.Scripted;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Pages;

/// <summary>A pilot whose findings are late, as a reader of the view sees it.</summary>
public sealed class PilotRenderingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task F10_Whoever_took_part_in_a_pilot_sees_for_how_many_days_its_findings_are_late_and_where_they_are_once_they_came()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        var pilot = Facts.Inspection("alpha");
        (pilot.Pilot, pilot.PilotTerms) = (true, new PilotTerms
        {
            PublishBy = "2025-04-30",
            LearningReportUri = "https://example.org/learnt",
            LearningReportOn = "2025-06-10",
        });
        gateway["alpha"].Inspections.Add(pilot);

        foreach (var (asOf, overdue, words) in new[]
        {
            ("2025-04-30", 0, "is to be published by 30 April 2025."),
            ("2025-05-10", 10, "was to be published by 30 April 2025 and is 10 days overdue."),
            ("2025-12-01", 41, "came on 10 June 2025, 41 days late."),
        })
        {
            var (_, json) = await gateway.JsonAsync($"/api/v1/areas/926/joint-view?asOf={asOf}");
            var grpc = await gateway.Joint.GetJointInspectionAsync(new() { Area = "926", AsOf = asOf }, cancellationToken: Stop);
            using var page = new HtmlParser().ParseDocument(await gateway.Http.GetStringAsync($"/areas/926?asOf={asOf}", Stop));

            var told = Assert.Single(grpc.JointInspection.Inspections);
            var inspection = Assert.Single(json.GetProperty("inspections").EnumerateArray().ToArray());
            var shown = page.QuerySelector("[data-pilot]")!;
            Assert.Equal(overdue, told.PilotDaysOverdue);
            Assert.EndsWith(words, told.PilotSentence, StringComparison.Ordinal);
            Assert.Equal(overdue, inspection.GetProperty("pilotDaysOverdue").GetInt32());
            Assert.Equal(told.PilotSentence, inspection.GetProperty("pilotSentence").GetString());
            Assert.Equal($"{overdue}", shown.GetAttribute("data-overdue"));
            Assert.Contains(told.PilotSentence, shown.TextContent, StringComparison.Ordinal);
        }
    }
}
