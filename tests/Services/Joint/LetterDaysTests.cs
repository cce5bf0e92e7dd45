using Inspectorates.Hosting.Imports;
using Inspectorates.Hosting.Imports.Joint;

namespace Inspectorates.Services.Tests.Joint;

public sealed class LetterDaysTests
{
    [Theory]
    [InlineData("9 to 13 December 2024", "2024-12-09", "2024-12-13")]
    [InlineData("27 June 2022 to 1 July 2022", "2022-06-27", "2022-07-01")]
    [InlineData("9 May to 13 May 2022", "2022-05-09", "2022-05-13")]
    [InlineData("22 April to 26 April 2024", "2024-04-22", "2024-04-26")]
    [InlineData("29 November to 3 December 2021", "2021-11-29", "2021-12-03")]
    [InlineData("18 December to 5 January 2022", "2021-12-18", "2022-01-05")]
    [InlineData("9th to 13th december 2024", "2024-12-09", "2024-12-13")]
    [InlineData("9\u201313 December 2024", "2024-12-09", "2024-12-13")]
    [InlineData("9-13 December 2024", "2024-12-09", "2024-12-13")]
    [InlineData("Monday 9 to Friday 13 December 2024", "2024-12-09", "2024-12-13")]
    [InlineData("2024-12-09 to 2024-12-13", "2024-12-09", "2024-12-13")]
    public void Fieldwork_is_read_as_letters_print_it(string text, string start, string end)
    {
        var remarks = new List<string>();
        var range = LetterDays.ReadRange(text, remarks, out var fault);

        Assert.Null(fault);
        Assert.Equal((start, end), (SourceDay.Iso(range!.Value.Start), SourceDay.Iso(range.Value.End)));
        Assert.All(remarks, remark => Assert.Contains("18 December", remark, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("26 to 31 March 2023", "begins on 2023-03-26, a Sunday")]
    [InlineData("Tuesday 9 to Friday 13 December 2024", "2024-12-09 is a Monday, not a Tuesday")]
    [InlineData("Monday 9 to Thursday 13 December 2024", "2024-12-13 is a Friday, not a Thursday")]
    [InlineData("1 March to 30 April 2024", "is 61 days long")]
    public void A_wrong_day_of_the_week_is_remarked_upon_and_the_date_stands(string text, string remark)
    {
        var remarks = new List<string>();

        Assert.NotNull(LetterDays.ReadRange(text, remarks, out _));
        Assert.Contains(remarks, one => one.Contains(remark, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("9 December 2024")]
    [InlineData("December 2024")]
    [InlineData("30 to 31 February 2024")]
    [InlineData("9 to 13")]
    [InlineData("to 13 December 2024")]
    [InlineData("9 to 10 to 13 December 2024")]
    [InlineData("12/13/2024 to 12/17/2024")]
    [InlineData("28 to 1 March 2024")]
    public void What_is_no_range_of_days_is_a_fault(string text)
    {
        Assert.Null(LetterDays.ReadRange(text, [], out var fault));
        Assert.Contains($"\"{text}\"", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("27 february 2025", "2025-02-27", 0)]
    [InlineData("Thursday 27 February 2025", "2025-02-27", 0)]
    [InlineData("Monday, 27 February 2025", "2025-02-27", 1)]
    public void A_day_is_read_with_or_without_its_day_of_the_week(string text, string day, int remarks)
    {
        var found = new List<string>();

        Assert.Equal(day, SourceDay.Iso(LetterDays.ReadDay(text, found, out _)!.Value));
        Assert.Equal(remarks, found.Count);
    }
}
