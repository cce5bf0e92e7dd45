using Inspectorates.Reference;

namespace Inspectorates.Services.Tests.Reference;

public sealed class FootprintsTests
{
    [Fact]
    public void A_force_serves_every_area_that_names_it_and_no_other()
    {
        Assert.All(Agencies.OfKind("police-force"), force => Assert.Equal(
            Areas.England.All.Where(area => area.PoliceForce == force), Footprints.OfPoliceForce(force.Code)));
        Assert.Equal(32, Footprints.OfPoliceForce("E23000001").Count);
        Assert.Equal(["Norfolk"], Footprints.OfPoliceForce("Norfolk Constabulary").Select(area => area.Name));
        Assert.Empty(Footprints.OfPoliceForce("E23999999"));
    }

    [Fact]
    public void A_board_serves_every_area_any_part_of_which_it_serves()
    {
        Assert.All(Agencies.OfKind("icb"), board => Assert.Equal(
            Areas.England.All.Where(area => area.Icbs.Contains(board)), Footprints.OfIcb(board.Code)));
        Assert.Equal(["926", "935"], Footprints.OfIcb("E54000022").Select(area => area.DfeCode));
        Assert.Equal(["926", "935"], Footprints.OfIcb("QMM").Select(area => area.DfeCode));
    }

    [Fact]
    public void A_probation_region_is_found_by_name_or_code()
    {
        Assert.Equal(33, Footprints.OfProbationRegion("London").Count);
        Assert.Equal(Footprints.OfProbationRegion("N56"), Footprints.OfProbationRegion("East of England"));
        Assert.Empty(Footprints.OfProbationRegion("Atlantis"));
    }

    [Fact]
    public void Every_area_is_in_the_footprint_of_each_of_its_agencies()
    {
        Assert.All(Areas.England.All, area =>
        {
            Assert.Contains(area, Footprints.OfPoliceForce(area.PoliceForce.Code));
            Assert.All(area.Icbs, board => Assert.Contains(area, Footprints.OfIcb(board.Code)));
            Assert.Contains(area, Footprints.OfProbationRegion(area.ProbationRegion.Name));
            Assert.Contains(area, Footprints.OfYouthJusticeService(area.YouthJusticeService.Name).Areas);
            Assert.Equal(area.YouthJusticeService, Footprints.OfYouthJusticeService(area.YouthJusticeService.Name).Service);
        });
    }

    [Theory]
    [InlineData("South Tees", "806;807")]
    [InlineData("Dorset - JI", "838;839")]
    [InlineData("Bedfordshire", "822;823")]
    [InlineData("West Mercia", "884;885;893;894")]
    [InlineData("West Mercia Youth Justice Service", "884;885;893;894")]
    [InlineData("Leicestershire", "855;857")]
    [InlineData("Cheshire East, Cheshire West, Halton & Warrington", "876;877;895;896")]
    [InlineData("Kingston and Richmond", "314;318")]
    [InlineData("Northamptonshire", "940;941")]
    [InlineData("Cornwall YOS", "420;908")]
    [InlineData("Suffolk - JI", "935")]
    [InlineData("St Helens", "342")]
    [InlineData("Hull", "810")]
    [InlineData("Newcastle", "391")]
    public void A_youth_justice_service_is_resolved_to_all_its_areas(string name, string areas)
    {
        var footprint = Footprints.OfYouthJusticeService(name);

        Assert.Equal(ServiceFootprint.Kind.Matched, footprint.Outcome);
        Assert.Equal(areas, string.Join(';', footprint.Areas.Select(area => area.DfeCode)));
        Assert.Equal("youth-justice-service", footprint.Service?.Kind);
        Assert.Empty(footprint.Reason);
    }

    [Theory]
    [InlineData("Ceredigion")]
    [InlineData("Vale of Glamorgan")]
    [InlineData("Conwy & Denbighshire")]
    [InlineData("Gwynedd and Ynys Môn")]
    [InlineData("Western Bay")]
    public void A_Welsh_service_is_known_as_Welsh(string name)
    {
        var footprint = Footprints.OfYouthJusticeService(name);

        Assert.Equal(ServiceFootprint.Kind.Welsh, footprint.Outcome);
        Assert.Empty(footprint.Areas);
        Assert.Contains("Wales", footprint.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Atlantis")]
    [InlineData("Norf")]
    [InlineData("")]
    [InlineData("Youth Justice Service")]
    public void A_name_of_no_service_is_not_guessed(string name)
    {
        var footprint = Footprints.OfYouthJusticeService(name);

        Assert.Equal(ServiceFootprint.Kind.Unmatched, footprint.Outcome);
        Assert.Null(footprint.Service);
        Assert.Empty(footprint.Areas);
        Assert.NotEmpty(footprint.Reason);
    }

    [Fact]
    public void All_22_Welsh_authorities_are_known()
    {
        var authorities = Table.Read("welsh-authorities.csv");

        Assert.Equal(22, authorities.Select(row => row["gss_code"]).Distinct().Count());
        Assert.All(authorities, row =>
            Assert.Equal(ServiceFootprint.Kind.Welsh, Footprints.OfYouthJusticeService(row["name"]).Outcome));
        Assert.All(Table.Read("welsh-youth-justice-services.csv").SelectMany(row => row.List("authorities")),
            name => Assert.Contains(name, authorities.Select(row => row["name"])));
    }

    [Fact]
    public void Every_published_rating_is_of_a_service_of_known_areas_or_a_Welsh_one()
    {
        var outcomes = SharedTable.Read("hmi-probation/hmi_youth_justice_inspection_ratings.csv")
            .GroupBy(row => Footprints.OfYouthJusticeService(row["la_name"]).Outcome, row => row["la_name"])
            .ToDictionary(kind => kind.Key, kind => kind.ToArray());

        Assert.DoesNotContain(ServiceFootprint.Kind.Unmatched, outcomes.Keys);
        Assert.Equal(
            ["Bridgend", "Carmarthenshire", "Ceredigion", "Flintshire", "Powys", "Vale of Glamorgan"],
            outcomes[ServiceFootprint.Kind.Welsh].Order());
    }
}
