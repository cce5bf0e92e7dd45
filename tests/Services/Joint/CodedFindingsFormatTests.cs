using Inspectorates.Hosting.Imports;
using Inspectorates.Hosting.Imports.Joint;
using Inspectorates.Services.Tests.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Services.Tests.Joint;

public sealed class CodedFindingsFormatTests
{
    private const string Header =
        "id,area_name,dfe_la_code,inspectorate,joint,framework,process,aspect,subject,grade,standing,fieldwork_start,fieldwork_end,published,source_document,page_or_section,paraphrase\n";

    private const string Row =
        "7,Halton,876,ofsted,yes,jtai,strategy-discussion,timeliness,partnership,strength,meets,2019-07-08,2019-07-12,2019-08-23,a letter.pdf,p5,\"Prompt, and all are there\"\n";

    private static List<InputRecord> ReadBy(string inspectorate, string rows) =>
        [.. new CodedFindingsFormat(inspectorate).Read(Given.Text(Header + rows))];

    private static ImportedRecord Recorded(string inspectorate, string row) =>
        Assert.Single(Assert.IsType<FactsRecord>(Assert.Single(ReadBy(inspectorate, row))).Records);

    [Fact]
    public void A_row_is_one_verdict_coded_by_reading_with_page_and_paraphrase()
    {
        var record = Recorded("ofsted", Row);
        var (key, verdict) = (record.Verdicts[0].Key, record.Verdicts[0].Verdict);

        Assert.Equal(("jtai/876/2019-07-08/finding/7", "strategy-discussion"), (record.SourceKey, key));
        Assert.Equal(Verdict.Types.Coding.ByReading, verdict.Coding);
        Assert.Equal(("strategy-discussion", "timeliness", "strength"), (verdict.Process, verdict.Aspect, verdict.Grade.Code));
        Assert.Equal(("a letter.pdf, p5", "Prompt, and all are there"), (verdict.Source.Locator, verdict.Text));
        Assert.Equal("https://reports.ofsted.gov.uk/provider/44/80471", verdict.Source.Uri);
        Assert.Equal(("2019-07-08", "2019-07-12", "2019-08-23"), (verdict.Fieldwork.Start, verdict.Fieldwork.End, verdict.PublishedOn));
        Assert.Equal(Inspection.Types.Kind.Joint, record.Inspection.Kind);
    }

    [Fact]
    public void What_was_found_together_to_2020_is_in_the_name_of_all_four()
    {
        Assert.Equal(["cqc", "hmi-probation", "hmic", "ofsted"], Recorded("ofsted", Row).Verdicts[0].Verdict.Authors);
    }

    [Fact]
    public void What_was_found_together_where_the_letter_is_known_is_in_the_name_of_those_it_names() =>
        Assert.Equal(["cqc", "hmic", "ofsted"], Recorded("ofsted", Row.Replace("876", "305").Replace("Halton", "Bromley").Replace("2019-07-08,2019-07-12,2019-08-23", "2025-01-20,2025-01-24,2025-03-13")).Verdicts[0].Verdict.Authors);

    [Fact]
    public void What_was_found_together_since_2022_has_unknown_members_otherwise()
    {
        var record = Recorded("ofsted", Row.Replace("2019-", "2023-"));

        Assert.Empty(record.Verdicts[0].Verdict.Authors);
        Assert.Equal(
            [Participation.Types.State.TookPart, Participation.Types.State.Unknown, Participation.Types.State.Unknown, Participation.Types.State.Unknown],
            record.Inspection.Participation.Select(part => part.State));
    }

    [Fact]
    public void What_one_found_alone_is_its_own_and_shows_that_it_took_part()
    {
        var record = Recorded("hmic", Row.Replace("ofsted,yes", "hmic,no").Replace("partnership", "police").Replace("2019-", "2023-"));

        Assert.Equal(["hmic"], record.Verdicts[0].Verdict.Authors);
        Assert.Equal("police-force", record.Verdicts[0].Verdict.Subject.Agency.Kind);
        Assert.Equal(Participation.Types.State.TookPart, record.Inspection.Participation.Single(part => part.Inspectorate == "hmic").State);
        Assert.Equal(Participation.Types.State.Unknown, record.Inspection.Participation.Single(part => part.Inspectorate == "ofsted").State);
    }

