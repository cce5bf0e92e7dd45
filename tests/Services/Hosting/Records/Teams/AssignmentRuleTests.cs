using System.Globalization;
using FsCheck.Xunit;
using Inspectorates.Hosting.Records.Teams;
using Inspectorates.Reference;
using Inspectorates.V1;
using Kind = Inspectorates.V1.Interest.Types.Kind;
using Role = Inspectorates.V1.TeamRole.Types.Code;

namespace Inspectorates.Services.Tests.Hosting.Records.Teams;

/// <summary>An inspection of Norfolk (926), fieldwork 22 to 26 June 2026, and whoever is to be assigned to it.</summary>
public sealed class AssignmentRuleTests
{
    private const int Months = 36;
    private const string Framework = "fiction";
    private const string Theme = "strategy-discussion";

    [Theory]
    [InlineData("926", ErrorReason.AssignmentOwnAuthority, "assignment.inspector")]
    [InlineData("935", ErrorReason.AssignmentNeighbouringAuthority, "assignment.inspector")]
    [InlineData("878", ErrorReason.AssignmentStatisticalNeighbour, "assignment.inspector")]
    [InlineData("839", ErrorReason.AssignmentStatisticalNeighbour, "assignment.inspector")]
    public void F8_A_serving_officer_of_the_area_of_a_neighbour_or_of_a_statistical_neighbour_is_refused(string home, ErrorReason reason, string field)
    {
        var found = Assert.Single(AssignmentRule.Grounds(Officer(home), Seconded(), Inspection("926"), Months), fault => fault.Reason == reason);

        Assert.Equal(field, found.Field);
    }

    [Theory]
    [InlineData("926", "935")]
    [InlineData("935", "926")]
    [InlineData("926", "878")]
    [InlineData("878", "926")]
    [InlineData("926", "839")]
    [InlineData("839", "926")]
    public void Both_directions_of_a_neighbourhood_are_grounds(string home, string area)
    {
        Assert.NotEmpty(AssignmentRule.Grounds(Officer(home), Seconded(), Inspection(area), Months));
    }

