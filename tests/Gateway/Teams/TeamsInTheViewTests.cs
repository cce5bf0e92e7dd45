using AngleSharp.Html.Parser;
using Google.Protobuf;
using Inspectorates.Gateway.Tests.Scripted;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using Background = Inspectorates.V1.ProfessionalBackground.Types.Code;
using Role = Inspectorates.V1.TeamRole.Types.Code;
using State = Inspectorates.Joint.V1.InspectionTeam.Types.State;

namespace Inspectorates.Gateway.Tests.Teams;

/// <summary>Who carried out an inspection, in JSON, gRPC and on the page.</summary>
public sealed class TeamsInTheViewTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task F7_The_view_says_who_inspected_by_role_and_profession_in_JSON_gRPC_and_on_the_page()
    {
        await using var gateway = await StartedAsync();
        gateway["alpha"].Teams = [TeamOf("alpha")];

        var (view, page) = await AskAsync(gateway);

        var team = Assert.Single(Inspection(view, "alpha").Teams);
        Assert.Equal(State.Recorded, team.State);
        Assert.Equal(TeamOf("alpha").Composition, team.Composition);
        Assert.Equal(["icpc"], team.SignedThemes);
        Assert.StartsWith("Inspectorate ALPHA: carried out by 1 lead inspector (social work), 2 inspectors (health) and 1 serving officer of another, unrelated local authority (policing). ", team.Explanation, StringComparison.Ordinal);
        Assert.Equal(
            [("alpha", "LEAD_INSPECTOR", "SOCIAL_WORK"), ("alpha", "INSPECTOR", "HEALTH"), ("alpha", "SECONDED_SERVING_OFFICER", "POLICING")],
            page.QuerySelectorAll("[data-team-of]").Select(row => (row.GetAttribute("data-team-of")!, row.GetAttribute("data-role")!, row.GetAttribute("data-background")!)));
        Assert.Equal(
            view.Inspections.SelectMany(inspection => inspection.Teams).Select(one => one.Explanation),
            page.QuerySelectorAll("[data-team]").Select(part => part.TextContent));
    }

    [Fact]
    public async Task F8_The_view_says_how_many_declared_their_interests_and_what_nobody_may_inspect()
    {
        await using var gateway = await StartedAsync();
        gateway["alpha"].Teams = [TeamOf("alpha")];

        var (view, page) = await AskAsync(gateway);

        var team = Assert.Single(Inspection(view, "alpha").Teams);
        Assert.Equal(4, team.DeclarationCount);
        Assert.EndsWith(
            "All 4 declared their interests for this inspection. Nobody may inspect an authority they serve or lately served, or a neighbour of it, or one they have an interest in. "
                + "Somebody competent has signed for Initial child protection conference (ICPC).",
            team.Explanation, StringComparison.Ordinal);
        Assert.Equal("4", page.QuerySelector("[data-team=alpha]")!.GetAttribute("data-declarations"));
    }

    [Fact]
    public async Task F8_No_member_comes_into_the_view_even_where_a_service_answers_with_them()
    {
        await using var gateway = await StartedAsync();
        var team = TeamOf("alpha");
        team.Members.Add(new TeamMember { Assignment = new Assignment { Inspector = "inspectorates/alpha/inspectors/secret", Role = Role.Inspector } });
        team.Recusals.Add(new Recusal { Inspector = "inspectorates/alpha/inspectors/secret" });
        gateway["alpha"].Teams = [team];

        var (view, page) = await AskAsync(gateway);

        Assert.DoesNotContain("secret", view.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_that_is_not_there_is_not_recorded_not_kept_or_not_known_and_never_nobody()
    {
        await using var gateway = await StartedAsync();
        (gateway["alpha"].Teams, gateway["gamma"].FailsOnTeams) = ([], true);

        var (view, page) = await AskAsync(gateway);

        Assert.Equal(
            [("alpha", State.NotRecorded), ("beta", State.NotKept), ("gamma", State.NotKnown)],
            view.Inspections.SelectMany(inspection => inspection.Teams).Select(team => (team.Inspectorate, team.State)).Order());
        Assert.Contains("who carried it out is not recorded", page.QuerySelector("[data-team=alpha]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("its service could not be read", page.QuerySelector("[data-team=gamma]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(4, view.Sources.Count(source => source.State is Source.Types.State.Answered or Source.Types.State.NoVerdict));
        Assert.Null(page.QuerySelector("[data-team-of]"));
    }

    [Fact]
    public async Task Whoever_took_part_and_did_not_answer_is_not_known_and_everybody_recused_is_said()
    {
        await using var gateway = await StartedAsync();
        gateway["alpha"].Inspections[0].Participation.Add(new Participation { Inspectorate = "delta", State = Participation.Types.State.TookPart });
        gateway["alpha"].Inspections[0].Participation.Add(new Participation { Inspectorate = "beta", State = Participation.Types.State.NotInScope });
        var team = TeamOf("alpha");
        (team.DeclarationCount, gateway["alpha"].Teams) = (0, [team]);
        team.Composition.Clear();
        gateway["delta"].Behaviour = Behaviour.SaysUnavailable;

        var (view, _) = await AskAsync(gateway);

        Assert.Equal([("alpha", State.Recorded), ("delta", State.NotKnown)], Inspection(view, "alpha").Teams.Select(one => (one.Inspectorate, one.State)));
        Assert.Equal("Inspectorate ALPHA: everybody who was to carry it out has been taken from the team.", Inspection(view, "alpha").Teams[0].Explanation);
    }

    [Theory]
    [InlineData("another's")]
    [InlineData("of another area")]
    [InlineData("without a role")]
    [InlineData("of nobody")]
    [InlineData("of no inspection")]
    [InlineData("with more declarations than members")]
    public async Task A_team_that_cannot_be_is_not_told_and_costs_nothing_of_the_rest(string fault)
    {
        await using var gateway = await StartedAsync();
        var team = TeamOf("alpha");
        gateway["alpha"].Teams = [team];
        switch (fault)
        {
            case "another's": team.Inspectorate = "beta"; break;
            case "of another area": team.Footprint.Areas[0] = "825"; break;
            case "without a role": team.Composition[0].Role = 0; break;
            case "of nobody": team.Composition[0].Count = 0; break;
            case "with more declarations than members": team.DeclarationCount = 5; break;
            case "of no inspection": team.Inspection = ""; break;
            default: throw new ArgumentException(fault);
        }

        // A filter of the scripted service would hide one of another area.
        gateway["alpha"].ListsAllTeams = true;
        var view = (await gateway.Joint.GetJointInspectionAsync(new() { Area = Facts.Area }, cancellationToken: Stop)).JointInspection;

        Assert.Equal(Source.Types.State.Answered, view.Sources.Single(source => source.Inspectorate == "alpha").State);
        Assert.Equal(State.NotKnown, Assert.Single(Inspection(view, "alpha").Teams).State);
    }

    [Fact]
    public async Task A_team_that_becomes_public_makes_another_version_of_its_area()
    {
        await using var gateway = await StartedAsync();
        await gateway.FollowedAsync();
        var before = await gateway.VersionAsync(Facts.Area);

        gateway["alpha"].Log.Add(TeamOf("alpha"));

        await Eventually.TrueAsync(async () => await gateway.VersionAsync(Facts.Area) is { Length: > 0 } now && now != before, "the version is the same");
    }

    private static async Task<RunningGateway> StartedAsync()
    {
        var gateway = await RunningGateway.StartAsync(FourInspectorates.Codes);
        FourInspectorates.Fill(gateway.Inspectorates);
        return gateway;
    }

    private static async Task<(JointInspection View, AngleSharp.Dom.IDocument Page)> AskAsync(RunningGateway gateway)
    {
        var view = (await gateway.Joint.GetJointInspectionAsync(new() { Area = Facts.Area }, cancellationToken: Stop)).JointInspection;
        var (_, json) = await gateway.JsonAsync($"/api/v1/areas/{Facts.Area}/joint-view");
        Assert.Equal(view.Inspections, JsonParser.Default.Parse<JointInspection>(json.GetRawText()).Inspections);
        return (view, new HtmlParser().ParseDocument(await gateway.Http.GetStringAsync($"/areas/{Facts.Area}", Stop)));
    }

    private static JointInspectionRecord Inspection(JointInspection view, string code) =>
        view.Inspections.Single(inspection => inspection.Inspectorates.Contains(code));

    private static Team TeamOf(string code) => new()
    {
        Name = $"inspectorates/{code}/teams/1",
        Inspectorate = code,
        Inspection = Facts.Inspection(code).Name,
        InspectionKey = Facts.Inspection(code).Key,
        Footprint = new Footprint { Areas = { Facts.Area } },
        State = Team.Types.State.Published,
        Composition =
        {
            new TeamPart { Role = Role.LeadInspector, Background = Background.SocialWork, Count = 1 },
            new TeamPart { Role = Role.Inspector, Background = Background.Health, Count = 2 },
            new TeamPart { Role = Role.SecondedServingOfficer, Background = Background.Policing, Count = 1 },
        },
        DeclarationCount = 4,
        SignedThemes = { "icpc" },
        Revision = 1,
    };
}
