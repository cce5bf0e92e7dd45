using Inspectorates.Hosting.Trust;

namespace Inspectorates.Hosting.Store;

/// <summary>What every entry of a request carries: when, who and which request.</summary>
/// <param name="At">The instant: the service's clock, or the last entry's where the clock has stepped back behind it.</param>
/// <param name="Today">That instant's day in London.</param>
/// <param name="Caller">Who asked.</param>
/// <param name="RequestId">The request's id; empty for what the service does by itself.</param>
/// <param name="ClockIsBehind">Whether the clock has stepped back behind the last entry.</param>
internal sealed record Stamp(DateTimeOffset At, DateOnly Today, Caller Caller, string RequestId, bool ClockIsBehind)
{
    public static Stamp Of(LondonClock clock, LogHead head, Caller caller, string requestId)
    {
        var (now, last) = (clock.Now, head.At.Length == 0 ? DateTimeOffset.MinValue : Instants.Parse(head.At));
        var at = now < last ? last : now;
        return new Stamp(at, LondonClock.DayOf(at), caller, requestId, now < last);
    }
}
