using Inspectorates.Hosting.Imports;
using Inspectorates.Ofsted.Imports;
using Inspectorates.Services.Tests.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Services.Tests.Ofsted.Imports;

public sealed class OutcomesFormatTests
{
    private const string Header2025 =
        "Web link,Local authority area code,Local authority name,Ofsted region,Inspection date,Publication date,Overall effectiveness,"
        + "The impact of leaders on social work practice with children and families,"
        + "The experiences and progress of children who need help and protection,"
        + "The experiences and progress of children in care,The experiences and progress of care leavers\n";

    private const string Norfolk =
        "https://reports.ofsted.gov.uk/provider/44/926,E10000020,Norfolk,East of England,2022-11-07,2023-01-13,Good,Good,Good,Good,\n";

    private static RowsOf Latest(string text) => new(OutcomesFormat.Latest, Given.Text(text));

    [Fact]
    public void A_row_becomes_an_inspection_with_its_judgements()
    {
        var record = Latest(Header2025 + Norfolk).OnLine(2);

        Assert.Equal("ilacs/926/2022-11-07", record.SourceKey);
        Assert.Equal(("ilacs", "2018-2022", "2023-01-13", "2022-11-07", ""), (
            record.Inspection.Framework, record.Inspection.FrameworkVersion, record.Inspection.PublishedOn,
            record.Inspection.Fieldwork.Start, record.Inspection.Fieldwork.End));
        Assert.Equal(
            ["overall-effectiveness", "impact-of-leaders", "help-and-protection", "children-in-care", "care-leavers"],
            record.Verdicts.Select(verdict => verdict.Key));
        Assert.All(record.Verdicts, verdict => Assert.Equal(("local-authority", "926"), (verdict.Verdict.Subject.Agency.Kind, verdict.Verdict.Subject.Agency.Code)));
        Assert.Equal(("edition-2025-03-31", "2025-03-31", "OGL-UK-3.0"), (
            record.Inspection.Source.Edition, record.Inspection.Source.EditionDay, record.Inspection.Source.Licence));
    }

    [Theory]
    [InlineData("LA code,LA name,Date of inspection,Date published,Overall effectiveness,Impact of leaders,Help and protection,Children in care,Care leavers")]
    [InlineData("Local Authority Code,Local Authority,Inspection start date,Publication Date,Overall Effectiveness,"
        + "The impact of leaders on social work practice with children & families,The experiences and progress of children who need help & protection,"
        + "The experiences and progress of children in care and care leavers,")]
    [InlineData("\uFEFFLocal authority area code,Local authority name,Inspection date,Publication date,Overall effectiveness,"
        + "Impact of leaders on social work practice with children and families,Experiences and progress of children who need help and protection,"
        + "Experiences and progress of children in care,Experiences and progress of care leavers")]
    public void Headers_of_other_editions_are_understood(string header)
    {
        var record = Latest(header + "\nE10000020,Norfolk,07/11/2022,13/01/2023,Good,Inadequate,Outstanding,Requires improvement,\n").OnLine(2);

        Assert.Equal("ilacs/926/2022-11-07", record.SourceKey);
        Assert.Equal(
            ["good", "inadequate", "outstanding", "requires-improvement-to-be-good", null],
            record.Verdicts.Select(verdict => verdict.Verdict.Grade?.Code));
    }

    [Fact]
    public void Where_an_edition_has_both_columns_for_children_in_care_the_filled_one_counts()
    {
        var header = Header2025.Replace(
            "The experiences and progress of children in care,",
            "The experiences and progress of children in care,The experiences and progress of children in care and care leavers,",
            StringComparison.Ordinal);

        var record = Latest(header + Norfolk.Replace("Good,Good,Good,Good,", "Good,Good,Good,,Inadequate,", StringComparison.Ordinal)).OnLine(2);

        Assert.Equal("inadequate", record.Verdicts.Single(verdict => verdict.Key == "children-in-care").Verdict.Grade.Code);
    }

