using System.Text;
using Inspectorates.Conformance;
using Inspectorates.Hosting.Imports;
using Inspectorates.Ofsted;
using Inspectorates.Reference;
using Inspectorates.Services.Tests.Hosting;
using Inspectorates.Services.Tests.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Services.Tests.Ofsted;

public sealed class ShippedFactsTests
{
    private static readonly OfstedInspectorate Ofsted = new();
    private static readonly System.Reflection.Assembly Program = typeof(OfstedInspectorate).Assembly;

    [Fact]
    public void Every_area_has_its_latest_outcome() => Assert.Equal(
        Areas.England.AllReal.Select(area => area.DfeCode).Order(StringComparer.Ordinal),
        Facts.Shipped(Program, "ofsted-outcomes").Select(record => record.Inspection.Footprint.Areas.Single()).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("ofsted-outcomes", "ofsted/ofsted_la_outcomes_at_2025-03-31.csv")]
    [InlineData("ofsted-ilacs-history", "ofsted/ofsted_ilacs_history_2018-2025.csv")]
    public void The_tables_are_those_compiled_from_the_reference_data(string format, string file) =>
        Facts.AreCompiledFrom(Given.Shared(file), Ofsted.ImportFormats.Single(known => known.Name == format), Program, format);

    [Fact]
    public void The_scraped_table_is_compiled_without_the_row_that_has_no_fieldwork()
    {
        var file = Given.Shared("ofsted/d2i_ilacs_overview.csv");
        using var reader = new StreamReader(file.Open());
        var rows = reader.ReadToEnd().Split('\n').Where(row => !row.StartsWith("80438,846,", StringComparison.Ordinal));
        var without = Encoding.UTF8.GetBytes(string.Join('\n', rows));

        Facts.AreCompiledFrom(
            new ImportFile(file.Path, "d2i_ilacs_overview_2026-06", null, () => new MemoryStream(without)),
            Ofsted.ImportFormats.Single(format => format.Name == "d2i-ilacs"), Program, "scraped-ilacs");
    }

    [Fact]
    public async Task The_service_records_them_without_a_conflict_and_loading_again_changes_nothing()
    {
        await using var service = new RunningService(Ofsted);
        // The scrape's last report came out two days after the day the suite takes for today.
        service.Time.Advance(TimeSpan.FromDays(30));
        await service.StartAsync();
        var records = Facts.Shipped(Program).Select(shipped => shipped.Record).ToArray();

        var first = await ImportedThroughTheService.ImportAsync(service, records);
        var again = await ImportedThroughTheService.ImportAsync(service, records);

        // The latest outcomes are in the history too, and the scrape has inspections that both have.
        Assert.All(first, outcome => Assert.True(
            outcome.Category is ImportOutcome.Types.Category.Recorded or ImportOutcome.Types.Category.Unchanged, $"{outcome.SourceKey}: {outcome}"));
        Assert.All(again, outcome => Assert.Equal(ImportOutcome.Types.Category.Unchanged, outcome.Category));
    }

    [Fact]
    public void Made_up_facts_are_of_fictional_areas_alone_and_say_so() => Assert.All(Facts.Shipped(Program), shipped =>
    {
        var areas = shipped.Record.Inspection.Footprint.Areas.Select(code => Areas.England.TryFind(code, out var area, out _) ? area : null);
        var fictional = shipped.Name.StartsWith("Facts/fictional", StringComparison.Ordinal);

        Assert.All(areas, area => Assert.Equal(fictional, area!.IsFictional));
        Assert.Equal(fictional, shipped.Record.Inspection.Source.Edition == "fictional");
        Assert.Equal(fictional, shipped.Record.Inspection.Notes.Any(note => note.StartsWith("Fictional: a worked example.", StringComparison.Ordinal)));
    });

    [Fact]
    public void Only_our_own_paraphrases_are_held_as_text() => Assert.All(
        Facts.Shipped(Program).SelectMany(shipped => shipped.Record.Verdicts),
        verdict => Assert.True(verdict.Verdict.Text.Length == 0 || verdict.Verdict.Coding == Verdict.Types.Coding.ByReading));

    [Fact]
    public void Every_real_fact_has_its_licence_and_edition() => Assert.All(
        Facts.Shipped(Program).Where(shipped => shipped.Record.Inspection.Source.Edition != "fictional"),
        shipped => Assert.Contains("OGL-UK-3.0", shipped.Record.Inspection.Source.Licence, StringComparison.Ordinal));

    [Theory]
    [InlineData("X01", "front-door-mash", "good")]
    [InlineData("X02", "strategy-discussion", "outstanding")]
    public void The_worked_examples_judge_the_partnership_as_a_whole(string area, string process, string grade)
    {
        var verdict = Assert.Single(Assert.Single(
            Facts.Shipped(Program, "fictional"), record => !record.Inspection.Pilot && record.Inspection.Footprint.Areas.Single() == area).Verdicts).Verdict;

        Assert.Equal((process, "whole", grade, Subject.Types.Kind.Partnership), (verdict.Process, verdict.Aspect, verdict.Grade.Code, verdict.Subject.Kind));
    }

    [Fact]
    public void In_the_joint_example_one_inspectorate_did_not_take_part()
    {
        var joint = Assert.Single(Facts.Shipped(Program, "fictional"), record => record.Inspection.Kind == Inspection.Types.Kind.Joint);

        Assert.Equal(
            "hmi-probation",
            Assert.Single(joint.Inspection.Participation, one => one.State == Participation.Types.State.NotParticipating).Inspectorate);
        Assert.All(joint.Verdicts, verdict => Assert.Equal(["cqc", "hmic", "ofsted"], verdict.Verdict.Authors));
    }
}
