using Inspectorates.Conformance;
using Inspectorates.HmiProbation;
using Inspectorates.Reference;
using Inspectorates.Services.Tests.Hosting;
using Inspectorates.Services.Tests.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Services.Tests.HmiProbation;

public sealed class ShippedFactsTests
{
    private static readonly HmiProbationInspectorate HmiProbation = new();
    private static readonly System.Reflection.Assembly Program = typeof(HmiProbationInspectorate).Assembly;

    [Fact]
    public void The_tables_are_those_compiled_from_the_reference_data() => Facts.AreCompiledFrom(
        Given.Shared("hmi-probation/hmi_youth_justice_inspection_ratings.csv"),
        HmiProbation.ImportFormats.Single(known => known.Name == "hmip-youth-justice"), Program, "hmip-youth-justice");

    [Fact]
    public async Task The_service_records_every_row_once_and_loading_again_changes_nothing()
    {
        await using var service = new RunningService(HmiProbation);
        await service.StartAsync();
        var records = Facts.Shipped(Program).Select(shipped => shipped.Record).ToArray();

        var first = await ImportedThroughTheService.ImportAsync(service, records);
        var again = await ImportedThroughTheService.ImportAsync(service, records);

        Assert.All(first, outcome => Assert.Equal(ImportOutcome.Types.Category.Recorded, outcome.Category));
        Assert.All(again, outcome => Assert.Equal(ImportOutcome.Types.Category.Unchanged, outcome.Category));
    }

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