    [Theory]
    [InlineData("E10000020", "XX", "is no day")]
    [InlineData("E10000020", "2023-02-01", "is before the inspection")]
    [InlineData("E07000148", "2022-11-07", "district")]
    [InlineData("E10000999", "2022-11-07", "E10000999")]
    [InlineData("W06000015", "2022-11-07", "Welsh")]
    [InlineData("X99000001", "2022-11-07", "fictional")]
    [InlineData("norfolk", "2022-11-07", "norfolk")]
    [InlineData("", "2022-11-07", "\"\"")]
    public void A_row_with_a_wrong_place_or_day_is_refused_with_the_reason(string gss, string start, string reason)
    {
        var row = Assert.Single(Latest(Header2025 + Norfolk.Replace("E10000020", gss, StringComparison.Ordinal).Replace("2022-11-07", start, StringComparison.Ordinal)).Refused);

        Assert.Equal(("Norfolk", 2), (row.Label, row.Line));
        Assert.Contains(reason, Assert.Single(row.Faults).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"\"x\"\")")]
    [InlineData("+Good")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("Goood")]
    [InlineData("3")]
    public void What_is_no_grade_is_refused_and_never_evaluated(string cell)
    {
        var row = Assert.Single(Latest(Header2025 + Norfolk.Replace("Good,Good,Good,Good", $"Good,\"{cell}\",Good,Good", StringComparison.Ordinal)).Refused);

        var fault = Assert.Single(row.Faults);
        Assert.Equal("The impact of leaders on social work practice with children and families", fault.Column);
        Assert.Contains("is no grade; right are Outstanding", fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_of_a_row_is_said()
    {
        var row = Assert.Single(Latest(Header2025 + "x,E1,Norfolk,,monday,tuesday,Fine,Good,Good,Good,\n").Refused);

        Assert.Equal(["Local authority area code", "Inspection date", "Publication date"], row.Faults.Select(fault => fault.Column));
    }

    [Fact]
    public void Another_wording_for_no_grade_is_kept_as_the_reason()
    {
        var record = Latest(Header2025 + Norfolk.Replace("Good,Good,Good,Good", "Good,Not judged,Good,Good", StringComparison.Ordinal));

        var verdict = record.OnLine(2).Verdicts.Single(found => found.Key == "impact-of-leaders").Verdict;
        Assert.Equal(("the source says: not judged", null), (verdict.NotJudgedReason, verdict.Grade));
        Assert.Contains("not judged", Assert.Single(record.Facts[0].Remarks).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_grade_for_care_leavers_before_2023_is_not_taken_and_that_is_said()
    {
        var rows = Latest(Header2025 + Norfolk.Replace("Good,\n", "Good,Outstanding\n", StringComparison.Ordinal));

        Assert.Null(rows.OnLine(2).Verdicts.Single(verdict => verdict.Key == "care-leavers").Verdict.Grade);
        Assert.Contains("\"Outstanding\" is not taken", Assert.Single(rows.Facts[0].Remarks).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bournemouth", "E06000028", "No longer exists")]
    [InlineData("Bournemouth", "E06000028", "")]
    [InlineData("Cumbria", "E10000006", "")]
    [InlineData("Northamptonshire", "E10000021", "No longer exists")]
    public void An_abolished_authority_is_out_of_scope_with_the_reason(string name, string gss, string status)
    {
        var text = Header2025.Replace("Ofsted region", "Local authority status", StringComparison.Ordinal)
            + $",{gss},{name},{status},2018-07-16,2018-08-24,Good,Good,Good,Good,\n";

        var row = Assert.Single(new RowsOf(OutcomesFormat.History, Given.Text(text)).OutOfScope);
        Assert.Contains($"{name} ({gss}) no longer exists", row.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recoded_authority_is_found_by_either_code()
    {
        var barnsley = Norfolk.Replace("44/926", "44/370", StringComparison.Ordinal).Replace("Norfolk", "Barnsley", StringComparison.Ordinal);
        var rows = Latest(Header2025
            + barnsley.Replace("E10000020", "E08000016", StringComparison.Ordinal) + barnsley.Replace("E10000020", "E08000038", StringComparison.Ordinal));

        Assert.Equal(["ilacs/370/2022-11-07", "ilacs/370/2022-11-07"], rows.Records.Select(record => record.SourceKey));
    }

    [Theory]
    [InlineData("https://reports.ofsted.gov.uk/provider/44/925", "page of another authority")]
    [InlineData("javascript:alert(1)", "no address of an Ofsted report")]
    [InlineData("https://ofsted.gov.uk.example.com/provider/44/926", "no address of an Ofsted report")]
    public void A_link_that_cannot_be_right_is_left_out_and_said(string link, string reason)
    {
        var rows = Latest(Header2025 + Norfolk.Replace("https://reports.ofsted.gov.uk/provider/44/926", link, StringComparison.Ordinal));

        Assert.Equal("", rows.OnLine(2).Inspection.Source.Uri);
        Assert.Contains(reason, Assert.Single(rows.Facts[0].Remarks).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Focused Visit", "ilacs-focused-visit", Inspection.Types.Kind.FocusedVisit)]
    [InlineData("Monitoring visit", "ilacs-monitoring-visit", Inspection.Types.Kind.Monitoring)]
    public void A_visit_has_a_theme_and_no_verdicts(string type, string framework, Inspection.Types.Kind kind)
    {
        var text = Header2025.Replace("Web link", "Inspection type", StringComparison.Ordinal).Replace("Ofsted region", "Theme", StringComparison.Ordinal)
            + $"{type},E10000020,Norfolk,Front door,2024-05-01,2024-06-01,,,,,\n";

        var record = new RowsOf(OutcomesFormat.History, Given.Text(text)).OnLine(2);

        Assert.Equal((framework, kind, "Front door", 0), (record.Inspection.Framework, record.Inspection.Kind, record.Inspection.Theme, record.Verdicts.Count));
    }

    [Fact]
    public void A_type_of_inspection_that_is_not_known_is_refused()
    {
        var text = Header2025.Replace("Web link", "Inspection type", StringComparison.Ordinal) + Norfolk.Replace("https://reports.ofsted.gov.uk/provider/44/926", "SIF review", StringComparison.Ordinal);

        Assert.Contains("\"SIF review\" is not known", Assert.Single(Assert.Single(Latest(text).Refused).Faults).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("la_name,la_ref,score_%\nNewcastle,x,1\n", "missing the columns \"Local authority area code\"")]
    [InlineData("{\"locationId\":\"1-1\"}\n", "missing the columns")]
    [InlineData(Norfolk, "missing the columns")]
    public void A_file_of_another_format_is_refused_as_a_whole(string text, string reason)
    {
        var refusal = Assert.Throws<UnreadableFileException>(() => Latest(text));

        Assert.StartsWith("given.csv", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_off_quote_refuses_its_line_only()
    {
        var rows = Latest(Header2025 + Norfolk.Replace("Norfolk", "\"Norfolk", StringComparison.Ordinal) + Norfolk);

        Assert.Equal(2, Assert.Single(rows.Refused).Line);
        Assert.Equal(3, Assert.Single(rows.Facts).Line);
    }
}
