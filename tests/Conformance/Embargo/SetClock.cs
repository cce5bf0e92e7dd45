namespace Inspectorates.Conformance.Embargo;

/// <summary>
/// A clock that stands where the test sets it, backwards too: a store that is emptied begins again. What waits by it waits by
/// the machine's clock, and is woken by whoever sets it.
/// </summary>
internal sealed class SetClock(DateTimeOffset now) : TimeProvider
{
    private long ticks = now.UtcTicks;
    private long stamps;

    public DateTimeOffset Now
    {
        get => new(Volatile.Read(ref ticks), TimeSpan.Zero);
        set => Volatile.Write(ref ticks, value.UtcTicks);
    }

    public override DateTimeOffset GetUtcNow() => Now;

    // Every span measured is a long one: a gateway that asks how long a stream held comes back at once.
    public override long GetTimestamp() => Interlocked.Add(ref stamps, 10 * TimestampFrequency);
}
