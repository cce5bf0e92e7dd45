using Google.Protobuf.WellKnownTypes;

namespace Inspectorates.Gateway.Joint.Positions;

/// <summary>The days of instants: days begin and end in London.</summary>
internal static class LondonDays
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static DateOnly Of(Timestamp instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant.ToDateTimeOffset(), London).DateTime);

    /// <summary>"9 December 2024"; the ISO day in words, or the text as it is where it is none.</summary>
    public static string Words(string iso) => Days.Parse(iso) is { } day ? Joint.Words.Day(day) : iso;
}
