using Inspectorates.Hosting.Imports;
using Inspectorates.Hosting.Imports.Joint;
using Inspectorates.Services.Tests.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Services.Tests.Joint;

public sealed class D2iSendFormatTests
{
    private const string Header =
        "urn,la_code,ltla23cd,local_authority,inspection_link,outcome_grade,previous_inspection_date,inspection_start_date,inspection_end_date,publication_date,inspection_outcome_text\n";

    private const string Row =
        "80429,330,E08000025,birmingham,https://files.ofsted.gov.uk/v1/file/50284703,2.0,27/05/2021,23/06/25,27/06/2025,15/08/25,The arrangements lead to inconsistent experiences and outcomes\n";

    private static InputRecord ReadBy(string inspectorate, string row) =>
        Assert.Single(new D2iSendFormat(inspectorate).Read(Given.Text(Header + row)));

    private static ImportedRecord Recorded(string inspectorate, string row) =>
        Assert.Single(Assert.IsType<FactsRecord>(ReadBy(inspectorate, row)).Records);

    private static Verdict Kept(string row) => Assert.Single(Recorded("ofsted", row).Verdicts).Verdict;

    [Fact]
    public void The_lead_keeps_the_one_judgement_on_the_partnership_in_the_name_of_both()
    {
        var record = Recorded("ofsted", Row);
        var verdict = Assert.Single(record.Verdicts).Verdict;

        Assert.Equal("area-send/330/2025-06-23", record.SourceKey);
        Assert.Equal(("2025-06-23", "2025-06-27", "2025-08-15"), (verdict.Fieldwork.Start, verdict.Fieldwork.End, verdict.PublishedOn));
        Assert.Equal(("inspection-outcome", "", "inconsistent"), (verdict.Judgement, verdict.Process, verdict.Grade.Code));
        Assert.Equal(["cqc", "ofsted"], verdict.Authors);
        Assert.Equal(Subject.Types.Kind.Partnership, verdict.Subject.Kind);
        Assert.Equal("https://files.ofsted.gov.uk/v1/file/50284703", verdict.Source.Uri);
    }

    [Fact]
    public void The_other_participant_records_the_inspection_and_that_it_took_part()
    {
        var record = Recorded("cqc", Row);

        Assert.Empty(record.Verdicts);
        Assert.Equal(Recorded("ofsted", Row).Inspection, record.Inspection);
        Assert.Equal(["ofsted", "cqc"], record.Inspection.Participation.Where(part => part.State == Participation.Types.State.TookPart).Select(part => part.Inspectorate));
    }

    [Theory]
    [InlineData("hmic", "HMICFRS takes no part in inspections under Area SEND inspection.")]
    [InlineData("hmi-probation", "HMI Probation takes no part in inspections under Area SEND inspection.")]
    public void For_an_inspectorate_that_never_takes_part_it_is_out_of_scope(string inspectorate, string reason) =>
        Assert.Equal(reason, Assert.IsType<OutOfScopeRecord>(ReadBy(inspectorate, Row)).Reason);

    [Theory]
    [InlineData("1.0", "typically-positive")]
    [InlineData("2", "inconsistent")]
    [InlineData("3.0", "widespread-failings")]
    public void One_is_the_best_outcome(string number, string grade) =>
        Assert.Equal(grade, Kept(Row.Replace("2.0", number).Replace("lead to inconsistent experiences and outcomes", "are described elsewhere")).Grade.Code);

    [Theory]
    [InlineData("")]
    [InlineData("nan")]
    public void Without_a_number_the_published_words_decide(string number) =>
        Assert.Equal("inconsistent", Kept(Row.Replace("2.0", number)).Grade.Code);

    [Fact]
    public void With_neither_number_nor_words_it_is_not_judged_with_the_reason()
    {
        var verdict = Kept(Row.Replace("2.0", "nan").Replace("lead to inconsistent experiences and outcomes", "are described elsewhere"));

        Assert.Null(verdict.Grade);
        Assert.Equal("The source gives no outcome, in number or in words.", verdict.NotJudgedReason);
    }

    [Fact]
    public void Where_number_and_published_words_differ_the_words_stand_and_it_is_said()
    {
        var row = Row.Replace("2.0", "1.0");

        Assert.Equal("inconsistent", Kept(row).Grade.Code);
        Assert.Contains(ReadBy("ofsted", row).Remarks, remark => remark.Column == "outcome_grade" && remark.Reason.Contains("the published words stand", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("01/01/1900", 0)]
    [InlineData("27/05/2021", 0)]
    [InlineData("", 0)]
    [InlineData("27/05/2026", 1)]
    [InlineData("last year", 1)]
    public void The_first_day_of_1900_means_no_earlier_inspection(string previous, int remarks) =>
        Assert.Equal(remarks, ReadBy("ofsted", Row.Replace("27/05/2021", previous)).Remarks.Count);

    [Theory]
    [InlineData("330", "3x0", "la_code", "")]
    [InlineData("330", "926", "la_code", "is Norfolk, and local_authority \"birmingham\" is Birmingham (330)")]
    [InlineData("2.0", "4.0", "outcome_grade", "\"4.0\" is not an outcome: 1 (best) to 3, or empty, would be right")]
    [InlineData("2.0", "1.5", "outcome_grade", "\"1.5\" is not an outcome")]
    [InlineData("23/06/25", "06/23/25", "inspection_start_date", "\"06/23/25\" is not a day")]
    [InlineData("27/06/2025", "27/05/2025", "inspection_end_date", "2025-05-27 is before inspection_start_date, 2025-06-23")]
    public void A_bad_cell_is_refused_with_line_column_and_what_would_be_right(string right, string wrong, string column, string reason)
    {
        var refused = Assert.IsType<RefusedRecord>(ReadBy("ofsted", Row.Replace(right, wrong)));

        Assert.Equal(2, refused.Line);
        Assert.Contains(refused.Faults, fault => fault.Column == column && fault.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_stale_gss_code_yields_to_the_dfe_code()
    {
        var row = Row.Replace("E08000025", "E10000006");

        Assert.Equal(["330"], Recorded("ofsted", row).Inspection.Footprint.Areas);
        Assert.Contains(ReadBy("ofsted", row).Remarks, remark => remark.Column == "ltla23cd");
    }
}
