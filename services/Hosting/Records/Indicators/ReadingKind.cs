using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records.Indicators;

/// <summary>Readings of indicators as the store keeps them: one record for each indicator, area and period (docs/decisions/0183).</summary>
internal static class ReadingKind
{
    public static readonly FurtherKind<IndicatorReading> Kind = new(
        "indicator-reading", "indicatorReadings", ErrorReason.IndicatorReadingNotFound, static (reading, _) => reading, Keys);

    private static IEnumerable<(string, string)> Keys(IndicatorReading reading) =>
        [("area", reading.Area), ("indicator", reading.Indicator)];
}
