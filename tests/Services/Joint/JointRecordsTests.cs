using Inspectorates.Conformance;
using Inspectorates.Cqc;
using Inspectorates.HmiProbation;
using Inspectorates.Hmic;
using Inspectorates.Hosting;
using Inspectorates.Hosting.Imports;
using Inspectorates.Ofsted;
using Inspectorates.Services.Tests.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Services.Tests.Joint;

/// <summary>What each inspectorate's own service makes of what the joint formats read.</summary>
public sealed class JointRecordsTests
{
    private const string Letters = "jtai-letters", Findings = "coded-findings", Send = "d2i-send";

    public static readonly IReadOnlyList<IInspectorate> Inspectorates =
        [new CqcInspectorate(), new HmiProbationInspectorate(), new HmicInspectorate(), new OfstedInspectorate()];

    private static readonly Dictionary<string, string> Files = new()
    {
        [Letters] = "joint/jtai_letters.json",
        [Findings] = "joint/coded-findings.csv",
        [Send] = "joint/d2i_send_overview.csv",
    };

    public static ImportedRecord[] Records(IInspectorate inspectorate, string format) =>
        [.. inspectorate.ImportFormats.Single(one => one.Name == format).Read(Given.Shared(Files[format]))
            .OfType<FactsRecord>().SelectMany(facts => facts.Records)];

    [Theory]
    [InlineData(Letters)]
    [InlineData(Findings)]
    [InlineData(Send)]
    public async Task Every_record_of_the_real_files_is_recorded_once_by_the_service_it_is_for(string format)
    {
        foreach (var inspectorate in Inspectorates)
        {
            var outcomes = await ImportedThroughTheService.TwiceAsync(inspectorate, format, Given.Shared(Files[format]));
            Assert.Equal(Records(inspectorate, format).Sum(record => record.Verdicts.Count), outcomes.Sum(outcome => outcome.VerdictsRecorded));
        }
    }

    [Fact]
    public async Task The_order_of_letters_and_findings_does_not_matter_and_reading_stands_for_the_rule()
    {
        foreach (var inspectorate in Inspectorates)
        {
            var lettersFirst = await StandingAsync(inspectorate, Letters, Findings, Send);
            var findingsFirst = await StandingAsync(inspectorate, Send, Findings, Letters);

            Assert.Equal(lettersFirst, findingsFirst);
            Assert.All(lettersFirst.GroupBy(one => (one.Inspection, one.Process)).Where(group => group.Key.Process.Length > 0), group =>
                Assert.Single(group.Select(one => one.Coding).Distinct()));
        }
    }

    [Fact]
    public void A_statement_coded_by_reading_has_the_standing_it_was_read_with()
    {
        var standings = Inspectorates.SelectMany(inspectorate => inspectorate.Describe().Frameworks)
            .SelectMany(framework => framework.Grades, (framework, grade) => (framework.Code, Grade: grade.Code, grade.Standing))
            .Distinct().ToLookup(one => (one.Code, one.Grade), one => one.Standing);

        CsvColumn framework = new("framework"), grade = new("grade"), standing = new("standing");
        var read = CsvTable.Read(Given.Shared(Files[Findings]), [framework, grade, standing])
            .Select(row => (row[framework], row[grade], row[standing])).Distinct();
        Assert.All(read, row => Assert.Equal(
            row.Item3.Replace("-", "", StringComparison.Ordinal), Assert.Single(standings[(row.Item1, row.Item2)]).ToString().ToLowerInvariant()));
    }

    private static async Task<List<(string Inspection, string Process, Verdict.Types.Coding Coding, string Aspect, string Grade, string Text)>> StandingAsync(
        IInspectorate inspectorate, params string[] formats)
    {
        await using var service = new RunningService(inspectorate);
        await service.StartAsync();
        foreach (var format in formats)
            await ImportedThroughTheService.ImportAsync(service, Records(inspectorate, format));

        var standing = new List<(string, string, Verdict.Types.Coding, string, string, string)>();
        var request = new ListVerdictsRequest { PageSize = 500 };
        do
        {
            var page = await service.Verdicts.ListVerdictsAsync(request, cancellationToken: TestContext.Current.CancellationToken);
            standing.AddRange(page.Verdicts.Select(one => (one.InspectionKey, one.Process, one.Coding, one.Aspect, one.Grade?.Code ?? "", one.Text)));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        standing.Sort();
        return standing;
    }
}
