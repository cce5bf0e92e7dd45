using FsCheck.Xunit;
using Inspectorates.Hmic;
using Inspectorates.Hosting.Imports;
using Inspectorates.Services.Tests.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Services.Tests.Hmic.Imports;

public class PeelCsvFormatTests
{
    private const string Header = "pfa_gss,pfa_slug,programme,level,question,grade,published,source_url";
    private const string Norfolk = "E23000024,norfolk,PEEL 2017,pillar,effectiveness,Good,2018-03-22,https://example.org/norfolk";

    [Fact]
    public void A_grade_becomes_a_force_wide_verdict_of_its_cycle()
    {
        var record = Fact("E23000005,greater-manchester,PEEL 2021/22,question,investigating crime,Inadequate,2022-03-03,https://example.org/gmp");

        Assert.Equal("peel/E23000005/2021-22/investigating-crime", record.SourceKey);
        var verdict = Assert.Single(record.Verdicts).Verdict;
        Assert.Equal(("investigating-crime", "inadequate", "2021-", "2022-03-03", ""), (verdict.Judgement, verdict.Grade.Code, verdict.FrameworkVersion, verdict.PublishedOn, verdict.PlacedOn));
        Assert.Equal(("police-force", "E23000005"), (verdict.Subject.Agency.Kind, verdict.Subject.Agency.Code));
        Assert.Equal(10, verdict.Footprint.Areas.Count);
        Assert.Equal("force-wide: Greater Manchester Police", verdict.Footprint.Label);
        Assert.Contains(record.Inspection.Notes, note => note.Contains("PEEL 2021/22", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_day_it_is_placed_at_the_end_of_its_cycle_and_says_why()
    {
        var verdict = Fact("E23000024,norfolk,PEEL 2017,pillar,legitimacy,Good,,https://example.org/norfolk").Verdicts[0].Verdict;

        Assert.Equal(
            ("", "2018-03-31", "end of the cycle PEEL 2017, when its reports were out; the source gives no day"),
            (verdict.PublishedOn, verdict.PlacedOn, verdict.PlacedBecause));
    }

    [Fact]
    public void Within_a_cycle_that_goes_on_it_is_placed_at_the_day_of_the_edition()
    {
        var verdict = Fact("E23000024,norfolk,PEEL 2023-25,question,recording data about crime,Good,,").Verdicts[0].Verdict;

        Assert.Equal(("2025-03-31", "day of the edition, within the cycle PEEL 2023-25; the source gives no day"), (verdict.PlacedOn, verdict.PlacedBecause));
    }

    [Fact]
    public void A_pillar_that_was_not_graded_is_not_judged()
    {
        var verdict = Fact("E23000005,greater-manchester,PEEL 2017,pillar,efficiency,Not graded,,").Verdicts[0].Verdict;

        Assert.Equal(("not-graded", "Not graded"), (verdict.Grade.Code, verdict.NotJudgedReason));
    }

    [Theory]
    [InlineData("W15000001,dyfed-powys")]
    [InlineData("W15000004,")]
    [InlineData(",north-wales")]
    public void A_Welsh_force_is_out_of_area_and_no_error(string force) =>
        Assert.IsType<OutOfScopeRecord>(Read($"{force},PEEL 2017,pillar,efficiency,Good,,").Single());

    [Theory]
    [InlineData("E23000024,norfolk,PEEL 2016,pillar,efficiency,Adequate,,", "grade", "\"Adequate\" is no grade of PEEL 2016; its grades are \"Outstanding\", \"Good\", \"Requires improvement\", \"Inadequate\", or \"Not graded\"")]
    [InlineData("E23000024,norfolk,PEEL 2016,pillar,efficiency,,,", "grade", "\"\" is no grade of PEEL 2016; its grades are \"Outstanding\", \"Good\", \"Requires improvement\", \"Inadequate\", or \"Not graded\"")]
    [InlineData("E23000024,norfolk,PEEL 2016,pillar,kindness,Good,,", "question", "\"kindness\" is no pillar of PEEL 2016; one of \"Effectiveness\", \"Efficiency\", \"Legitimacy\" was expected")]
    [InlineData("E23000024,norfolk,PEEL 2021/22,pillar,efficiency,Good,,", "level", "\"pillar\" is no level of PEEL 2021/22; question was expected")]
    [InlineData("E23000024,norfolk,PEEL 2020,pillar,efficiency,Good,,", "programme", "\"PEEL 2020\" is no cycle of PEEL; one of PEEL 2014, PEEL 2015, PEEL 2016, PEEL 2017, PEEL 2018/19, PEEL 2021/22, PEEL 2023-25, PEEL 2025-27 was expected")]
    [InlineData("E23000024,norfolk,PEEL 2016,pillar,efficiency,Good,soon,", "published", "\"soon\" is not a day; 2024-12-31, 31/12/2024, 31/12/24 or 31 December 2024 was expected, or nothing")]
    [InlineData("E23000024,norfolk,PEEL 2016,pillar,efficiency,Good,,javascript:alert(1)", "source_url", "\"javascript:alert(1)\" is not a web address")]
    [InlineData("E23000099,,PEEL 2016,pillar,efficiency,Good,,", "pfa_gss", "\"E23000099\" is no police force area; the GSS code of one of England's 39 was expected, such as E23000024")]
    [InlineData("E23000024,atlantis,PEEL 2016,pillar,efficiency,Good,,", "pfa_gss", "pfa_slug \"atlantis\" is no police force known here")]
    [InlineData("E23000024,cheshire,PEEL 2016,pillar,efficiency,Good,,", "pfa_gss", "\"E23000024\" is Norfolk Constabulary and pfa_slug \"cheshire\" is Cheshire Constabulary; they must name one force")]
    [InlineData(",,PEEL 2016,pillar,efficiency,Good,,", "pfa_gss", "names no police force: pfa_gss and pfa_slug are both empty")]
    public void A_row_that_cannot_be_understood_is_refused_with_the_cell_and_what_would_be_right(string row, string column, string reason)
    {
        var refused = Assert.IsType<RefusedRecord>(Read(row, Norfolk)[0]);

        Assert.Equal((2, new RowRemark(column, reason)), (refused.Line, Assert.Single(refused.Faults)));
    }

    [Fact]
    public void All_faults_of_a_row_are_named_at_once() =>
        Assert.Equal(
            ["pfa_gss", "question", "grade", "published"],
            Assert.IsType<RefusedRecord>(Read("E23000099,,PEEL 2016,question,kindness,Splendid,soon,").Single()).Faults.Select(fault => fault.Column));

    [Fact]
    public void A_row_cut_short_is_refused_and_stops_no_other()
    {
        var read = Read(Norfolk[..20], Norfolk);

        Assert.IsType<RefusedRecord>(read[0]);
        Assert.IsType<FactsRecord>(read[1]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,b,c\n1,2,3")]
    [InlineData("{\"pfa_gss\": \"E23000024\"}")]
    [InlineData("PK\u0003\u0004\0\0")]
    public void A_file_that_is_something_else_is_refused_as_a_whole_and_named(string text) =>
        Assert.StartsWith("given.csv", Assert.Throws<UnreadableFileException>(() => Read(Given.Text(text))).Message, StringComparison.Ordinal);

    [Property(MaxTest = 30)]
    public bool The_order_of_rows_does_not_matter(int seed)
    {
        string[] rows =
        [
            Norfolk, Norfolk.Replace("effectiveness", "legitimacy", StringComparison.Ordinal), Norfolk.Replace("Good", "Adequate", StringComparison.Ordinal),
            "W15000001,dyfed-powys,PEEL 2017,pillar,efficiency,Good,,", "E23000005,,PEEL 2017,pillar,efficiency,Not graded,,",
        ];
        var shuffled = rows.ToArray();
        new Random(seed).Shuffle(shuffled);
        return Outcome(rows).SetEquals(Outcome(shuffled));
    }

    private static HashSet<string> Outcome(string[] rows) =>
        [.. Read(rows).Select(read => $"{read.GetType().Name} {read.Label} {(read is FactsRecord facts ? facts.Records[0] : "")}")];

    private static IReadOnlyList<InputRecord> Read(params string[] rows) => Read(Given.Text(string.Join('\n', rows.Prepend(Header))));

    private static IReadOnlyList<InputRecord> Read(ImportFile file) => [.. new HmicInspectorate().ImportFormats.Single(format => format.Name == "peel-csv").Read(file)];

    private static ImportedRecord Fact(string row) => Assert.Single(Assert.IsType<FactsRecord>(Read(row).Single()).Records);
}
