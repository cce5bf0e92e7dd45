using Inspectorates.Hosting.Store;
using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records.Concerns;

/// <summary>
/// Whether a concern is held beyond its time, on the day it is read, and by whom. Pure: a function of the concern and the instant.
/// </summary>
internal static class HeldTime
{
    /// <summary>How far it is held beyond its time; null: it is not, or is no longer held.</summary>
    /// <param name="concern">The concern's latest revision.</param>
    /// <param name="now">The instant it is read at.</param>
    public static HeldBeyond? Of(Concern concern, DateTimeOffset now)
    {
        if (concern.State != Concern.Types.State.Open || LastDay(concern.Stage, now) is not { } last)
            return null;
        var days = DaysSince(last, LondonClock.DayOf(now));
        return new HeldBeyond { Holder = concern.Stage.Holder, WorkingDays = days ?? 0, Text = Text(days) };
    }

    /// <summary>Working days after a day up to another; null: the bank holidays of those years are not known.</summary>
    public static int? DaysSince(DateOnly last, DateOnly today)
    {
        try
        {
            return WorkingDays.Between(last, today);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>A number of working days in words.</summary>
    public static string InWords(int days) => days == 1 ? "1 working day" : $"{days} working days";

    // The day its time was over; null: it is not over, or there is no such day.
    private static DateOnly? LastDay(ConcernStage stage, DateTimeOffset now)
    {
        if (stage.DueAt is { } due)
            return due.ToDateTimeOffset() < now ? LondonClock.DayOf(due.ToDateTimeOffset()) : null;
        return Days.Parse(stage.DueOn) is { } last && last < LondonClock.DayOf(now) ? last : null;
    }

    private static string Text(int? days) => days switch
    {
        null => "held beyond its time; the working days of that year are not known",
        0 => "held beyond its time by less than a working day",
        { } known => $"held beyond its time by {InWords(known)}",
    };
}
