using Google.Protobuf.WellKnownTypes;

namespace Inspectorates.Gateway.Answering;

/// <summary>The day of a view and the instant of the records it is from, which go together.</summary>
internal static class ViewDay
{
    /// <summary>The two asked for. Where only the instant is given the day is that of the instant, in London.</summary>
    /// <returns>The day, and the instant; null: now.</returns>
    /// <exception cref="RefusedException">One of them is none, or has not come.</exception>
    public static (DateOnly AsOf, DateTimeOffset? RecordedAsOf) Read(string asOf, Timestamp? recordedAsOf, TimeProvider time)
    {
        var recorded = RecordedInstant.Read(recordedAsOf, time);
        var day = recorded is { } instant && asOf.Length == 0 ? LondonDay.Of(instant) : LondonDay.Read(asOf, time);
        return (day, recorded);
    }
}
