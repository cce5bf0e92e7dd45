using Inspectorates.Reference;

namespace Inspectorates.Services.Tests.Reference;

public sealed class AreasTests
{
    private static readonly Areas England = Areas.England;

    [Fact]
    public void There_are_153_areas_of_England_and_three_fictional_ones()
    {
        Assert.Equal(153, England.AllReal.Count);
        Assert.Equal(["X01", "X02", "X03"], England.AllFictional.Select(area => area.DfeCode));
        Assert.Equal(156, England.All.Count);
    }

    [Fact]
    public void No_two_areas_share_a_code()
    {
        var codes = England.All.SelectMany(area => area.GssCodes.Select(code => code.Code).Append(area.DfeCode)).ToArray();

        Assert.Equal(codes.Length, codes.Distinct().Count());
    }

    [Fact]
    public void Every_area_has_its_current_code_last_and_in_force()
    {
        Assert.All(England.All, area =>
        {
            Assert.Equal(area.GssCode, area.GssCodes[^1].Code);
            Assert.Null(area.GssCodes[^1].Until);
            Assert.All(area.GssCodes.SkipLast(1), former => Assert.NotNull(former.Until));
        });
    }

    [Fact]
    public void Every_area_has_a_force_a_board_a_probation_region_a_youth_justice_service_and_a_region()
    {
        Assert.All(England.All, area =>
        {
            Assert.NotEmpty(area.Region.Name);
            Assert.NotEmpty(area.OfstedUrn);
            Assert.NotEmpty(area.Icbs);
            Assert.All(area.Agencies, agency =>
            {
                Assert.True(AgencyKinds.TryFind(agency.Kind, out var kind));
                Assert.True(kind.Accepts(agency.Code), $"{agency} of {area}");
            });
        });
    }

    [Fact]
    public void Ten_areas_have_more_than_one_integrated_care_board()
    {
        Assert.Equal(
            ["815", "825", "850", "881", "919", "931", "935", "936", "942", "943"],
            England.AllReal.Where(area => area.Icbs.Count > 1).Select(area => area.DfeCode));
    }

    [Fact]
    public void Statistical_neighbours_are_other_areas_and_real_ones_have_ten()
    {
        Assert.All(England.All, area => Assert.All(area.StatisticalNeighbours, neighbour =>
        {
            Assert.True(England.TryFind(neighbour, out var other, out _));
            Assert.NotEqual(area, other);
            Assert.Equal(area.IsFictional, other.IsFictional);
        }));
        Assert.All(England.AllReal, area => Assert.Equal(10, area.StatisticalNeighbours.Distinct().Count()));
    }

    [Fact]
    public void Fictional_areas_say_so_and_share_no_agency_with_a_real_one()
    {
        var real = England.AllReal.SelectMany(area => area.Agencies).ToHashSet();

        Assert.All(England.AllFictional, area =>
        {
            Assert.StartsWith("Fictional ", area.Name, StringComparison.Ordinal);
            Assert.Contains("(fictional area)", area.Name, StringComparison.Ordinal);
            Assert.StartsWith("X99", area.GssCode, StringComparison.Ordinal);
            Assert.DoesNotContain(area.Agencies, real.Contains);
        });
    }

    [Theory]
    [InlineData("926", "Norfolk")]
    [InlineData("E10000020", "Norfolk")]
    [InlineData(" e10000020 ", "Norfolk")]
    [InlineData("E08000016", "Barnsley")]
    [InlineData("E08000038", "Barnsley")]
    [InlineData("E08000019", "Sheffield")]
    [InlineData("E08000020", "Gateshead")]
    [InlineData("E07000025", "Isles of Scilly")]
    [InlineData("E06000048", "Northumberland")]
    [InlineData("E10000022", "Northumberland")]
    [InlineData("E10000023", "North Yorkshire")]
    [InlineData("E10000027", "Somerset")]
    [InlineData("E10000002", "Buckinghamshire")]
    [InlineData("E10000009", "Dorset")]
    [InlineData("835", "Dorset")]
    [InlineData("E06000028", "Bournemouth, Christchurch and Poole")]
    [InlineData("E06000029", "Bournemouth, Christchurch and Poole")]
    [InlineData("837", "Bournemouth, Christchurch and Poole")]
    [InlineData("x01", "Fictional Harbourshire (fictional area)")]
    [InlineData("X99000001", "Fictional Harbourshire (fictional area)")]
    public void A_code_current_or_former_finds_its_area(string code, string name)
    {
        Assert.True(England.TryFind(code, out var area, out var refusal));

        Assert.Equal(name, area.Name);
        Assert.Null(refusal);
    }

    [Fact]
    public void Recoded_areas_know_when_a_code_was_in_force()
    {
        Assert.True(England.TryFind("370", out var barnsley, out _));

        Assert.Equal(
            [
                new DatedCode("E08000016", null, new DateOnly(2025, 3, 31)),
                new DatedCode("E08000038", new DateOnly(2025, 4, 1), null),
            ],
            barnsley.GssCodes);
    }

    [Theory]
    [InlineData("Norfolk", "926")]
    [InlineData("NORFOLK COUNTY COUNCIL", "926")]
    [InlineData("Bristol", "801")]
    [InlineData("City of Bristol", "801")]
    [InlineData("Bristol, City of", "801")]
    [InlineData("Bristol City Council", "801")]
    [InlineData("Hull", "810")]
    [InlineData("Kingston Upon Hull City Council", "810")]
    [InlineData("Telford & Wrekin", "894")]
    [InlineData("Bournemouth, Christchurch & Poole", "839")]
    [InlineData("London Borough of Hammersmith & Fulham", "205")]
    [InlineData("Royal Borough of Windsor and Maidenhead", "868")]
    [InlineData("City of York Council", "816")]
    [InlineData("St Helens", "342")]
    [InlineData("St. Helens", "342")]
    [InlineData("Stoke on Trent", "861")]
    [InlineData("Stockton‑on‑Tees", "808")]
    [InlineData("Southend–on–Sea", "882")]
    [InlineData("Herefordshire", "884")]
    [InlineData("Herefordshire, County of", "884")]
    [InlineData("Durham", "840")]
    [InlineData("Durham County Council", "840")]
    [InlineData("City of London Corporation", "201")]
    [InlineData("bath  and north-east somerset", "800")]
    [InlineData("Bédford", "822")]
    [InlineData("Bedford Borough", "822")]
    [InlineData("City of Westminster", "213")]
    [InlineData("Newcastle", "391")]
    [InlineData("Derby City", "831")]
    [InlineData("Leicester City Council", "856")]
    [InlineData("Council of the Isles of Scilly", "420")]
    public void A_name_finds_its_area_however_it_is_spelt(string name, string dfeCode)
    {
        Assert.Equal(dfeCode, England.FindByName(name)?.DfeCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("London")]
    [InlineData("Norwich")]
    [InlineData("Cumbria")]
    [InlineData("Northamptonshire")]
    [InlineData("Cardiff")]
    [InlineData("Norf")]
    [InlineData("County Council")]
    [InlineData("City of")]
    public void A_name_of_no_area_is_not_guessed(string name)
    {
        Assert.Null(England.FindByName(name));
    }

    [Fact]
    public void Every_known_spelling_finds_its_own_area()
    {
        Assert.All(England.All, area =>
            Assert.All(area.OtherNames.Prepend(area.Name), name => Assert.Equal(area, England.FindByName(name))));
    }
}
