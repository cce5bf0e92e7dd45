using System.Globalization;
using Inspectorates.V1;
using static Inspectorates.V1.Indicator.Types;

namespace Inspectorates.Gateway.Joint.Indicators;

/// <summary>What can be wrong in an indicator or a reading so that it cannot be told.</summary>
internal static class IndicatorFaults
{
    public static IEnumerable<string> Of(Indicator indicator)
    {
        if (indicator.Code.Length == 0 || indicator.Label.Length == 0)
            yield return "An indicator has no code or no label.";
        if (indicator.Type == 0 || !AnswerCheck.IsGiven(indicator.Type) || !AnswerCheck.IsGiven(indicator.OptimumState))
            yield return $"{indicator.Code} is of a type that is not known here.";
        if (indicator.OptimumState is OptimumState.Stated != indicator.Optimum.Length > 0)
            yield return $"{indicator.Code} says at once that an optimum is stated and that none is.";
    }

    public static IEnumerable<string> Of(IndicatorReading reading, string inspectorate, string? area)
    {
        foreach (var fault in AnswerCheck.RecordFaults(
            "reading", reading.Name, $"inspectorates/{inspectorate}/indicatorReadings/", reading.Inspectorate, inspectorate))
            yield return fault;
        if (area is not null && reading.Area != area)
            yield return $"{reading.Name} is not about the area asked for ({area}).";
        if (reading.PeriodEnd.Length > 0 && Days.Parse(reading.PeriodEnd) is null)
            yield return $"{reading.Name} has \"{reading.PeriodEnd}\" for a day.";
        if (reading.Value.Length > 0 == (reading.Code != 0))
            yield return $"{reading.Name} has a figure and a reason for having none, or neither.";
        if (reading.Value.Length > 0 && !decimal.TryParse(reading.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out _))
            yield return $"{reading.Name} has no figure that can be read.";
    }
}
