using Inspectorates.Ofsted.Imports;
using Inspectorates.Services.Tests.Hosting.Imports;

namespace Inspectorates.Services.Tests.Ofsted.Imports;

public sealed class ScrapedIlacsFormatTests
{
    private const string Header =
        "urn,la_code,region_code,ltla23cd,local_authority,inspection_link,overall_effectiveness_grade,inspection_framework,inspection_start_date,"
        + "inspection_end_date,publication_date,impact_of_leaders_grade,help_and_protection_grade,in_care_grade,care_leavers_grade\n";

    private const string Bedford =
        "80428,822,E,E06000055,bedford,https://files.ofsted.gov.uk/v1/file/50285308,requires improvement,short,14/07/2025,18/07/2025,27/08/25,good,outstanding,inadequate,good\n";

    private static RowsOf Read(string rows) => new(new ScrapedIlacsFormat(), Given.Text(Header + rows));

    [Fact]
    public void Both_forms_of_date_and_lower_case_grades_are_read()
    {
        var record = Read(Bedford).OnLine(2);

        Assert.Equal("ilacs/822/2025-07-14", record.SourceKey);
        Assert.Equal(("2025-07-18", "2025-08-27"), (record.Inspection.Fieldwork.End, record.Inspection.PublishedOn));
        Assert.Equal(
            ["requires-improvement-to-be-good", "good", "outstanding", "inadequate", "good"],
            record.Verdicts.Select(verdict => verdict.Verdict.Grade.Code));
        Assert.Empty(Read(Bedford).Facts[0].Remarks);
    }

    [Fact]
    public void A_grade_of_nan_is_not_judged_with_the_reason()
    {
        var rows = Read(Bedford.Replace("outstanding", "nan", StringComparison.Ordinal));

        Assert.Equal("the source gives no grade", rows.OnLine(2).Verdicts.Single(verdict => verdict.Key == "help-and-protection").Verdict.NotJudgedReason);
        Assert.Equal("help_and_protection_grade", Assert.Single(rows.Facts[0].Remarks).Column);
    }

    [Fact]
    public void An_inspection_that_predates_the_judgement_on_care_leavers_says_so()
    {
        var record = Read(
            "1,890,NW,E06000009,blackpool,,good,standard,05/12/2022,16/12/2022,01/02/23,good,good,good,inspection_pre_dates_judgement\n").OnLine(2);

        Assert.Contains("did not exist before January 2023", record.Verdicts.Single(verdict => verdict.Key == "care-leavers").Verdict.NotJudgedReason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("822,E,E06000055", "E06000055", "9,E,E06000055")]
    [InlineData("822,E,E06000055", "E06000055", "X01,E,E06000055")]
    [InlineData("822,E,E06000055", "E06000055", "E06000055,E,E06000055")]
    [InlineData("822,E,E06000055", "E06000055", "nan,E,E06000055")]
    public void A_row_without_an_area_s_DfE_code_is_refused_whatever_its_GSS_code(string of, string gss, string with)
    {
        var row = Assert.Single(Read(Bedford.Replace(of, with, StringComparison.Ordinal)).Refused);

        Assert.Contains(gss, with, StringComparison.Ordinal);
        Assert.Equal("la_code", Assert.Single(row.Faults).Column);
    }

    [Fact]
    public void Days_out_of_order_are_refused() =>
        Assert.Contains(
            "are not in order",
            Assert.Single(Assert.Single(Read(Bedford.Replace("18/07/2025", "18/07/2024", StringComparison.Ordinal)).Refused).Faults).Reason,
            StringComparison.Ordinal);

    [Fact]
    public void A_stale_code_is_said_and_the_DfE_code_stands()
    {
        var rows = Read(Bedford.Replace("E06000055", "E10000006", StringComparison.Ordinal));

        Assert.Equal("822", rows.OnLine(2).Inspection.Footprint.Areas.Single());
        Assert.Equal("ltla23cd", Assert.Single(rows.Facts[0].Remarks).Column);
    }
}
