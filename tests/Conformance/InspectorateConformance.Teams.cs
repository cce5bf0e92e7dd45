using Grpc.Core;
using Inspectorates.V1;
using Background = Inspectorates.V1.ProfessionalBackground.Types.Code;
using Reason = Inspectorates.V1.Recusal.Types.Reason;
using Role = Inspectorates.V1.TeamRole.Types.Code;
using TeamState = Inspectorates.V1.Team.Types.State;

namespace Inspectorates.Conformance;

public abstract partial class InspectorateConformance
{
    private const string Norfolk = "926";
    private const string Theme = "strategy-discussion";
    private const string OtherTheme = "icpc";

    [Theory]
    [InlineData(Norfolk, "ASSIGNMENT_OWN_AUTHORITY")]
    [InlineData("873", "ASSIGNMENT_NEIGHBOURING_AUTHORITY")]
    [InlineData("878", "ASSIGNMENT_STATISTICAL_NEIGHBOUR")]
    [InlineData("839", "ASSIGNMENT_STATISTICAL_NEIGHBOUR")]
    public async Task F8_A_serving_officer_is_refused_for_their_own_a_neighbouring_and_a_statistically_neighbouring_authority(string home, string reason)
    {
        var officer = await OfficerAsync(home);
        var inspection = await InspectionOfAsync(Norfolk);

        var refused = await Refused.ByAsync(AssignAsync(inspection, Assigned(officer, Role.SecondedServingOfficer)));

        refused.Is(StatusCode.InvalidArgument, reason, "assignment.inspector");
        Assert.Contains("Norfolk (926)", refused.Message, StringComparison.Ordinal);
        Assert.Empty((await service.Teams.ListTeamsAsync(new() { Inspection = inspection }, service.As("lead"), cancellationToken: Stop)).Teams);
        await AssignAsync(await InspectionOfAsync("330"), Assigned(await OfficerAsync(Norfolk), Role.SecondedServingOfficer));
    }

    [Fact]
    public async Task F8_Where_it_is_not_known_whether_two_authorities_are_neighbours_somebody_says_that_they_are_not()
    {
        var assignment = Assigned(await OfficerAsync("850"), Role.SecondedServingOfficer);
        var inspection = await InspectionOfAsync("870");

        (await Refused.ByAsync(AssignAsync(inspection, assignment))).Is(StatusCode.InvalidArgument, "ASSIGNMENT_NEIGHBOURING_AUTHORITY", "assignment.no_shared_boundary");
        assignment.NoSharedBoundary = true;

        Assert.Single((await AssignAsync(inspection, assignment)).Team.Members);
    }

    // The fieldwork begins on 22 June 2026, 36 months after the first of these days.
    [Theory]
    [InlineData("2023-06-22", true)]
    [InlineData("2023-06-21", false)]
    public async Task F8_Whoever_served_an_authority_stays_away_until_the_cooling_off_is_over(string until, bool isWithin)
    {
        var assignment = Assigned(await OfficerAsync(Norfolk, until), Role.Inspector);
        var inspection = await InspectionOfAsync(Norfolk);

        if (isWithin)
            (await Refused.ByAsync(AssignAsync(inspection, assignment))).Is(StatusCode.InvalidArgument, "ASSIGNMENT_WITHIN_COOLING_OFF", "assignment.inspector");
        else
            Assert.Single((await AssignAsync(inspection, assignment)).Team.Members);
    }

