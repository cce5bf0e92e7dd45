using Inspectorates.Hmic;
using Inspectorates.Hosting.Imports;
using Inspectorates.Services.Tests.Hosting.Imports;

namespace Inspectorates.Services.Tests.Hmic.Imports;

/// <summary>The transcription of PEEL grades in the reference data.</summary>
public class PeelFileTests
{
    private static IReadOnlyList<FactsRecord> Facts()
    {
        InputRecord[] read = [.. new HmicInspectorate().ImportFormats[0].Read(Given.Shared("hmic/peel_partial.csv"))];
        return [.. read.Select(record => Assert.IsType<FactsRecord>(record))];
    }

    [Fact]
    public void All_22_rows_are_understood() => Assert.Equal(Enumerable.Range(2, 22), Facts().Select(facts => facts.Line));

    [Fact]
    public void The_16_rows_without_a_day_are_placed_by_cycle_and_the_6_others_are_not()
    {
        var verdicts = Facts().SelectMany(facts => facts.Records).SelectMany(record => record.Verdicts).Select(verdict => verdict.Verdict).ToArray();

        Assert.Equal(16, verdicts.Count(verdict => verdict.PlacedOn.Length > 0 && verdict.PublishedOn.Length == 0));
        Assert.Equal(6, verdicts.Count(verdict => verdict.PlacedOn.Length == 0 && verdict.PublishedOn.Length > 0));
    }

    [Fact]
    public void Keys_are_unique_and_every_judgement_and_grade_is_of_the_framework()
    {
        var frameworks = new HmicInspectorate().Describe().Frameworks.ToDictionary(framework => (framework.Code, framework.Version));
        var records = Facts().SelectMany(facts => facts.Records).ToArray();

        Assert.Distinct(records.Select(record => record.SourceKey));
        Assert.All(records.SelectMany(record => record.Verdicts).Select(verdict => verdict.Verdict), verdict =>
        {
            var framework = frameworks[(verdict.Framework, verdict.FrameworkVersion)];
            Assert.Contains(framework.Judgements, judgement => judgement.Code == verdict.Judgement);
            Assert.Contains(framework.Grades, grade => grade.Equals(verdict.Grade));
        });
    }

    [Fact]
    public async Task The_service_records_all_of_it_and_a_second_import_changes_nothing()
    {
        var outcomes = await ImportedThroughTheService.TwiceAsync(new HmicInspectorate(), "peel-csv", Given.Shared("hmic/peel_partial.csv"));

        Assert.Equal((22, 22), (outcomes.Count, outcomes.Sum(outcome => outcome.VerdictsRecorded)));
    }
}
