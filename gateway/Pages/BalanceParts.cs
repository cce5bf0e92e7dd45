using System.Globalization;
using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Pages;

/// <summary>Numbers and methods of a balance in words for readers. The exact numbers are in the JSON.</summary>
internal static class BalanceParts
{
    public static string Method(WeightProfile.Types.Method method) => method switch
    {
        WeightProfile.Types.Method.Weighted => "Weighted",
        WeightProfile.Types.Method.LimitedThenWeighted => "Weighted, and no better than the limiters allow",
        WeightProfile.Types.Method.Worst => "The worst counts",
        _ => "Not known",
    };

    /// <summary>To three places.</summary>
    public static string Number(ExactNumber number) => decimal
        .Round(Read(number), 3, MidpointRounding.AwayFromZero).ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>In percent, to two places.</summary>
    public static string Share(ExactNumber share) => decimal
        .Round(Read(share) * 100, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    public static string Change(Threshold? threshold, string beyond) => threshold is null
        ? "No change"
        : $"{(threshold.Reached ? "From" : PageWords.Capital(beyond))} {Share(threshold.At)}: {threshold.Result}";

    /// <summary>As a reader may write it: the decimal where it is exact, else the fraction.</summary>
    public static string Declared(ExactNumber weight) => weight.Decimal.Length < 16 ? weight.Decimal : weight.Fraction;

    // 16 places at most, which a decimal holds of every score and share.
    private static decimal Read(ExactNumber number) => decimal.Parse(number.Decimal, CultureInfo.InvariantCulture);
}
