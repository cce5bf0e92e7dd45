using Inspectorates.Conformance;
using Inspectorates.Cqc;
using Inspectorates.Hmic;
using Inspectorates.Hosting;
using Inspectorates.Hosting.Facts;
using Inspectorates.Hosting.Imports;
using Inspectorates.Services.Tests.Hosting.Imports;
using Inspectorates.V1;
using static Inspectorates.V1.ImportOutcome.Types;

namespace Inspectorates.Services.Tests;

/// <summary>The tables of facts that CQC's and HMIC's programs ship.</summary>
public class ShippedFactsTests
{
    public static TheoryData<IInspectorate> Programs => [new CqcInspectorate(), new HmicInspectorate()];

    [Theory]
    [InlineData("cqc", "cqc-api", "cqc/oldham-locations.ndjson")]
    [InlineData("hmic", "peel-csv", "hmic/peel_partial.csv")]
    public void The_tables_are_what_the_published_file_gives(string code, string format, string file)
    {
        var inspectorate = Programs.Select(row => row.Data).Single(one => one.Code == code);
        var records = inspectorate.ImportFormats.Single(one => one.Name == format).Read(Given.Shared(file))
            .OfType<FactsRecord>().SelectMany(facts => facts.Records);

        var (inspections, verdicts) = FactsWriter.Write(records);

        Assert.Equal(inspections, Shipped(inspectorate, $"Facts/{format}-inspections.csv"));
        Assert.Equal(verdicts, Shipped(inspectorate, $"Facts/{format}-verdicts.csv"));
    }

    [Theory, MemberData(nameof(Programs))]
    public async Task The_service_records_every_row_once_and_loading_again_changes_nothing(IInspectorate inspectorate)
    {
        await using var service = new RunningService(inspectorate);
        await service.StartAsync();
        var records = Records(inspectorate);

        var first = await ImportedThroughTheService.ImportAsync(service, records);
        var again = await ImportedThroughTheService.ImportAsync(service, records);

        Assert.NotEmpty(first);
        Assert.All(first, outcome => Assert.True(outcome.Category == Category.Recorded, $"{outcome.SourceKey}: {outcome.Category}: {outcome.Explanation}"));
        Assert.All(again, outcome => Assert.Equal(Category.Unchanged, outcome.Category));
    }

    [Theory, MemberData(nameof(Programs))]
    public void A_fictional_area_carries_only_facts_of_the_fictional_edition_and_says_so(IInspectorate inspectorate)
    {
        var fictional = Records(inspectorate).Where(record => record.Inspection.Footprint.Areas.Any(area => area.StartsWith('X'))).ToArray();

        Assert.NotEmpty(fictional);
        Assert.All(fictional, record =>
        {
            Assert.Equal(("fictional", ""), (record.Inspection.Source.Edition, record.Inspection.Source.Uri));
            Assert.Contains("Fictional: a worked example. Nothing about it is a fact.", record.Inspection.Notes);
        });
        Assert.DoesNotContain(Records(inspectorate).Except(fictional), record => record.Inspection.Source.Edition == "fictional");
    }

    [Theory]
    [InlineData("cqc", "icb")]
    [InlineData("hmic", "police-force")]
    public void In_the_case_of_three_goods_and_an_inadequate_health_and_police_are_good_at_the_front_door(string code, string agency)
    {
        var verdict = Verdict(code, "X01");

        Assert.Equal(("front-door-mash", "whole", "good", agency), (verdict.Process, verdict.Aspect, verdict.Grade.Code, verdict.Subject.Agency.Kind));
        Assert.Equal(("2025-03-03", "2025-03-14", "2025-05-12"), (verdict.Fieldwork.Start, verdict.Fieldwork.End, verdict.PublishedOn));
    }

    [Fact]
    public void In_the_case_of_a_contradiction_strategy_discussions_are_inadequate_to_the_police_inspectorate()
    {
        var verdict = Verdict("hmic", "X02");

        Assert.Equal(("strategy-discussion", "whole", "inadequate", Subject.Types.Kind.Partnership), (verdict.Process, verdict.Aspect, verdict.Grade.Code, verdict.Subject.Kind));
    }

    [Theory]
    [InlineData("cqc")]
    [InlineData("hmic")]
    public void In_the_case_of_one_that_took_no_part_the_three_that_did_sign_and_the_fourth_is_recorded_as_absent(string code)
    {
        var joint = Assert.Single(Records(code), record => record.Inspection.Footprint.Areas.Contains("X03"));

        Assert.Equal("jtai/X03/2025-04-07", joint.SourceKey);
        Assert.Equal(["ofsted", "cqc", "hmic"], Of(Participation.Types.State.TookPart));
        Assert.Equal(["hmi-probation"], Of(Participation.Types.State.NotParticipating));
        Assert.Equal(["cqc", "hmic", "ofsted"], Assert.Single(joint.Verdicts).Verdict.Authors);

        IEnumerable<string> Of(Participation.Types.State state) =>
            joint.Inspection.Participation.Where(one => one.State == state).Select(one => one.Inspectorate);
    }

    private static Verdict Verdict(string code, string area) =>
        Assert.Single(Assert.Single(Records(code), record => record.Inspection.Footprint.Areas.Contains(area)).Verdicts).Verdict;

    private static ImportedRecord[] Records(string code) => Records(Programs.Select(row => row.Data).Single(one => one.Code == code));

    private static ImportedRecord[] Records(IInspectorate inspectorate) =>
    [
        .. FactsSet.Shipped(inspectorate.GetType().Assembly).SelectMany(FactsReader.Read)
            .SelectMany(record => Assert.IsType<FactsRecord>(record).Records),
    ];

    private static string Shipped(IInspectorate inspectorate, string table)
    {
        using var stream = inspectorate.GetType().Assembly.GetManifestResourceStream(table);
        Assert.NotNull(stream);
        using var text = new StreamReader(stream);
        return text.ReadToEnd();
    }
}