    [Fact]
    public async Task F8_Nobody_is_assigned_without_a_declaration_or_with_an_interest_in_what_is_inspected()
    {
        var inspection = await InspectionOfAsync(Norfolk);
        var assignment = Assigned(await InspectorAsync(), Role.Inspector);
        var declaration = assignment.Declaration;

        assignment.Declaration = null;
        (await Refused.ByAsync(AssignAsync(inspection, assignment))).Is(StatusCode.InvalidArgument, "ASSIGNMENT_INTEREST_UNDECLARED", "assignment.declaration");
        assignment.Declaration = declaration;
        declaration.Interests.Add(new Interest { Authority = "E10000020", Kind = Interest.Types.Kind.CloseRelation });
        (await Refused.ByAsync(AssignAsync(inspection, assignment))).Is(StatusCode.InvalidArgument, "ASSIGNMENT_INTEREST_CONFLICTS", "assignment.declaration.interests[0]");
        declaration.Interests[0].Until = "2015-01-01";
        Assert.Single((await AssignAsync(inspection, assignment)).Team.Members);
    }

    [Fact]
    public async Task F8_Every_ground_is_told_at_once_with_its_field()
    {
        var officer = Competent();
        officer.HomeAuthority = Norfolk;
        officer.Competences.Clear();
        var assignment = Assigned((await RecordAsync(officer)).Inspector.Name, Role.SecondedServingOfficer, Theme);
        assignment.Declaration = null;

        var refused = await Refused.ByAsync(AssignAsync(await InspectionOfAsync(Norfolk), assignment));

        refused.Is(
            StatusCode.InvalidArgument, "ASSIGNMENT_OWN_AUTHORITY",
            "assignment.inspector", "assignment.declaration", "assignment.themes[0]", "assignment.themes[0]");
    }

    [Theory]
    [InlineData("2026-06-22", "2026-06-26", true)]
    [InlineData("2026-06-23", "2026-06-26", false)]
    [InlineData("2026-06-22", "2026-06-25", false)]
    public async Task F7_Whoever_signs_a_theme_is_competent_for_it_on_every_day_of_the_fieldwork(string from, string until, bool holds)
    {
        var competent = Competent();
        (competent.Competences[0].Theme, competent.Competences[0].ValidFrom, competent.Competences[0].ValidUntil) = (Theme, from, until);
        var inspector = (await RecordAsync(competent)).Inspector.Name;
        var inspection = await InspectionOfAsync("330");

        if (!holds)
        {
            (await Refused.ByAsync(AssignAsync(inspection, Assigned(inspector, Role.Inspector, Theme)))).Is(StatusCode.InvalidArgument, "ASSIGNMENT_WITHOUT_COMPETENCE", "assignment.themes[0]");
            (await Refused.ByAsync(AssignAsync(inspection, Assigned(inspector, Role.Inspector)))).Is(StatusCode.InvalidArgument, "ASSIGNMENT_WITHOUT_COMPETENCE", "assignment.inspector");
            return;
        }

        (await Refused.ByAsync(AssignAsync(inspection, Assigned(inspector, Role.Inspector, Theme, OtherTheme)))).Is(StatusCode.InvalidArgument, "ASSIGNMENT_WITHOUT_COMPETENCE", "assignment.themes[1]");
        await AssignAsync(inspection, Assigned(inspector, Role.Inspector, Theme));
        Assert.Equal([Theme], (await SignAsync(inspection, inspector, Theme)).Team.SignedThemes);
    }

