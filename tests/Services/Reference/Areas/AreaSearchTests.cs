using FsCheck.Xunit;
using Inspectorates.Reference;

namespace Inspectorates.Services.Tests.Reference;

public sealed class AreaSearchTests
{
    [Theory]
    [InlineData("norfolk", "926")]
    [InlineData("926", "926")]
    [InlineData("E10000020", "926")]
    [InlineData("E08000016", "370")]
    [InlineData("tees stock", "808")]
    [InlineData("telford &", "894")]
    [InlineData("hull", "810")]
    [InlineData("derby", "831")]
    [InlineData("cumbria", "942")]
    [InlineData("bournemouth", "839")]
    public void What_somebody_types_finds_the_area_first(string query, string dfeCode)
    {
        Assert.Equal(dfeCode, Areas.England.Search(query).Select(area => area.DfeCode).FirstOrDefault());
    }

    [Fact]
    public void The_beginning_of_a_code_finds_all_that_begin_so()
    {
        Assert.Equal(32 + 1, Areas.England.Search("E09").Count);
    }

    [Fact]
    public void The_name_of_a_split_county_finds_its_successors()
    {
        Assert.Equal(["940", "941"], Areas.England.Search("Northamptonshire").Select(area => area.DfeCode));
    }

    [Fact]
    public void Nothing_typed_finds_all_and_nonsense_none()
    {
        Assert.Equal(Areas.England.All, Areas.England.Search("  "));
        Assert.Empty(Areas.England.Search("zzz"));
        Assert.Empty(Areas.England.Search("???"));
    }

    [Property]
    public bool Any_text_finds_areas_at_most_once(string? text)
    {
        var found = Areas.England.Search(text ?? "");
        return found.Distinct().Count() == found.Count;
    }
}
