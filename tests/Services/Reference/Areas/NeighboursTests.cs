using Inspectorates.Reference;

namespace Inspectorates.Services.Tests.Reference;

public sealed class NeighboursTests
{
    [Theory]
    [InlineData("926", "935", SharedBoundary.Shared)]
    [InlineData("926", "330", SharedBoundary.NotShared)]
    [InlineData("850", "870", SharedBoundary.NotKnown)]
    [InlineData("881", "886", SharedBoundary.NotKnown)]
    [InlineData("908", "390", SharedBoundary.NotShared)]
    [InlineData("850", "390", SharedBoundary.NotShared)]
    [InlineData("X01", "X02", SharedBoundary.Shared)]
    [InlineData("X01", "X03", SharedBoundary.NotShared)]
    [InlineData("X03", "926", SharedBoundary.NotShared)]
    public void Two_areas_share_a_boundary_or_not_or_nobody_knows_in_both_directions(string one, string other, SharedBoundary boundary)
    {
        Assert.Equal(boundary, Neighbours.England.Between(Area(one), Area(other)));
        Assert.Equal(boundary, Neighbours.England.Between(Area(other), Area(one)));
    }

    [Theory]
    [InlineData("926", "878", true)]
    [InlineData("839", "926", true)]
    [InlineData("926", "839", true)]
    [InlineData("926", "330", false)]
    public void Statistical_neighbours_are_whoever_of_the_two_lists_the_other(string one, string other, bool are)
    {
        Assert.Equal(are, Neighbours.AreStatistical(Area(one), Area(other)));
    }

    [Fact]
    public void Every_area_has_a_row_and_what_it_lists_lists_it_and_lies_in_a_region_that_touches()
    {
        foreach (var area in Areas.England.All)
            foreach (var other in Areas.England.All.Where(other => other.DfeCode != area.DfeCode))
                Assert.Equal(Neighbours.England.Between(area, other), Neighbours.England.Between(other, area));
        var rows = Table.Read("neighbouring-authorities.csv");
        Assert.Equal(Areas.England.All.Select(area => area.DfeCode).Order(), rows.Select(row => row.Required("dfe_code")).Order());
        var listed = rows.ToDictionary(row => row.Required("dfe_code"), row => row.List("neighbours"));
        var regions = Table.Read("neighbouring-regions.csv").ToDictionary(row => row.Required("region"), row => row.List("neighbours"));
        Assert.All(listed, row => Assert.All(row.Value, other =>
        {
            Assert.Contains(row.Key, listed[other]);
            var (mine, theirs) = (Area(row.Key).Region.Code, Area(other).Region.Code);
            Assert.True(mine == theirs || regions[mine].Contains(theirs), $"{row.Key} and {other} lie in regions that do not touch");
        }));
        Assert.All(regions, row => Assert.All(row.Value, other => Assert.Contains(row.Key, regions[other])));
    }

    private static Area Area(string code) => Areas.England.TryFind(code, out var area, out _) ? area : throw new ArgumentException(code);
}
