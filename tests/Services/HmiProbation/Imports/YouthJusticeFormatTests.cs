using FsCheck.Fluent;
using Inspectorates.HmiProbation.Imports;
using Inspectorates.Hosting.Imports;
using Inspectorates.Services.Tests.Hosting.Imports;

namespace Inspectorates.Services.Tests.HmiProbation.Imports;

public sealed class YouthJusticeFormatTests
{
    private const string Header = "la_name,la_ref,score_%,overall_rating,publication_date,report_url,information_and_facilities\n";

    private static RowsOf Read(string rows) => new(new YouthJusticeFormat(), Given.Text(Header + rows));

    private static string Row(
        string service = "Norfolk", string score = "61.11", string rating = "Good", string published = "28/01/25",
        string link = "https://www.justiceinspectorates.gov.uk/hmiprobation/inspections/nyjs2025/") =>
        $"{service},x,{score},{rating},{published},{link},Good\n";

    [Fact]
    public void A_row_becomes_an_inspection_with_its_overall_rating()
    {
        var rows = Read(Row());
        var record = rows.OnLine(2);

        Assert.Equal("youth-justice/926/published-2025-01-28", record.SourceKey);
        Assert.Equal(("youth-justice-service", "norfolk", ""), (
            record.Inspection.Agencies.Single().Kind, record.Inspection.Agencies.Single().Code, record.Inspection.Footprint.Label));
        Assert.Equal("good", record.Verdicts.Single().Verdict.Grade.Code);
        Assert.Null(record.Verdicts.Single().Verdict.Fieldwork);
        Assert.Empty(rows.Facts[0].Remarks);
    }

    [Theory]
    [InlineData("Middlesbrough and Redcar and Cleveland", "806,807")]
    [InlineData("South Tees", "806,807")]
    [InlineData("Suffolk - JI", "935")]
    [InlineData("Bath & North East Somerset Youth Offending Service", "800")]
    public void A_service_is_about_the_areas_it_serves(string service, string areas) =>
        Assert.Equal(areas.Split(','), Read(Row(service)).OnLine(2).Inspection.Footprint.Areas);

    [Theory]
    [InlineData("Cardiff")]
    [InlineData("Vale of Glamorgan")]
    public void Welsh_services_are_out_of_scope(string service) => Assert.Contains("Wales", Assert.Single(Read(Row(service)).OutOfScope).Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("Atlantis", "61.11", "Good", "28/01/25", "la_name")]
    [InlineData("", "61.11", "Good", "28/01/25", "la_name")]
    [InlineData("Fictional Harbourshire and Elsewhere", "61.11", "Good", "28/01/25", "la_name")]
    [InlineData("Norfolk", "high", "Good", "28/01/25", "score_%")]
    [InlineData("Norfolk", "161.11", "Good", "28/01/25", "score_%")]
    [InlineData("Norfolk", "=1+1", "Good", "28/01/25", "score_%")]
    [InlineData("Norfolk", "61.11", "=Good", "28/01/25", "overall_rating")]
    [InlineData("Norfolk", "61.11", "Satisfactory", "28/01/25", "overall_rating")]
    [InlineData("Norfolk", "61.11", "Good", "", "publication_date")]
    [InlineData("Norfolk", "61.11", "Good", "01/28/25", "publication_date")]
    public void A_row_that_cannot_be_understood_is_refused_with_the_column(string service, string score, string rating, string published, string column)
    {
        var row = Assert.Single(Read(Row(service, score, rating, published)).Refused);

        Assert.Equal(2, row.Line);
        Assert.Equal(column, Assert.Single(row.Faults).Column);
    }

    [Theory]
    [InlineData("50.0", "Good", "which is Requires improvement; the published rating is Good")]
    [InlineData("52.78", "Requires Improvement", "which is Good; the published rating is Requires improvement")]
    public void A_rating_against_its_score_is_said_and_both_stay(string score, string rating, string said)
    {
        var rows = Read(Row(score: score, rating: rating));

        Assert.Contains(said, Assert.Single(rows.Facts[0].Remarks).Reason, StringComparison.Ordinal);
        Assert.Equal(rating.ToLowerInvariant().Replace(' ', '-'), rows.OnLine(2).Verdicts.Single().Verdict.Grade.Code);
        Assert.Equal($"published score: {score} %", rows.OnLine(2).Inspection.Notes.Single());
    }

    [Fact]
    public void A_blank_score_or_rating_is_unknown()
    {
        var record = Read(Row(score: "", rating: "")).OnLine(2);

        Assert.Empty(record.Inspection.Notes);
        Assert.Equal("the source gives no rating", record.Verdicts.Single().Verdict.NotJudgedReason);
    }

    [Theory]
    [InlineData("28/01/25", "Good", "2018-24")]
    [InlineData("28/01/25", "", "2018-24")]
    [InlineData("28/06/25", "Good", "2018-24")]
    [InlineData("28/06/25", "", "2025-")]
    public void The_programme_follows_from_the_day_and_later_from_the_standards(string published, string oldStandard, string version)
    {
        var row = Row(published: published);

        Assert.Equal(version, Read(row[..row.LastIndexOf(',')] + $",{oldStandard}\n").OnLine(2).Inspection.FrameworkVersion);
    }

    [Theory]
    [InlineData("https://evil-justiceinspectorates.gov.uk/x")]
    [InlineData("javascript:alert(1)")]
    public void A_link_elsewhere_is_left_out_and_said(string link)
    {
        var rows = Read(Row(link: link));

        Assert.Equal("", rows.OnLine(2).Inspection.Source.Uri);
        Assert.Equal("report_url", Assert.Single(rows.Facts[0].Remarks).Column);
    }

    [Fact]
    public void A_file_of_another_format_is_refused_as_a_whole()
    {
        var refusal = Assert.Throws<UnreadableFileException>(() => new RowsOf(new YouthJusticeFormat(), Given.Text("la_name,overall_rating\nNorfolk,Good\n")));

        Assert.Contains("given.csv, line 1", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("missing the columns \"score_%\", \"publication_date\"", refusal.Message, StringComparison.Ordinal);
    }

    [FsCheck.Xunit.Property]
    public FsCheck.Property Reordering_rows_changes_nothing_but_line_numbers()
    {
        string[] rows = [Row(), Row("Cardiff"), Row("Atlantis"), Row("Dorset - JI"), Row(score: "50"), Row(rating: "1 The footnote of a table")];
        var expected = Read(string.Concat(rows)).Contents().ToList();
        return Prop.ForAll(Gen.Shuffle(rows).ToArbitrary(), shuffled => expected.SequenceEqual(Read(string.Concat(shuffled)).Contents()));
    }
}
