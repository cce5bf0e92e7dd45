using Inspectorates.Reference;

namespace Inspectorates.Services.Tests.Reference;

public sealed class BankHolidaysTests
{
    private static readonly BankHolidays England = BankHolidays.England;

    [Fact]
    public void Every_year_has_eight_and_those_of_royal_occasions_one_or_two_more()
    {
        var more = new Dictionary<int, int> { [2011] = 1, [2012] = 1, [2022] = 2, [2023] = 1 };

        Assert.All(England.All.GroupBy(holiday => holiday.Date.Year), year =>
            Assert.Equal(8 + more.GetValueOrDefault(year.Key), year.Count()));
        Assert.Equal(Enumerable.Range(2010, 19), England.All.Select(holiday => holiday.Date.Year).Distinct());
    }

    [Fact]
    public void None_is_on_a_weekend_and_each_is_listed_once_in_order()
    {
        var days = England.All.Select(holiday => holiday.Date).ToArray();

        Assert.DoesNotContain(days, day => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        Assert.Equal(days.Distinct().Order(), days);
    }

    [Theory]
    [InlineData(2010, 12, 27)]
    [InlineData(2010, 12, 28)]
    [InlineData(2011, 4, 22)]
    [InlineData(2011, 4, 29)]
    [InlineData(2012, 6, 4)]
    [InlineData(2012, 6, 5)]
    [InlineData(2018, 3, 30)]
    [InlineData(2018, 4, 2)]
    [InlineData(2020, 5, 8)]
    [InlineData(2021, 12, 28)]
    [InlineData(2022, 1, 3)]
    [InlineData(2022, 6, 2)]
    [InlineData(2022, 6, 3)]
    [InlineData(2022, 9, 19)]
    [InlineData(2022, 12, 27)]
    [InlineData(2023, 5, 8)]
    [InlineData(2024, 4, 1)]
    [InlineData(2025, 4, 18)]
    [InlineData(2026, 12, 28)]
    [InlineData(2027, 3, 26)]
    [InlineData(2028, 4, 17)]
    public void A_day_known_as_a_holiday_is_one(int year, int month, int day)
    {
        Assert.True(England.Contains(new DateOnly(year, month, day)));
    }

    [Theory]
    [InlineData(2012, 5, 28)]
    [InlineData(2020, 5, 4)]
    [InlineData(2022, 5, 30)]
    [InlineData(2022, 12, 28)]
    [InlineData(2024, 12, 27)]
    public void A_day_a_holiday_was_moved_from_is_none(int year, int month, int day)
    {
        Assert.False(England.Contains(new DateOnly(year, month, day)));
    }

    [Fact]
    public void A_day_outside_the_known_years_is_refused_naming_them()
    {
        var fault = Assert.Throws<ArgumentOutOfRangeException>(() => England.Contains(new DateOnly(2029, 1, 1)));

        Assert.Contains("2010-01-01 to 2028-12-31", fault.Message, StringComparison.Ordinal);
    }
}
