using Inspectorates.V1;

namespace Inspectorates.Hosting.Imports;

/// <summary>
/// The codes that official statistics print inside numeric columns where there is no number. Source: the standards for open data
/// of the Department for Education's "Explore education statistics".
/// </summary>
public static class SuppressionCodes
{
    /// <summary>The codes, for messages.</summary>
    public const string Accepted = "c, x, :, z, u and low";

    /// <summary>Reads a cell that is a code.</summary>
    /// <param name="cell">The cell, without spaces around it.</param>
    /// <param name="code">What it says.</param>
    /// <returns>False: it is none.</returns>
    public static bool TryRead(string cell, out IndicatorReading.Types.Code code)
    {
        code = cell switch
        {
            "c" => IndicatorReading.Types.Code.Confidential,
            "x" or ":" => IndicatorReading.Types.Code.NotAvailable,
            "z" => IndicatorReading.Types.Code.NotApplicable,
            "u" => IndicatorReading.Types.Code.LowReliability,
            "low" => IndicatorReading.Types.Code.RoundsToNought,
            _ => IndicatorReading.Types.Code.Unspecified,
        };
        return code != IndicatorReading.Types.Code.Unspecified;
    }
}
