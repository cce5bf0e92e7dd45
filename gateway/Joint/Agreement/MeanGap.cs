using System.Runtime.CompilerServices;

namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>
/// Who is harsher: how many places of the scale, best first, the row's rater stands below the column's on average. Positive: the
/// row's is harsher; negative: the column's; 0: neither. A mean of both directions, so that differences may cancel out.
/// </summary>
public static class MeanGap
{
    /// <summary>The mean over all units; null: there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double? Of(ConfusionMatrix matrix)
    {
        var (sum, total) = (0L, matrix.Total);
        for (var row = 0; row < matrix.Categories; row++)
            for (var column = 0; column < matrix.Categories; column++)
                sum += matrix[row, column] * (row - column);
        return total == 0 ? null : (double)sum / total;
    }
}
