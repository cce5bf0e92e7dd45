using Inspectorates.Hosting.Imports;
using Inspectorates.Hosting.Imports.Joint;
using Inspectorates.Services.Tests.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Services.Tests.Joint;

public sealed class CodedFindingsFileTests
{
    private static readonly Lazy<Dictionary<string, List<InputRecord>>> Once =
        new(() => AllFour.Read(code => new CodedFindingsFormat(code), () => Given.Shared("joint/coded-findings.csv")));

    private readonly Dictionary<string, List<InputRecord>> _read = Once.Value;

    [Fact]
    public void Every_row_is_one_record_of_every_inspectorate_and_none_is_refused()
    {
        Assert.All(_read.Values, records => Assert.Equal(216, records.Count));
        Assert.All(_read.Values.SelectMany(records => records), record => Assert.IsNotType<RefusedRecord>(record));
        Assert.Equal(
            [("cqc", 11), ("hmi-probation", 1), ("hmic", 12), ("ofsted", 192)],
            _read.Select(one => (one.Key, one.Value.OfType<FactsRecord>().Count())));
    }

    [Fact]
    public void Over_all_inspectorates_every_row_is_kept_exactly_once() =>
        Assert.Equal(
            Enumerable.Range(2, 216),
            _read.Values.SelectMany(records => records.OfType<FactsRecord>()).Select(record => record.Line).Order());

    [Fact]
    public void A_finding_has_the_key_of_the_letters_inspection()
    {
        var letters = new JtaiLettersFormat("ofsted").Read(Given.Shared("joint/jtai_letters.json"))
            .OfType<FactsRecord>().SelectMany(facts => facts.Records).Select(record => record.SourceKey).ToHashSet();
        var found = _read.Kept().Select(one => string.Join('/', one.Record.SourceKey.Split('/')[..3])).ToHashSet();

        Assert.Superset(new HashSet<string> { "jtai/370/2022-05-23", "jtai/889/2023-05-22", "jtai/305/2025-01-20", "jtai/334/2022-01-10" }, letters.Intersect(found).ToHashSet());
    }

    [Fact]
    public void An_area_send_finding_has_the_key_of_the_scraped_outcome()
    {
        var outcomes = new D2iSendFormat("ofsted").Read(Given.Shared("joint/d2i_send_overview.csv"))
            .OfType<FactsRecord>().SelectMany(facts => facts.Records).Select(record => record.SourceKey).ToHashSet();

        Assert.Contains("area-send/209/2024-09-23", outcomes);
        Assert.Contains(_read.Kept(), one => one.Record.SourceKey.StartsWith("area-send/209/2024-09-23/finding/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("joint-vs-same-inspectorate-alone")]
    [InlineData("different-inspectorates")]
    [InlineData("joint-vs-joint")]
    [InlineData("same-inspectorate")]
    public void The_relation_read_between_two_findings_is_that_of_their_authors(string relation)
    {
        var byId = _read.Kept().ToDictionary(one => one.Record.SourceKey.Split('/')[^1], one => one);
        CsvColumn first = new("row_a"), second = new("row_b"), column = new("inspectorate_relation");
        var pairs = CsvTable.Read(Given.Shared("joint/coded-pairs.csv"), [first, second, column]).Where(row => row[column] == relation).ToList();

        Assert.NotEmpty(pairs);
        Assert.All(pairs, pair => Assert.Equal(relation, Relation(byId[pair[first]], byId[pair[second]])));
    }

    private static string Relation(
        (string Inspectorate, ImportedRecord Record, ImportedVerdict Verdict) one, (string Inspectorate, ImportedRecord Record, ImportedVerdict Verdict) other)
    {
        var joint = new[] { one, other }.Count(found => found.Verdict.Verdict.Authors.Count != 1);
        return (joint, one.Inspectorate == other.Inspectorate) switch
        {
            (2, _) => "joint-vs-joint",
            (1, true) => "joint-vs-same-inspectorate-alone",
            (_, true) => "same-inspectorate",
            _ => "different-inspectorates",
        };
    }
}