    [Fact]
    public void One_related_area_among_several_is_enough_and_every_relation_is_told()
    {
        var grounds = AssignmentRule.Grounds(Officer("926"), Seconded(), Inspection("330", "926", "935"), Months);

        Assert.Equal(
            [ErrorReason.AssignmentOwnAuthority, ErrorReason.AssignmentNeighbouringAuthority],
            grounds.Select(ground => ground.Reason).Where(reason => reason != ErrorReason.AssignmentStatisticalNeighbour));
        Assert.Contains("Suffolk", grounds[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_knows_whether_they_are_neighbours_somebody_has_to_say_so()
    {
        var assignment = Seconded();

        var ground = Assert.Single(AssignmentRule.Grounds(Officer("850"), assignment, Inspection("870"), Months));
        assignment.NoSharedBoundary = true;

        Assert.Equal((ErrorReason.AssignmentNeighbouringAuthority, "assignment.no_shared_boundary"), (ground.Reason, ground.Field));
        Assert.Empty(AssignmentRule.Grounds(Officer("850"), assignment, Inspection("870"), Months));
    }

    [Fact]
    public void What_the_tables_know_nobody_can_say_away()
    {
        var assignment = Seconded();
        assignment.NoSharedBoundary = true;

        Assert.Contains(AssignmentRule.Grounds(Officer("935"), assignment, Inspection("926"), Months), ground => ground.Reason == ErrorReason.AssignmentNeighbouringAuthority);
    }

    [Fact]
    public void An_officer_of_an_unrelated_authority_is_taken() =>
        Assert.Empty(AssignmentRule.Grounds(Officer("330"), Seconded(), Inspection("926"), Months));

    // Served until 22 June 2023: 36 months later is the first day of the fieldwork, which is still within.
    [Theory]
    [InlineData("2023-06-21", false)]
    [InlineData("2023-06-22", true)]
    [InlineData("2023-06-23", true)]
    [InlineData("2026-06-21", true)]
    public void F8_Whoever_served_stays_away_until_the_last_day_of_the_cooling_off_period(string until, bool isWithin)
    {
        var inspector = Officer("926");
        inspector.HomeAuthorityUntil = until;

        var grounds = AssignmentRule.Grounds(inspector, Assigned(), Inspection("926"), Months);

        Assert.Equal(isWithin ? [ErrorReason.AssignmentWithinCoolingOff] : [], grounds.Select(ground => ground.Reason));
    }

    [Theory]
    [InlineData("935")]
    [InlineData("878")]
    [InlineData("839")]
    public void The_cooling_off_is_for_neighbours_too(string home)
    {
        var inspector = Officer(home);
        inspector.HomeAuthorityUntil = "2025-01-31";

        var grounds = AssignmentRule.Grounds(inspector, Assigned(), Inspection("926"), Months);

        Assert.All(grounds, ground => Assert.Equal((ErrorReason.AssignmentWithinCoolingOff, "assignment.inspector"), (ground.Reason, ground.Field)));
        Assert.Contains("until 2028-01-31, 36 months", grounds[0].Message, StringComparison.Ordinal);
        Assert.Empty(AssignmentRule.Grounds(inspector, Assigned(), Inspection("926"), 0));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("2026-06-22", true)]
    [InlineData("2026-12-31", true)]
    [InlineData("2026-06-21", false)]
    public void Somebody_serves_until_their_last_day_and_is_assigned_as_such_only(string until, bool isServing)
    {
        var inspector = Officer("330");
        inspector.HomeAuthorityUntil = until;

        var (asOfficer, asInspector) =
            (AssignmentRule.Grounds(inspector, Seconded(), Inspection("926"), Months), AssignmentRule.Grounds(inspector, Assigned(), Inspection("926"), Months));

        Assert.Equal(isServing, asOfficer.Count == 0);
        Assert.Equal("assignment.role", Assert.Single(isServing ? asInspector : asOfficer).Field);
    }

    [Theory]
    [InlineData("2026-06-22", "2026-06-26", true)]
    [InlineData("2026-06-23", "2026-06-26", false)]
    [InlineData("2026-06-22", "2026-06-25", false)]
    [InlineData("2020-01-01", "", true)]
    [InlineData("2026-06-22", "", true)]
    [InlineData("2026-06-27", "", false)]
    [InlineData("2020-01-01", "2026-06-21", false)]
    public void F7_A_competence_holds_from_its_first_to_its_last_day_and_must_on_every_day_of_the_fieldwork(string from, string until, bool holds)
    {
        var inspector = Somebody();
        (inspector.Competences[0].ValidFrom, inspector.Competences[0].ValidUntil) = (from, until);

        var ofFramework = AssignmentRule.Grounds(inspector, Assigned(), Inspection("926"), Months);
        var ofTheme = AssignmentRule.Grounds(inspector, Assigned(Theme), Inspection("926"), Months);

        Assert.Equal(holds ? [] : [(ErrorReason.AssignmentWithoutCompetence, "assignment.inspector")], ofFramework.Select(ground => (ground.Reason, ground.Field)));
        Assert.Equal(holds ? [] : [(ErrorReason.AssignmentWithoutCompetence, "assignment.themes[0]")], ofTheme.Select(ground => (ground.Reason, ground.Field)));
    }

    [Theory]
    [InlineData("2026-06-24", "2026-06-25", true)]
    [InlineData("2026-06-24", "2026-06-24", true)]
    [InlineData("2026-06-24", "2026-06-26", false)]
    public void A_competence_that_is_renewed_without_a_gap_is_one(string until, string from, bool holds)
    {
        var inspector = Somebody();
        inspector.Competences[0].ValidUntil = until;
        inspector.Competences.Insert(0, new Competence { Framework = Framework, ValidFrom = from });

        Assert.Equal(holds, AssignmentRule.Grounds(inspector, Assigned(), Inspection("926"), Months).Count == 0);
    }

    [Fact]
    public void F7_A_competence_is_for_its_framework_and_its_theme_and_one_without_a_theme_for_all()
    {
        var inspector = Somebody();
        inspector.Competences[0].Theme = Theme;

        Assert.Empty(AssignmentRule.Grounds(inspector, Assigned(Theme), Inspection("926"), Months));
        Assert.Empty(AssignmentRule.Grounds(inspector, Assigned(), Inspection("926"), Months));
        var ground = Assert.Single(AssignmentRule.Grounds(inspector, Assigned(Theme, "icpc"), Inspection("926"), Months));
        Assert.Equal((ErrorReason.AssignmentWithoutCompetence, "assignment.themes[1]"), (ground.Reason, ground.Field));
        inspector.Competences[0].Framework = "another";
        Assert.Single(AssignmentRule.Grounds(inspector, Assigned(), Inspection("926"), Months));
        inspector.Competences.Clear();
        Assert.Single(AssignmentRule.Grounds(inspector, Assigned(), Inspection("926"), Months));
    }

    [Fact]
    public void F8_Without_a_declaration_nobody_is_assigned_and_one_without_interests_is_one()
    {
        var assignment = Assigned();
        assignment.Declaration = null;

        var ground = Assert.Single(AssignmentRule.Grounds(Somebody(), assignment, Inspection("926"), Months));

        Assert.Equal((ErrorReason.AssignmentInterestUndeclared, "assignment.declaration"), (ground.Reason, ground.Field));
        Assert.Empty(AssignmentRule.Grounds(Somebody(), Assigned(), Inspection("926"), Months));
    }

    [Theory]
    [InlineData("926", "", true)]
    [InlineData("926", "2023-06-22", true)]
    [InlineData("926", "2023-06-21", false)]
    [InlineData("330", "", false)]
    public void F8_An_interest_in_what_is_inspected_stands_in_the_way_until_it_has_cooled_off(string authority, string until, bool conflicts)
    {
        var assignment = Assigned();
        assignment.Declaration.Interests.Add(new Interest { Authority = "330", Kind = Kind.Financial });
        assignment.Declaration.Interests.Add(new Interest { Authority = authority, Kind = Kind.Employment, Until = until });

        var grounds = AssignmentRule.Grounds(Somebody(), assignment, Inspection("926"), Months);

        Assert.Equal(
            conflicts ? [(ErrorReason.AssignmentInterestConflicts, "assignment.declaration.interests[1]")] : [], grounds.Select(ground => (ground.Reason, ground.Field)));
    }

    [Fact]
    public void An_interest_in_an_agency_that_serves_the_area_stands_in_the_way_wherever_it_is()
    {
        var assignment = Assigned();
        assignment.Declaration.Interests.Add(new Interest { Authority = "935", Kind = Kind.Contract, Agency = new V1.Agency { Kind = "police-force", Code = "E23000024" } });

        var elsewhere = AssignmentRule.Grounds(Somebody(), assignment, Inspection("330"), Months);
        var here = AssignmentRule.Grounds(Somebody(), assignment, Inspection("926"), Months);

        Assert.Empty(elsewhere);
        Assert.Equal(ErrorReason.AssignmentInterestConflicts, Assert.Single(here).Reason);
    }

    [Fact]
    public void An_interest_that_is_yet_to_begin_stands_in_the_way()
    {
        var assignment = Assigned();
        assignment.Declaration.Interests.Add(new Interest { Authority = "926", Kind = Kind.Employment, From = "2026-09-01" });

        Assert.Single(AssignmentRule.Grounds(Somebody(), assignment, Inspection("926"), Months));
    }

    [Fact]
    public void F8_An_interest_on_record_that_the_declaration_leaves_out_is_undeclared_even_where_it_has_cooled_off()
    {
        var (inspector, old) = (Somebody(), new Interest { Authority = "926", Kind = Kind.Governance, Until = "2010-01-01" });
        inspector.Interests.Add(old);
        var assignment = Assigned();

        var ground = Assert.Single(AssignmentRule.Grounds(inspector, assignment, Inspection("926"), Months));
        assignment.Declaration.Interests.Add(old);

        Assert.Equal((ErrorReason.AssignmentInterestUndeclared, "assignment.declaration"), (ground.Reason, ground.Field));
        Assert.Empty(AssignmentRule.Grounds(inspector, assignment, Inspection("926"), Months));
        Assert.Empty(AssignmentRule.Grounds(inspector, Assigned(), Inspection("330"), Months));
    }

    [Fact]
    public void An_interest_on_record_that_lasts_is_not_declared_to_have_ended()
    {
        var inspector = Somebody();
        inspector.Interests.Add(new Interest { Authority = "926", Kind = Kind.Governance });
        var assignment = Assigned();
        assignment.Declaration.Interests.Add(new Interest { Authority = "926", Kind = Kind.Governance, Until = "2010-01-01" });

        var ground = Assert.Single(AssignmentRule.Grounds(inspector, assignment, Inspection("926"), Months));

        Assert.Equal((ErrorReason.AssignmentInterestConflicts, "assignment.inspector"), (ground.Reason, ground.Field));
    }

    [Fact]
    public void F8_A_seconded_serving_officer_never_signs_alone()
    {
        TeamMember officer = new() { Assignment = Seconded(Theme, "icpc") }, other = new() { Assignment = Assigned("icpc") };

        var ground = Assert.Single(AssignmentRule.SoleSignatory([officer, other], officer));
        var byTheOther = Assert.Single(AssignmentRule.SoleSignatory([officer, other], other));

        Assert.Equal((ErrorReason.AssignmentSoleSignatory, "assignment.themes[0]"), (ground.Reason, ground.Field));
        Assert.Equal("assignment.themes", byTheOther.Field);
        Assert.Equal(2, AssignmentRule.SoleSignatory([officer, new() { Assignment = Seconded(Theme) }], officer).Count);
        other.Assignment.Themes.Add(Theme);
        Assert.Empty(AssignmentRule.SoleSignatory([officer, other], officer));
    }

    [Fact]
    public void Nobody_who_has_left_is_assigned()
    {
        var inspector = Somebody();
        inspector.State = Inspector.Types.State.Left;

        Assert.Equal("assignment.inspector", Assert.Single(AssignmentRule.Grounds(inspector, Assigned(), Inspection("926"), Months)).Field);
    }

    [Property]
    public bool Whether_two_authorities_are_related_does_not_depend_on_which_of_them_is_inspected(ushort one, ushort other)
    {
        var all = Areas.England.All;
        var (home, area) = (all[one % all.Count].DfeCode, all[other % all.Count].DfeCode);
        return Reasons(home, area).SequenceEqual(Reasons(area, home));
    }

    [Property]
    public bool A_longer_cooling_off_and_a_later_end_of_service_never_let_anybody_in(ushort one, ushort other, byte months, ushort days)
    {
        var all = Areas.England.All;
        var (inspector, area) = (Officer(all[one % all.Count].DfeCode), all[other % all.Count].DfeCode);
        var until = new DateOnly(2026, 6, 21).AddDays(-(days % 8000));
        inspector.HomeAuthorityUntil = Iso(until);
        var shorter = AssignmentRule.Grounds(inspector, Assigned(), Inspection(area), months).Count;
        var longer = AssignmentRule.Grounds(inspector, Assigned(), Inspection(area), months + 1).Count;
        inspector.HomeAuthorityUntil = Iso(until.AddDays(days % 30) is var later && later > new DateOnly(2026, 6, 21) ? until : later);
        return shorter <= longer && shorter <= AssignmentRule.Grounds(inspector, Assigned(), Inspection(area), months).Count;
    }

    private static IEnumerable<ErrorReason> Reasons(string home, string area) =>
        AssignmentRule.Grounds(Officer(home), Seconded(), Inspection(area), Months).Select(ground => ground.Reason);

    private static Inspector Somebody() => new() { State = Inspector.Types.State.Active, Competences = { new Competence { Framework = Framework, ValidFrom = "2020-01-01" } } };

    private static Inspector Officer(string home)
    {
        var officer = Somebody();
        officer.HomeAuthority = home;
        return officer;
    }

    private static Assignment Assigned(params string[] themes) =>
        new() { Role = Role.Inspector, Themes = { themes }, Declaration = new InterestDeclaration { DeclaredOn = "2026-06-01" } };

    private static Assignment Seconded(params string[] themes)
    {
        var assignment = Assigned(themes);
        assignment.Role = Role.SecondedServingOfficer;
        return assignment;
    }

    private static Inspected Inspection(params string[] areas) => Inspected.Of(new Inspection
    {
        Framework = Framework,
        Footprint = new Footprint { Areas = { areas } },
        Fieldwork = new DateRange { Start = "2026-06-22", End = "2026-06-26" },
    });

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
