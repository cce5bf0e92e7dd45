using System.Globalization;

namespace Inspectorates.Hosting.Verification;

/// <summary>The day in London of an instant of the log.</summary>
internal static class LondonDay
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static string Of(string instant) => TimeZoneInfo
        .ConvertTime(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), London)
        .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