    [Fact]
    public async Task F7_A_competence_that_was_taken_away_since_signs_nothing()
    {
        var inspector = (await RecordAsync(Competent())).Inspector;
        var inspection = await InspectionOfAsync("330");
        await AssignAsync(inspection, Assigned(inspector.Name, Role.LeadInspector, Theme));
        inspector.Competences.Clear();
        await service.Teams.ReviseInspectorAsync(new() { Inspector = inspector, RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop);

        (await Refused.ByAsync(SignAsync(inspection, inspector.Name, Theme))).Is(StatusCode.InvalidArgument, "ASSIGNMENT_WITHOUT_COMPETENCE", "theme");
        (await Refused.ByAsync(SignAsync(inspection, inspector.Name, OtherTheme))).Is(StatusCode.InvalidArgument, "FIELDS_INCONSISTENT", "theme");
    }

    [Fact]
    public async Task F8_A_seconded_serving_officer_is_never_the_only_one_to_sign()
    {
        var (inspection, officer, inspector) = (await InspectionOfAsync("330"), await OfficerAsync(Norfolk), await InspectorAsync());
        var seconded = Assigned(officer, Role.SecondedServingOfficer, Theme);

        (await Refused.ByAsync(AssignAsync(inspection, seconded))).Is(StatusCode.InvalidArgument, "ASSIGNMENT_SOLE_SIGNATORY", "assignment.themes[0]");
        await AssignAsync(inspection, Assigned(inspector, Role.Inspector, Theme));
        await AssignAsync(inspection, seconded);
        (await Refused.ByAsync(SignAsync(inspection, officer, Theme))).Is(StatusCode.InvalidArgument, "ASSIGNMENT_SOLE_SIGNATORY", "inspector");
        (await Refused.ByAsync(AssignAsync(inspection, Assigned(inspector, Role.Inspector)))).Is(StatusCode.InvalidArgument, "ASSIGNMENT_SOLE_SIGNATORY", "assignment.themes");
        await SignAsync(inspection, inspector, Theme);
        Assert.All((await SignAsync(inspection, officer, Theme)).Team.Members, member => Assert.Equal(Theme, Assert.Single(member.Signatures).Theme));

        var left = (await RecuseAsync(inspection, inspector, Reason.Interest)).Team;

        Assert.Empty(left.SignedThemes);
        Assert.Empty(Assert.Single(left.Members).Signatures);
    }

    [Fact]
    public async Task F8_A_recusal_is_logged_with_role_and_reason_and_stays()
    {
        var (inspection, inspector) = (await InspectionOfAsync("330"), await InspectorAsync());
        (await Refused.ByAsync(RecuseAsync(inspection, inspector, Reason.Interest))).Is(StatusCode.NotFound, "TEAM_NOT_FOUND", "inspection");
        var assigned = (await AssignAsync(inspection, Assigned(inspector, Role.LeadInspector))).Team;
        (await Refused.ByAsync(RecuseAsync(inspection, inspector, 0))).Is(StatusCode.InvalidArgument, "FIELD_REQUIRED", "reason");
        (await Refused.ByAsync(RecuseAsync(inspection, await InspectorAsync(), Reason.Interest))).Is(StatusCode.InvalidArgument, "FIELDS_INCONSISTENT", "inspector");

        var team = (await RecuseAsync(inspection, inspector, Reason.RelatedAuthority)).Team;

        var recusal = Assert.Single(team.Recusals);
        Assert.Equal((inspector, Role.LeadInspector, Reason.RelatedAuthority), (recusal.Inspector, recusal.Role, recusal.Reason));
        Assert.Equal(service.Time.GetUtcNow(), recusal.RecusedAt.ToDateTimeOffset());
        Assert.Empty(team.Members);
        (await Refused.ByAsync(AssignAsync(inspection, Assigned(inspector, Role.Inspector)))).Is(StatusCode.InvalidArgument, "ASSIGNMENT_INTEREST_CONFLICTS", "assignment.inspector");
        var another = (await AssignAsync(inspection, Assigned(await InspectorAsync(), Role.Inspector))).Team;
        Assert.Equal([recusal], another.Recusals);
        var revisions = (await service.Teams.ListTeamsAsync(new() { Inspection = inspection, AllRevisions = true }, service.As("auditor"), cancellationToken: Stop)).Teams;
        Assert.Equal([assigned, team, another], revisions);
    }

    [Fact]
    public async Task Whoever_was_only_unavailable_may_come_back()
    {
        var (inspection, inspector) = (await InspectionOfAsync("330"), await InspectorAsync());
        await AssignAsync(inspection, Assigned(inspector, Role.Inspector));
        await RecuseAsync(inspection, inspector, Reason.Unavailable);

        Assert.Single((await AssignAsync(inspection, Assigned(inspector, Role.Inspector))).Team.Members);
    }

    [Fact]
    public async Task An_assignment_is_idempotent_checked_against_the_etag_and_replaces_what_a_member_was_to_do()
    {
        var (inspection, inspector) = (await InspectionOfAsync("330"), await InspectorAsync());
        var request = new AssignInspectorRequest { Inspection = inspection, Assignment = Assigned(inspector, Role.Inspector, Theme, OtherTheme), RequestId = Samples.NewId() };
        var first = await service.Teams.AssignInspectorAsync(request, service.As("lead"), cancellationToken: Stop);
        Assert.Equal(first, await service.Teams.AssignInspectorAsync(request, service.As("lead"), cancellationToken: Stop));
        await SignAsync(inspection, inspector, Theme);
        await SignAsync(inspection, inspector, OtherTheme);
        request = new() { Inspection = inspection, Assignment = Assigned(inspector, Role.LeadInspector, OtherTheme), Etag = first.Team.Etag, RequestId = Samples.NewId() };
        (await Refused.ByAsync(service.Teams.AssignInspectorAsync(request, service.As("lead"), cancellationToken: Stop))).Is(StatusCode.Aborted, "ETAG_MISMATCH", "etag");
        (request.Etag, request.ValidateOnly) = ("", true);
        var checkedOnly = (await service.Teams.AssignInspectorAsync(request, service.As("lead"), cancellationToken: Stop)).Team;
        (request.RequestId, request.ValidateOnly) = (Samples.NewId(), false);

        var replaced = (await service.Teams.AssignInspectorAsync(request, service.As("lead"), cancellationToken: Stop)).Team;

        Assert.Equal((4, first.Team.Name), (replaced.Revision, replaced.Name));
        Assert.Equal(checkedOnly.Members, replaced.Members);
        Assert.Equal([OtherTheme], replaced.SignedThemes);
        Assert.Equal([new TeamPart { Role = Role.LeadInspector, Background = Background.SocialWork, Count = 1 }], replaced.Composition);
        Assert.Equal([replaced], (await service.Teams.ListTeamsAsync(new() { Inspector = inspector }, service.As("lead"), cancellationToken: Stop)).Teams);
    }

    [Fact]
    public async Task An_assignment_to_what_is_not_there_or_by_who_may_not_is_refused()
    {
        var (inspection, inspector) = (await InspectionOfAsync("330"), await InspectorAsync());

        (await Refused.ByAsync(AssignAsync(inspection + "0", Assigned(inspector, Role.Inspector)))).Is(StatusCode.NotFound, "INSPECTION_NOT_FOUND", "inspection");
        (await Refused.ByAsync(AssignAsync(inspection, Assigned(inspector + "0", Role.Inspector)))).Is(StatusCode.NotFound, "INSPECTOR_NOT_FOUND", "assignment.inspector");
        (await Refused.ByAsync(AssignAsync(inspection, Assigned(inspector, 0)))).Is(StatusCode.InvalidArgument, "FIELD_REQUIRED", "assignment.role");
        (await Refused.ByAsync(AssignAsync(inspection, Assigned(inspector, Role.SecondedServingOfficer)))).Is(StatusCode.InvalidArgument, "FIELDS_INCONSISTENT", "assignment.role");
        (await Refused.ByAsync(AssignAsync(inspection, Assigned(inspector, Role.Inspector, "Jo Bloggs")))).Is(StatusCode.InvalidArgument, "FIELD_MALFORMED", "assignment.themes[0]");
        (await Refused.ByAsync(AssignAsync(inspection, null))).Is(StatusCode.InvalidArgument, "FIELD_REQUIRED", "assignment");
        (await Refused.ByAsync(service.Teams.AssignInspectorAsync(
            new() { Inspection = inspection, Assignment = Assigned(inspector, Role.Inspector), RequestId = Samples.NewId() }, service.As("inspector"), cancellationToken: Stop)))
            .Is(StatusCode.PermissionDenied, "ROLE_FORBIDS");
        await service.Inspections.WithdrawInspectionAsync(new() { Name = inspection, Reason = "called off", RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop);
        (await Refused.ByAsync(AssignAsync(inspection, Assigned(inspector, Role.Inspector)))).Is(StatusCode.FailedPrecondition, "STATE_FORBIDS");
    }

    [Fact]
    public async Task F7_F8_The_public_sees_roles_backgrounds_and_declarations_once_the_inspection_is_public_and_never_a_member()
    {
        var area = service.NewArea();
        var (inspection, inspector) = (await InspectionOfAsync(area), await InspectorAsync());
        var nurse = Competent();
        nurse.Background = Background.Health;
        await AssignAsync(inspection, Assigned(inspector, Role.LeadInspector, Theme));
        await AssignAsync(inspection, Assigned((await RecordAsync(nurse)).Inspector.Name, Role.Inspector));
        await AssignAsync(inspection, Assigned((await RecordAsync(nurse)).Inspector.Name, Role.Inspector));
        await AssignAsync(inspection, Assigned((await RecordAsync(nurse)).Inspector.Name, Role.SpecialistAdviser));
        await SignAsync(inspection, inspector, Theme);
        var held = (await RecuseAsync(inspection, (await TeamAsync(inspection)).Members[3].Assignment.Inspector, Reason.OwnRequest)).Team;
        Assert.Equal(TeamState.Underway, held.State);
        Assert.Empty((await service.Teams.ListTeamsAsync(new() { Area = area }, cancellationToken: Stop)).Teams);
        (await Refused.ByAsync(service.Teams.GetTeamAsync(new() { Name = held.Name }, cancellationToken: Stop))).Is(StatusCode.NotFound, "TEAM_NOT_FOUND", "name");
        var cursor = await LastCursorAsync();

        await PublishAsync(inspection);

        var seen = Assert.Single((await service.Teams.ListTeamsAsync(new() { Area = area }, cancellationToken: Stop)).Teams);
        Assert.Equal((TeamState.Published, 1, 3), (seen.State, seen.Revision, seen.DeclarationCount));
        Assert.Equal(
            [
                new TeamPart { Role = Role.LeadInspector, Background = Background.SocialWork, Count = 1 },
                new TeamPart { Role = Role.Inspector, Background = Background.Health, Count = 2 },
            ],
            seen.Composition);
        Assert.Equal([Theme], seen.SignedThemes);
        Assert.DoesNotContain("/inspectors/", seen.ToString(), StringComparison.Ordinal);
        Assert.Empty(seen.Members);
        Assert.Empty(seen.Recusals);
        var changes = (await service.Changes.ListChangesAsync(new() { Cursor = cursor, PageSize = 500 }, cancellationToken: Stop)).Changes;
        Assert.Equal(seen, Assert.Single(changes, change => change.Team is not null).Team);
        Assert.Empty((await service.Teams.ListTeamsAsync(new() { Inspector = inspector }, cancellationToken: Stop)).Teams);
        Assert.Empty((await service.Teams.ListTeamsAsync(new() { Area = area, AsOf = "2026-06-14" }, cancellationToken: Stop)).Teams);
        Assert.Equal(3, (await TeamAsync(inspection)).Members.Count);
        (await Refused.ByAsync(RecuseAsync(inspection, inspector, Reason.Interest))).Is(StatusCode.PermissionDenied, "ROLE_FORBIDS");
        await service.Inspections.WithdrawInspectionAsync(new() { Name = inspection, Reason = "in error", RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop);
        Assert.Equal(TeamState.Withdrawn, (await service.Teams.GetTeamAsync(new() { Name = seen.Name }, cancellationToken: Stop)).Team.State);
    }

    [Fact]
    public async Task F7_F8_Nobody_walks_around_the_rule_by_changing_what_a_team_inspects()
    {
        var inspection = await InspectionOfAsync("330");
        var competent = Competent();
        competent.Competences[0].ValidUntil = "2026-06-30";
        competent.Interests.Add(new Interest { Authority = Norfolk, Kind = Interest.Types.Kind.CloseRelation });
        var inspector = (await RecordAsync(competent)).Inspector.Name;
        await AssignAsync(inspection, Assigned(inspector, Role.Inspector));
        await AssignAsync(inspection, Assigned(await OfficerAsync(Norfolk), Role.SecondedServingOfficer));

        var elsewhere = await Refused.ByAsync(ChangingAsync(changed => changed.Footprint.Areas.Add(Norfolk)));
        var later = await Refused.ByAsync(ChangingAsync(changed => changed.Fieldwork.End = "2026-07-03"));
        var never = await Refused.ByAsync(ChangingAsync(changed => changed.Fieldwork = null));
        await ChangingAsync(changed => (changed.Theme, changed.Fieldwork.End) = ("neglect", "2026-06-30"));

        elsewhere.Is(StatusCode.InvalidArgument, "ASSIGNMENT_INTEREST_UNDECLARED", "inspection.footprint", "inspection.footprint");
        Assert.Contains(inspector, elsewhere.Message, StringComparison.Ordinal);
        later.Is(StatusCode.InvalidArgument, "ASSIGNMENT_WITHOUT_COMPETENCE", "inspection.fieldwork");
        never.Is(StatusCode.InvalidArgument, "FIELDS_INCONSISTENT", "inspection.fieldwork");

        AsyncUnaryCall<UpdateInspectionResponse> ChangingAsync(Action<Inspection> change)
        {
            var changed = Inspected("330");
            changed.Name = inspection;
            change(changed);
            return service.Inspections.UpdateInspectionAsync(new() { Inspection = changed, RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop);
        }
    }

    private static Assignment Assigned(string inspector, Role role, params string[] themes) => new()
    {
        Inspector = inspector,
        Role = role,
        Themes = { themes },
        Declaration = new InterestDeclaration { DeclaredOn = "2026-06-01" },
    };

    private async Task<Team> TeamAsync(string inspection) =>
        Assert.Single((await service.Teams.ListTeamsAsync(new() { Inspection = inspection }, service.As("lead"), cancellationToken: Stop)).Teams);

    private async Task<string> InspectionOfAsync(string area) => (await service.Inspections.CreateInspectionAsync(
        new CreateInspectionRequest { Inspection = Inspected(area), RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop)).Inspection.Name;

    private Inspection Inspected(params string[] areas) => new()
    {
        Kind = Inspection.Types.Kind.Single,
        Framework = Samples.Framework.Code,
        Footprint = new Footprint { Areas = { areas } },
        Fieldwork = new DateRange { Start = "2026-06-22", End = "2026-06-26" },
    };

    private async Task PublishAsync(string inspection)
    {
        foreach (var state in new[] { Inspection.Types.State.OnSite, Inspection.Types.State.Draft, Inspection.Types.State.FactualAccuracy, Inspection.Types.State.PrePublication })
            await service.Inspections.AdvanceInspectionAsync(new() { Name = inspection, State = state, RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop);
        await service.Inspections.PublishInspectionAsync(new() { Name = inspection, RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop);
    }

    private AsyncUnaryCall<AssignInspectorResponse> AssignAsync(string inspection, Assignment? assignment) => service.Teams.AssignInspectorAsync(
        new() { Inspection = inspection, Assignment = assignment, RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop);

    private AsyncUnaryCall<RecuseInspectorResponse> RecuseAsync(string inspection, string inspector, Reason reason) => service.Teams.RecuseInspectorAsync(
        new() { Inspection = inspection, Inspector = inspector, Reason = reason, RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop);

    private AsyncUnaryCall<SignThemeResponse> SignAsync(string inspection, string inspector, string theme) => service.Teams.SignThemeAsync(
        new() { Inspection = inspection, Inspector = inspector, Theme = theme, RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop);
}
