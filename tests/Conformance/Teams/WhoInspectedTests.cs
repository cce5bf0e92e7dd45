using System.Net.Http.Json;
using System.Text.Json;
using Grpc.Core;
using Inspectorates.Conformance.Positions;
using Inspectorates.V1;
using Background = Inspectorates.V1.ProfessionalBackground.Types.Code;
using Role = Inspectorates.V1.TeamRole.Types.Code;

namespace Inspectorates.Conformance.Teams;

/// <summary>What a council of a fictional area sees of those who inspected it: through two real services and the real gateway.</summary>
public sealed class WhoInspectedTests
{
    private const string Inspected = "X01";
    private const string Neighbour = "X02";

    private static readonly Inspection.Types.State[] ToPrePublication =
        [Inspection.Types.State.OnSite, Inspection.Types.State.Draft, Inspection.Types.State.FactualAccuracy, Inspection.Types.State.PrePublication];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task F7_F8_A_council_sees_with_what_background_it_was_inspected_and_that_no_serving_neighbour_took_part()
    {
        await using var parties = await TwoParties.StartAsync(StoreKind.Sqlite);
        var service = parties.One;
        var inspection = await JointAsync(service);
        await PublishAsync(parties.Other, await JointAsync(parties.Other));
        var lead = await RecordAsync(service, Background.SocialWork);
        var neighbour = await RecordAsync(service, Background.SocialWork, Neighbour);
        var stranger = await RecordAsync(service, Background.SocialWork, "330");

        var refused = await Refused.ByAsync(AssignAsync(service, inspection, neighbour, Role.SecondedServingOfficer));
        Assert.Equal((StatusCode.InvalidArgument, "ASSIGNMENT_NEIGHBOURING_AUTHORITY"), (refused.Code, refused.Reason));
        await AssignAsync(service, inspection, lead, Role.LeadInspector, "strategy-discussion");
        await AssignAsync(service, inspection, stranger, Role.SecondedServingOfficer, "strategy-discussion");
        Assert.Equal(StatusCode.InvalidArgument, (await Refused.ByAsync(SignAsync(service, inspection, stranger))).Code);
        await SignAsync(service, inspection, lead);
        Assert.Equal([("fictional", "NOT_RECORDED"), ("second", "NOT_RECORDED")], await TeamsAsync(parties));

        await PublishAsync(service, inspection);

        Assert.Equal([("fictional", "RECORDED"), ("second", "NOT_RECORDED")], await TeamsAsync(parties));
        var seen = (await RecordOfAsync(parties)).GetProperty("teams")[0];
        Assert.Equal(
            ["LEAD_INSPECTOR SOCIAL_WORK 1", "SECONDED_SERVING_OFFICER SOCIAL_WORK 1"],
            seen.GetProperty("composition").EnumerateArray().Select(part => $"{part.GetProperty("role")} {part.GetProperty("background")} {part.GetProperty("count")}"));
        Assert.Equal(2, seen.GetProperty("declarationCount").GetInt32());
        using var http = new HttpClient();
        var page = await http.GetStringAsync($"{parties.Json}/areas/{Inspected}", Stop);
        Assert.Contains("carried out by 1 lead inspector (social work) and 1 serving officer of another, unrelated local authority (social work).", page, StringComparison.Ordinal);
        Assert.Contains("All 2 declared their interests for this inspection.", page, StringComparison.Ordinal);
        foreach (var pseudonym in new[] { lead, neighbour, stranger })
            Assert.DoesNotContain(pseudonym[^32..], page + seen, StringComparison.Ordinal);
    }

    private static async Task<string> JointAsync(RunningService service) => (await service.Inspections.CreateInspectionAsync(
        new()
        {
            Inspection = new Inspection
            {
                Kind = Inspection.Types.Kind.Joint,
                Framework = "fiction",
                Footprint = new Footprint { Areas = { Inspected } },
                Fieldwork = new DateRange { Start = "2026-06-08", End = "2026-06-12" },
                Participation =
                {
                    new Participation { Inspectorate = "fictional", State = Participation.Types.State.TookPart },
                    new Participation { Inspectorate = "second", State = Participation.Types.State.TookPart },
                },
            },
            RequestId = Samples.NewId(),
        },
        service.As("lead"), cancellationToken: Stop)).Inspection.Name;

    private static async Task PublishAsync(RunningService service, string inspection)
    {
        foreach (var state in ToPrePublication)
            await service.Inspections.AdvanceInspectionAsync(new() { Name = inspection, State = state, RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop);
        await service.Inspections.PublishInspectionAsync(new() { Name = inspection, RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop);
    }

    private static async Task<string> RecordAsync(RunningService service, Background background, string home = "") => (await service.Teams.RecordInspectorAsync(
        new()
        {
            Inspector = new Inspector
            {
                Background = background,
                HomeAuthority = home,
                Competences = { new Competence { Framework = "fiction", ValidFrom = "2025-01-01" } },
            },
            RequestId = Samples.NewId(),
        },
        service.As("lead"), cancellationToken: Stop)).Inspector.Name;

    private static AsyncUnaryCall<AssignInspectorResponse> AssignAsync(RunningService service, string inspection, string inspector, Role role, params string[] themes) =>
        service.Teams.AssignInspectorAsync(
            new()
            {
                Inspection = inspection,
                Assignment = new Assignment { Inspector = inspector, Role = role, Themes = { themes }, Declaration = new InterestDeclaration { DeclaredOn = "2026-06-01" } },
                RequestId = Samples.NewId(),
            },
            service.As("lead"), cancellationToken: Stop);

    private static AsyncUnaryCall<SignThemeResponse> SignAsync(RunningService service, string inspection, string inspector) => service.Teams.SignThemeAsync(
        new() { Inspection = inspection, Inspector = inspector, Theme = "strategy-discussion", RequestId = Samples.NewId() }, service.As("inspector"), cancellationToken: Stop);

    private static async Task<JsonElement> RecordOfAsync(TwoParties parties)
    {
        using var http = new HttpClient();
        var view = await http.GetFromJsonAsync<JsonElement>($"{parties.Json}/api/v1/areas/{Inspected}/joint-view", Stop);
        return Assert.Single(view.GetProperty("inspections").EnumerateArray());
    }

    // Both took part; before the first of the two records is public nothing of its team is, and the other's record names it all the same.
    private static async Task<IEnumerable<(string, string)>> TeamsAsync(TwoParties parties) =>
        (await RecordOfAsync(parties)).GetProperty("teams").EnumerateArray()
            .Select(team => (team.GetProperty("inspectorate").GetString()!, team.GetProperty("state").GetString()!));
}