    [Fact]
    public void A_framework_of_one_inspectorate_alone_makes_a_single_inspection()
    {
        var record = Recorded("ofsted", Row.Replace("yes,jtai", "no,ilacs"));

        Assert.Equal((Inspection.Types.Kind.Single, 0), (record.Inspection.Kind, record.Inspection.Participation.Count));
        Assert.Equal(("ilacs/876/2019-07-08/finding/7", "ilacs"), (record.SourceKey, record.Verdicts[0].Verdict.Framework));
    }

    [Fact]
    public void A_finding_of_another_inspectorate_is_out_of_scope() =>
        Assert.Equal("A finding of Ofsted, which records it.", Assert.IsType<OutOfScopeRecord>(Assert.Single(ReadBy("cqc", Row))).Reason);

    [Theory]
    [InlineData("876", "935", "dfe_la_code", "is Suffolk, and area_name \"Halton\" is Halton (876)")]
    [InlineData("876", "9x9", "dfe_la_code", "")]
    [InlineData("ofsted", "estyn", "inspectorate", "\"estyn\" is not an inspectorate's code: cqc, hmi-probation, hmic, ofsted are")]
    [InlineData("ofsted", "", "inspectorate", "empty; an inspectorate's code, such as ofsted, would be right")]
    [InlineData("yes", "maybe", "joint", "\"maybe\" is neither yes")]
    [InlineData("jtai", "ilacs", "joint", "yes, and ilacs is not a joint framework: area-send, jtai are")]
    [InlineData("jtai", "", "framework", "empty; the code of a framework, such as jtai, would be right")]
    [InlineData("strategy-discussion", "strategy-chat", "process", "\"strategy-chat\" is not in the catalogue of processes")]
    [InlineData("timeliness", "", "aspect", "empty; an aspect such as timeliness")]
    [InlineData("timeliness", "Too late", "aspect", "\"Too late\" is not a code: lower-case letters, digits and single hyphens")]
    [InlineData("partnership", "wizards", "subject", "\"wizards\" is no kind of agency known here; partnership, or one of local-authority, ")]
    [InlineData("strength", "good", "grade", "\"good\" is not a grade of jtai: strength, what-needs-to-improve, area-for-priority-action are")]
    [InlineData("meets", "nice", "standing", "\"nice\" is not a standing: exceeds, meets, mixed, falls-short, fails, not-judged are")]
    [InlineData("2019-07-08", "08 of July", "fieldwork_start", "\"08 of July\" is not a day: 2024-12-31")]
    [InlineData("2019-07-12", "2019-07-02", "fieldwork_end", "2019-07-02 is before fieldwork_start, 2019-07-08")]
    [InlineData("7,Halton", ",Halton", "id", "empty; a number, unique in the file, would be right")]
    public void A_bad_cell_is_refused_with_line_column_and_what_would_be_right(string right, string wrong, string column, string reason)
    {
        var at = Row.IndexOf(right, StringComparison.Ordinal);
        var refused = Assert.IsType<RefusedRecord>(Assert.Single(ReadBy("ofsted", Row[..at] + wrong + Row[(at + right.Length)..])));

        Assert.Equal(2, refused.Line);
        Assert.Contains(refused.Faults, fault => fault.Column == column && fault.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_finding_of_an_inspectorate_that_takes_no_part_in_the_framework_is_refused() =>
        Assert.Contains(
            "hmic takes no part in inspections under area-send",
            Assert.IsType<RefusedRecord>(Assert.Single(ReadBy("hmic", Row.Replace("ofsted,yes,jtai", "hmic,no,area-send")))).Faults[0].Reason,
            StringComparison.Ordinal);

    [Fact]
    public void A_number_used_twice_is_refused_the_second_time()
    {
        var read = ReadBy("ofsted", Row + Row);

        Assert.IsType<FactsRecord>(read[0]);
        Assert.Contains("\"7\" is already the finding on line 2", Assert.IsType<RefusedRecord>(read[1]).Faults[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_standing_that_is_not_the_owners_is_remarked_upon() =>
        Assert.Contains(
            Assert.IsType<FactsRecord>(Assert.Single(ReadBy("ofsted", Row.Replace("meets", "exceeds")))).Remarks,
            remark => remark.Column == "standing" && remark.Reason.Contains("MEETS stands", StringComparison.Ordinal));

    [Fact]
    public void A_file_without_the_columns_is_refused_as_a_whole() =>
        Assert.Contains("missing the columns \"id\"", Assert.Throws<UnreadableFileException>(() => new CodedFindingsFormat("ofsted").Read(Given.Text("a,b\n1,2\n")).ToList()).Message, StringComparison.Ordinal);
}
