using FsCheck.Xunit;
using Inspectorates.Reference;

namespace Inspectorates.Services.Tests.Reference;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData("2018-01-30", 70, "2018-05-11")]
    [InlineData("2024-03-28", 1, "2024-04-02")]
    [InlineData("2024-12-24", 1, "2024-12-27")]
    [InlineData("2024-06-07", 1, "2024-06-10")]
    [InlineData("2024-06-08", 0, "2024-06-08")]
    public void Working_days_are_counted_from_the_day_after(string start, int days, string due)
    {
        Assert.Equal(Day(due), WorkingDays.Add(Day(start), days));
    }

    [Property]
    public bool As_many_working_days_lie_after_the_start_up_to_the_result_as_were_added(ushort offset, byte days)
    {
        var start = Start(offset);
        var due = WorkingDays.Add(start, days);

        var between = Enumerable.Range(1, due.DayNumber - start.DayNumber).Count(step => WorkingDays.Contains(start.AddDays(step)));
        return between == days && (days == 0 || WorkingDays.Contains(due));
    }

    [Property]
    public bool Adding_twice_is_adding_the_sum(ushort offset, byte first, byte second)
    {
        var start = Start(offset);

        return WorkingDays.Add(WorkingDays.Add(start, first), second) == WorkingDays.Add(start, first + second);
    }

    [Property]
    public bool A_later_start_is_never_due_earlier(ushort offset, byte days)
    {
        var start = Start(offset);

        return WorkingDays.Add(start, days) <= WorkingDays.Add(start.AddDays(1), days);
    }

    [Property]
    public bool Between_takes_back_what_adding_gave(ushort offset, byte days)
    {
        var start = Start(offset);

        return WorkingDays.Between(start, WorkingDays.Add(start, days)) == days;
    }

    [Fact]
    public void Between_counts_the_last_day_and_not_the_first()
    {
        Assert.Equal(70, WorkingDays.Between(Day("2018-01-30"), Day("2018-05-11")));
        // Good Friday and Easter Monday of 2024, and the weekend between them.
        Assert.Equal(1, WorkingDays.Between(Day("2024-03-28"), Day("2024-04-02")));
        Assert.Equal(0, WorkingDays.Between(Day("2024-06-07"), Day("2024-06-09")));
        Assert.Equal(0, WorkingDays.Between(Day("2024-06-07"), Day("2024-06-03")));
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingDays.Between(Day("2028-12-29"), Day("2029-01-02")));
    }

    [Fact]
    public void Days_backwards_and_counts_beyond_the_known_years_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingDays.Add(Day("2024-06-07"), -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingDays.Add(Day("2028-12-29"), 1));
    }

    // Far enough from the last known year that two bytes of working days stay within it.
    private static DateOnly Start(ushort offset) => new DateOnly(2010, 1, 1).AddDays(offset % 5800);

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
