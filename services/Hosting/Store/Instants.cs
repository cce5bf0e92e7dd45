using System.Globalization;
using Google.Protobuf.WellKnownTypes;

namespace Inspectorates.Hosting.Store;

/// <summary>Instants as they are stored: UTC with seven digits, which sorts as text.</summary>
internal static class Instants
{
    private const string Form = "yyyy-MM-ddTHH:mm:ss.fffffffZ";
    private const int NanosPerTick = 100;

    public static string Text(this DateTimeOffset instant) => instant.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.ParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>The first instant the clock can tell that is not before the one given: what opens then does not open early.</summary>
    public static DateTimeOffset NotBefore(Timestamp instant)
    {
        var told = instant.ToDateTimeOffset();
        return instant.Nanos % NanosPerTick == 0 ? told : told.AddTicks(1);
    }

    /// <summary>Whether the message holds an instant between the years 1 and 9999.</summary>
    public static bool IsValid(Timestamp instant) =>
        instant.Nanos is >= 0 and < 1_000_000_000
        && instant.Seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds() && instant.Seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds();
}
