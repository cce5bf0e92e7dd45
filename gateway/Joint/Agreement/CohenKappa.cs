using System.Runtime.CompilerServices;

namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>
/// Cohen's kappa: agreement of two raters beyond what their own shares of each category would give by chance. J. Cohen, A
/// coefficient of agreement for nominal scales, Educational and Psychological Measurement 20 (1960) 37-46; weighted: Weighted
/// kappa, Psychological Bulletin 70 (1968) 213-220.
/// </summary>
public static class CohenKappa
{
    /// <summary>Any disagreement weighs the same.</summary>
    public static Coefficient Unweighted(ConfusionMatrix matrix) => Weighted(matrix, DisagreementWeights.Unweighted(matrix.Categories));

    /// <summary>A disagreement weighs the places of the scale it spans.</summary>
    public static Coefficient Linear(ConfusionMatrix matrix) => Weighted(matrix, DisagreementWeights.Linear(matrix.Categories));

    /// <summary>A disagreement weighs the square of the places it spans.</summary>
    public static Coefficient Quadratic(ConfusionMatrix matrix) => Weighted(matrix, DisagreementWeights.Quadratic(matrix.Categories));

    /// <summary>
    /// One less the observed disagreement over that expected by chance. Undefined where chance alone would give none: both
    /// gave every unit the same category.
    /// </summary>
    /// <param name="matrix">How the two rated, over the whole scale.</param>
    /// <param name="weights">What each disagreement weighs.</param>
    /// <exception cref="ArgumentException">The weights are for another number of categories.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Coefficient Weighted(ConfusionMatrix matrix, DisagreementWeights weights)
    {
        if (weights.Categories != matrix.Categories)
            throw new ArgumentException(
                $"The weights are for {weights.Categories} categories and the matrix has {matrix.Categories}.", nameof(weights));
        var (observed, expected) = (0.0, 0.0);
        for (var row = 0; row < matrix.Categories; row++)
            for (var column = 0; column < matrix.Categories; column++)
            {
                observed += weights[row, column] * matrix[row, column];
                expected += weights[row, column] * matrix.Row(row) * matrix.Column(column);
            }

        return matrix.Total == 0 ? Coefficient.NothingToCompare
            : expected == 0 ? Coefficient.NoVariation
            : Coefficient.Of(1 - (matrix.Total * observed / expected));
    }
}
