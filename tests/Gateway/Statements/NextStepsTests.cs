using AngleSharp.Html.Parser;
using Google.Protobuf;
using Inspectorates.Gateway.Tests.Scripted;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.V1.Statement.Types;

namespace Inspectorates.Gateway.Tests.Statements;

/// <summary>What happens next after an inspection, asked over every way of asking.</summary>
public sealed class NextStepsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Json_gRPC_and_page_say_the_same_of_a_computed_day_that_has_passed()
    {
        await using var gateway = await AfterAsync(new Statement { DueOn = "2018-05-11", DueBasis = DueBasis.Computed, ReportReceivedOn = "2018-01-30" });

        var (_, json) = await gateway.JsonAsync("/api/v1/areas/926/joint-view?asOf=2024-12-24");
        var steps = await StepsAsync(gateway, "2024-12-24");
        using var page = new HtmlParser().ParseDocument(await gateway.Http.GetStringAsync("/areas/926?asOf=2024-12-24", Stop));

        Assert.Equal(("2018-05-11", DueBasis.Computed, 2419, "Norfolk"), (steps.DueOn, steps.DueBasis, steps.DaysOverdue, steps.PrincipalAuthority));
        Assert.Contains("computed, 70 working days after the report was received", string.Join(' ', steps.Sentences), StringComparison.Ordinal);
        Assert.Contains("is overdue by 2419 days.", string.Join(' ', steps.Sentences), StringComparison.Ordinal);
        Assert.Equal(steps, JsonParser.Default.Parse<NextSteps>(json.GetProperty("inspections")[0].GetProperty("nextSteps").GetRawText()));
        var part = page.QuerySelector("[data-next-steps=NEEDED]")!;
        Assert.Equal(("2018-05-11", "COMPUTED", "2419"), (part.GetAttribute("data-due-on"), part.GetAttribute("data-due-basis"), part.GetAttribute("data-days-overdue")));
        Assert.Equal(steps.Sentences, part.QuerySelectorAll("[data-sentence]").Select(one => one.TextContent));
        Assert.Equal("Next steps", part.QuerySelector("h4")!.TextContent);
    }

    [Fact]
    public async Task What_was_received_in_time_is_not_overdue_and_what_came_late_says_by_how_much()
    {
        await using var gateway = await AfterAsync(new Statement { DueOn = "2018-05-11", DueBasis = DueBasis.StatedInReport, ReceivedOn = "2018-05-11" });

        var inTime = await StepsAsync(gateway, "2024-12-24");
        gateway["alpha"].Statements![0].ReceivedOn = "2018-05-14";
        var late = await StepsAsync(gateway, "2024-12-24");

        Assert.Equal((0, 3), (inTime.DaysOverdue, late.DaysOverdue));
        Assert.Contains("The statement of proposed action is due by 11 May 2018, as the report states.", inTime.Sentences);
        Assert.Contains("The statement of proposed action was received on 11 May 2018.", inTime.Sentences);
        Assert.Contains("The statement of proposed action was received on 14 May 2018, 3 days late.", late.Sentences);
    }

    [Fact]
    public async Task Records_that_cannot_be_read_never_read_as_nothing_to_do()
    {
        await using var gateway = await AfterAsync(new Statement());
        gateway["alpha"].FailsOnStatements = true;

        var steps = await StepsAsync(gateway, "2024-12-24");

        Assert.Equal(["alpha"], steps.NotKnown);
        Assert.Equal(["What Inspectorate ALPHA has recorded of what follows could not be read."], steps.Sentences);
        gateway["alpha"].FailsOnStatements = false;
        gateway["alpha"].Statements = [];
        Assert.Null(await StepsAsync(gateway, "2024-12-24"));
    }

    [Fact]
    public async Task The_day_printed_in_the_report_is_told_where_nobody_has_recorded_more()
    {
        await using var gateway = await AfterAsync(new Statement());
        gateway["alpha"].Statements = [];
        gateway["alpha"].Inspections[0].StatementDueOn = "2024-09-30";

        var steps = await StepsAsync(gateway, "2024-12-24");

        Assert.Equal(
            [
                "The statement of proposed action is due by 30 September 2024, as the report states.",
                "Whether the statement of proposed action was received is not recorded.",
            ],
            steps.Sentences);
        // Nobody knows whether it came, so nobody can say that it is late.
        Assert.Equal(0, steps.DaysOverdue);
    }

    [Fact]
    public async Task A_service_that_took_part_and_is_down_never_reads_as_nothing_to_do()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha", "beta"]);
        FourInspectorates.Fill(gateway.Inspectorates);
        gateway["alpha"].Inspections[0].Participation.Add(new Participation { Inspectorate = "beta", State = Participation.Types.State.TookPart });
        gateway["beta"].Behaviour = Behaviour.SaysUnavailable;

        var inspection = (await gateway.Joint.GetJointInspectionAsync(new() { Area = "926" }, cancellationToken: Stop)).JointInspection.Inspections[0];

        Assert.Equal(["beta"], inspection.NextSteps.NotKnown);
        Assert.Equal(["beta"], inspection.Inspected.NotKnown);
    }

    private static async Task<NextSteps> StepsAsync(RunningGateway gateway, string day) =>
        (await gateway.Joint.GetJointInspectionAsync(new() { Area = "926", AsOf = day }, cancellationToken: Stop)).JointInspection.Inspections[0].NextSteps;

    private static async Task<RunningGateway> AfterAsync(Statement statement)
    {
        var gateway = await RunningGateway.StartAsync(["alpha"]);
        FourInspectorates.Fill(gateway.Inspectorates);
        (statement.Name, statement.Inspectorate, statement.Inspection) = ("inspectorates/alpha/statements/1", "alpha", gateway["alpha"].Inspections[0].Name);
        (statement.Requirement, statement.State, statement.Revision) = (Requirement.Needed, State.Published, 1);
        statement.PrincipalAuthority = new Subject { Kind = Subject.Types.Kind.Agency, Agency = new() { Kind = "local-authority" } };
        statement.Footprint = new Footprint { Areas = { "926" } };
        gateway["alpha"].Statements = [statement];
        return gateway;
    }
}
