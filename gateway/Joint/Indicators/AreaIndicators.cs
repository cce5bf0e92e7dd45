using System.Globalization;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using Code = Inspectorates.V1.IndicatorReading.Types.Code;

namespace Inspectorates.Gateway.Joint.Indicators;

/// <summary>What indicators came to in an area, each beside what its registry says follows from it and what does not (F17).</summary>
internal static class AreaIndicators
{
    /// <summary>The indicators of which there are readings, by inspectorate and code; their readings the latest first.</summary>
    public static IEnumerable<AreaIndicator> Of(IReadOnlyList<SourceAnswer> answers) =>
        from answer in answers
        let registry = answer.Registry.Records.ToDictionary(indicator => indicator.Code)
        from same in answer.Readings.Records.GroupBy(reading => reading.Indicator).OrderBy(same => same.Key, StringComparer.Ordinal)
        where registry.ContainsKey(same.Key)
        select Of(answer.Inspectorate, registry[same.Key], same);

    /// <summary>The inspectorates that answered and whose readings or registry could not be read, or do not fit each other.</summary>
    public static IEnumerable<string> NotKnown(IEnumerable<SourceAnswer> answers) => answers
        .Where(answer => answer.Readings.Reading is FurtherReading.NotKnown
            || (answer.Readings.Records.Count > 0 && answer.Registry.Reading is not FurtherReading.Read)
            || answer.Readings.Records.Select(reading => reading.Indicator).Except(answer.Registry.Records.Select(indicator => indicator.Code)).Any())
        .Select(answer => answer.Inspectorate);

    private static AreaIndicator Of(string inspectorate, Indicator indicator, IEnumerable<IndicatorReading> readings)
    {
        List<IndicatorReading> latest = [.. readings.OrderByDescending(reading => reading.PeriodEnd, StringComparer.Ordinal).ThenByDescending(reading => reading.Period, StringComparer.Ordinal)];
        return new()
        {
            Inspectorate = inspectorate,
            Indicator = indicator.Clone(),
            Sentences = { IndicatorSentences.Of(indicator) },
            Readings = { latest.Select(reading => reading.Clone()) },
            ReadingWords = { latest.Select(Words) },
        };
    }

    /// <summary>"18.7", "withheld at its source, because it is a small number or would give one away (c)".</summary>
    public static string Words(IndicatorReading reading) => reading.Code switch
    {
        Code.Confidential => "withheld, because it is a small number or would give one away (c)",
        Code.NotAvailable => "not available (x)",
        Code.NotApplicable => "not applicable (z)",
        Code.LowReliability => "not given, of low reliability (u)",
        Code.RoundsToNought => "rounds to nought and is not nought (low)",
        // A reason of a newer build.
        not 0 => "not given, for a reason that is not known here",
        _ when reading.RoundedTo > 1 => $"{reading.Value}, rounded to the nearest {reading.RoundedTo.ToString(CultureInfo.InvariantCulture)}",
        _ => reading.Value,
    };
}
