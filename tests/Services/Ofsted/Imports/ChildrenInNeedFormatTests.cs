using Inspectorates.Ofsted.Imports;
using Inspectorates.Services.Tests.Hosting.Imports;
using Inspectorates.V1;
using static Inspectorates.V1.IndicatorReading.Types;

namespace Inspectorates.Services.Tests.Ofsted.Imports;

/// <summary>The readings of indicators in the table of referrals.</summary>
public sealed class ChildrenInNeedFormatTests
{
    private const string Header =
        "time_period,geographic_level,old_la_code,la_name,referral_count,rereferral_count,rereferral_percent,no_further_action_count,"
        + "no_further_action_percent,not_in_need_count,not_in_need_percent\n";

    private static RowsOf Rows(string rows) => new(new ChildrenInNeedFormat(), Given.Text(Header + rows));

    private static IndicatorReading Reading(string row, string indicator) =>
        Rows(row).Records.Select(record => record.IndicatorReading).Single(reading => reading.Indicator == indicator);

    [Fact]
    public void F17_a_row_becomes_one_reading_of_each_indicator()
    {
        var row = Assert.Single(Rows("2025,Local authority,926,Norfolk,5378,1003,18.7,0,0,1106,20.6\n").Facts);

        Assert.Equal(
            [
                ("indicator/referrals/926/2025", "5378", true), ("indicator/re-referrals-within-12-months/926/2025", "18.7", false),
                ("indicator/referrals-no-further-action/926/2025", "0", false), ("indicator/referrals-not-in-need/926/2025", "20.6", false),
            ],
            row.Records.Select(record => (record.SourceKey, record.IndicatorReading.Value, record.IndicatorReading.Counted)));
        Assert.All(row.Records, record => Assert.Equal(
            ("926", "2025", "2025-03-31", "OGL-UK-3.0"),
            (record.IndicatorReading.Area, record.IndicatorReading.Period, record.IndicatorReading.PeriodEnd, record.IndicatorReading.Source.Licence)));
    }

    [Theory]
    [InlineData("c", Code.Confidential)]
    [InlineData("x", Code.NotAvailable)]
    [InlineData(":", Code.NotAvailable)]
    [InlineData("z", Code.NotApplicable)]
    [InlineData("u", Code.LowReliability)]
    [InlineData("low", Code.RoundsToNought)]
    public void F17_codes_inside_numeric_columns_are_kept_and_are_no_nought(string cell, Code code)
    {
        var reading = Reading($"2025,Local authority,926,Norfolk,{cell},9,18.7,0,0,1106,20.6\n", "referrals");

        Assert.Equal((code, ""), (reading.Code, reading.Value));
    }

    [Theory]
    [InlineData("3")]
    [InlineData("c")]
    public void A_share_made_of_a_small_count_gives_it_away_and_is_withheld_with_it(string count)
    {
        var reading = Reading($"2025,Local authority,926,Norfolk,1000,{count},0.3,0,0,1106,20.6\n", "re-referrals-within-12-months");

        Assert.Equal((Code.Confidential, ""), (reading.Code, reading.Value));
    }

    [Theory]
    [InlineData("1000,997,99.7,0,0,1106,20.6", "re-referrals-within-12-months", Code.Confidential)]
    [InlineData("1000,9,0.9,995,99.5,106,10.6", "referrals-no-further-action", Code.Confidential)]
    [InlineData("1000,9,0.9,0,0,999,99.9", "referrals-not-in-need", Code.Confidential)]
    [InlineData("1000,9,0.9,0,0,999,x", "referrals-not-in-need", Code.NotAvailable)]
    [InlineData("1000,9,0.9,0,0,1000,100", "referrals-not-in-need", Code.Unspecified)]
    [InlineData("1000,994,99.4,0,0,0,0", "re-referrals-within-12-months", Code.Unspecified)]
    public void A_share_that_leaves_few_gives_them_away_and_is_withheld_unless_the_source_has_a_code(string figures, string indicator, Code code) =>
        Assert.Equal(code, Reading($"2025,Local authority,926,Norfolk,{figures}\n", indicator).Code);

    [Theory]
    [InlineData("2025,National,,,632830,142900,22.6,41340,6.5,194620,30.8\n", "about no local area")]
    [InlineData("2018,Local authority,836,Poole,1000,200,20,100,10,100,10\n", "no longer exists")]
    [InlineData("2018,Local authority,909,Cumbria,1000,200,20,100,10,100,10\n", "Cumbria")]
    public void What_is_about_no_area_of_today_is_out_of_scope(string row, string reason) =>
        Assert.Contains(reason, Assert.Single(Rows(row).OutOfScope).Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("2025,Local authority,926,Norfolk,many,1003,18.7,0,0,1106,20.6\n", "referral_count", "many")]
    [InlineData("last year,Local authority,926,Norfolk,5378,1003,18.7,0,0,1106,20.6\n", "time_period", "last year")]
    [InlineData("2025,Ward,926,Norfolk,5378,1003,18.7,0,0,1106,20.6\n", "geographic_level", "Ward")]
    [InlineData("2025,Local authority,999,Nowhere,5378,1003,18.7,0,0,1106,20.6\n", "old_la_code", "999")]
    public void A_row_that_cannot_be_read_is_refused_with_column_and_value(string row, string column, string value)
    {
        var fault = Assert.Single(Assert.Single(Rows(row).Refused).Faults);

        Assert.Equal(column, fault.Column);
        Assert.Contains(value, fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void F17_every_row_of_the_published_file_is_understood_or_about_no_area_of_today()
    {
        var rows = new RowsOf(new ChildrenInNeedFormat(), Given.Shared("indicators/c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv"));
        var readings = rows.Records.Select(record => record.IndicatorReading).ToList();

        Assert.Empty(rows.Refused);
        Assert.Equal(153, readings.Select(reading => reading.Area).Distinct().Count());
        Assert.Equal(readings.Count, rows.Records.Select(record => record.SourceKey).Distinct().Count());
        Assert.Contains(readings, reading => reading.Code == Code.Confidential);
        Assert.Contains(readings, reading => reading.Code == Code.NotAvailable);
        Assert.Contains(readings, reading => reading.Code == Code.LowReliability);
        Assert.All(rows.OutOfScope, row => Assert.Matches("about no local area|no longer exists|abolished", row.Reason));
    }
}
