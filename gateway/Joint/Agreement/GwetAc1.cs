using System.Runtime.CompilerServices;

namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>
/// Gwet's AC1: agreement beyond chance that does not fall because nearly every verdict is the same, as kappa does. K. L. Gwet,
/// Computing inter-rater reliability and its variance in the presence of high agreement, British Journal of Mathematical and
/// Statistical Psychology 61 (2008) 29-48; with missing values as in his Handbook of Inter-Rater Reliability.
/// </summary>
public static class GwetAc1
{
    /// <summary>Of two raters. Undefined where every rating is the same, though the formula would come to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Coefficient Of(ConfusionMatrix matrix)
    {
        var total = matrix.Total;
        if (total == 0)
            return Coefficient.NothingToCompare;
        var byOthers = 0.0;
        for (var category = 0; category < matrix.Categories; category++)
        {
            var share = (matrix.Row(category) + matrix.Column(category)) / (2.0 * total);
            byOthers += share * (1 - share);
        }

        return ChanceCorrected.Of((double)matrix.Equal / total, Expected(byOthers, matrix.Categories), !matrix.HasNoVariation).Coefficient;
    }

    internal static ChanceCorrected Of(Tally tally) => tally.Pairable == 0
        ? ChanceCorrected.Nothing
        : ChanceCorrected.Of(
            tally.PairsThatAgree / tally.Pairable, Expected(tally.SumOfSharesByOthers, tally.Categories), tally.Varies);

    // Of a scale of one category nothing can vary, and the division is never used.
    private static double Expected(double sumOfSharesByOthers, int categories) => sumOfSharesByOthers / Math.Max(1, categories - 1);
}
