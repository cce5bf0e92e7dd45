using Inspectorates.HmiProbation;
using Inspectorates.Reference;
using Inspectorates.Services.Tests.Hosting;
using Inspectorates.Services.Tests.Hosting.Imports;

namespace Inspectorates.Services.Tests.HmiProbation;

public sealed class ShippedFactsTests
{
    private static readonly HmiProbationInspectorate HmiProbation = new();
    private static readonly System.Reflection.Assembly Program = typeof(HmiProbationInspectorate).Assembly;

    [Theory]
    [InlineData("hmip-youth-justice", "hmi-probation/hmi_youth_justice_inspection_ratings.csv")]
    [InlineData("jtai-letters", "joint/jtai_letters.json")]
    [InlineData("coded-findings", "joint/coded-findings.csv")]
    public void The_tables_are_those_compiled_from_the_reference_data(string format, string file) =>
        Facts.AreCompiledFrom(Given.Shared(file), HmiProbation.ImportFormats.Single(known => known.Name == format), Program, format);

    [Fact]
    public void Every_area_it_is_shown_with_has_its_youth_justice_rating()
    {
        var rated = Facts.Shipped(Program, "hmip-youth-justice").SelectMany(record => record.Inspection.Footprint.Areas).ToHashSet();

        Assert.Superset(new HashSet<string> { "317", "866", "878", "926" }, rated);
    }

    [Fact]
    public void Made_up_facts_are_of_fictional_areas_alone() => Assert.All(Facts.Shipped(Program), shipped => Assert.All(
        shipped.Record.Inspection.Footprint.Areas,
        code => Assert.Equal(
            shipped.Name.StartsWith("Facts/fictional", StringComparison.Ordinal), Areas.England.TryFind(code, out var area, out _) && area.IsFictional)));

    [Fact]
    public void The_worked_example_fails_probation_at_the_front_door()
    {
        var verdict = Assert.Single(Assert.Single(Facts.Shipped(Program, "fictional")).Verdicts).Verdict;

        Assert.Equal(("X01", "front-door-mash", "whole", "inadequate", "probation-region"), (
            verdict.Footprint.Areas.Single(), verdict.Process, verdict.Aspect, verdict.Grade.Code, verdict.Subject.Agency.Kind));
    }
}
