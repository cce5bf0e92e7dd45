using System.Globalization;
using System.Text.RegularExpressions;
using Inspectorates.Hosting.Indicators;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;
using static Inspectorates.V1.IndicatorReading.Types;

namespace Inspectorates.Hosting.Records.Indicators;

/// <summary>What a reading must be before it is recorded, and what the service fills in.</summary>
internal sealed partial class ReadingRules(IInspectorate inspectorate, KnownIndicators indicators, LondonClock clock)
{
    private const int LargestWithheld = 5;

    /// <summary>Checks a reading and completes it in place.</summary>
    /// <param name="path">Its proto path.</param>
    public void Complete(Faults faults, string path, IndicatorReading reading)
    {
        faults.Published(path);
        foreach (var (field, given) in new[]
        {
            ("name", reading.Name.Length > 0), ("inspectorate", reading.Inspectorate.Length > 0), ("revision", reading.Revision != 0),
            ("recorded_at", reading.RecordedAt is not null), ("revision_reason", reading.RevisionReason.Length > 0), ("etag", reading.Etag.Length > 0),
        })
            faults.OutputOnly($"{path}.{field}", given);
        if (faults.Require($"{path}.indicator", reading.Indicator, indicators.Codes) && indicators.Find(reading.Indicator) is null)
            faults.Add(
                ErrorReason.IndicatorUnknown, $"{path}.indicator",
                $"'{Shown.Of(reading.Indicator)}' is not in this inspectorate's registry of indicators. It has {indicators.Codes}.");
        if (faults.Require($"{path}.area", reading.Area, "926") && faults.Area($"{path}.area", reading.Area) is { } area)
            reading.Area = area;
        if (faults.Require($"{path}.period", reading.Period, "2025") && !Period().IsMatch(reading.Period))
            faults.Add(ErrorReason.FieldMalformed, $"{path}.period", $"{path}.period is '{Shown.Of(reading.Period)}'; periods are written like 2025 or 2024-25.");
        faults.Day($"{path}.period_end", reading.PeriodEnd);
        Figure(faults, path, reading);
        if (reading.RoundedTo < 0)
            faults.Add(ErrorReason.FieldOutOfRange, $"{path}.rounded_to", $"{path}.rounded_to is {reading.RoundedTo}; it is 0 or more.");
        if (reading.Source is null)
            faults.Add(ErrorReason.FieldRequired, $"{path}.source", $"{path}.source is required: it says where the figure was published.");
        else
            faults.Source($"{path}.source", reading.Source, clock.Today);
        if (faults.Known($"{path}.state", reading.State))
            reading.State = State.Published;
        reading.Inspectorate = inspectorate.Code;
    }

    private static void Figure(Faults faults, string path, IndicatorReading reading)
    {
        if (!faults.Known($"{path}.code", reading.Code))
            return;
        if (reading.Value.Length > 0 == (reading.Code != Code.Unspecified))
        {
            faults.Add(
                reading.Value.Length > 0 ? ErrorReason.FieldsInconsistent : ErrorReason.FieldRequired, $"{path}.value",
                $"{path}.value is given exactly where {path}.code is not: a figure, or why there is none.");
            return;
        }

        if (reading.Value.Length == 0)
            return;
        if (reading.Value.Length > 20 || !decimal.TryParse(reading.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            faults.Add(ErrorReason.FieldMalformed, $"{path}.value", $"{path}.value is '{Shown.Of(reading.Value)}', no decimal number such as 18.7.");
        else if (reading.Counted && value is > 0 and <= LargestWithheld && !IsRounded(value, reading.RoundedTo))
            faults.Add(ErrorReason.FieldOutOfRange, $"{path}.value", $"{path}.value is a count of 1 to {LargestWithheld}, which is not held: give it as CONFIDENTIAL.");
    }

    // What is rounded to fives or more is no count any more: 5 stands for more than one number. Rounded to less it tells the count.
    private static bool IsRounded(decimal value, int to) => to >= LargestWithheld && value % to == 0;

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9-]{0,19}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Period();
}
