namespace Inspectorates.Reference;

/// <summary>Counts working days: not Saturday, not Sunday, not a bank holiday in England.</summary>
public static class WorkingDays
{
    /// <summary>Whether the day is a working day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Bank holidays are not known for the day.</exception>
    public static bool Contains(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !BankHolidays.England.Contains(day);

    /// <summary>
    /// The day that is <paramref name="days"/> working days after <paramref name="start"/>. The count starts the day
    /// after, so the start need not be a working day; none after a day is the day itself. 30 January 2018 and 70
    /// working days is 11 May 2018.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="days"/> is negative, or the count leaves the years whose bank holidays are known.
    /// </exception>
    public static DateOnly Add(DateOnly start, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var day = start;
        while (days > 0)
        {
            day = day.AddDays(1);
            if (Contains(day))
                days--;
        }

        return day;
    }

    /// <summary>
    /// How many working days there are after <paramref name="start"/> up to and including <paramref name="end"/>: the reverse of
    /// <see cref="Add"/>. 30 January 2018 to 11 May 2018 are 70; where the end is not after the start, none.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The count leaves the years whose bank holidays are known.</exception>
    public static int Between(DateOnly start, DateOnly end)
    {
        var days = 0;
        for (var day = start; day < end;)
        {
            day = day.AddDays(1);
            if (Contains(day))
                days++;
        }

        return days;
    }
}
