namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>
/// Whether two raters differ as often in one direction as in the other, for every pair of categories. A. H. Bowker, A test for
/// symmetry in contingency tables, Journal of the American Statistical Association 43 (1948) 572-574; of two categories it is
/// McNemar's test. A pair of categories in which they never differ adds no degree of freedom.
/// </summary>
public static class BowkerTest
{
    /// <summary>The test.</summary>
    public static Significance Of(ConfusionMatrix matrix)
    {
        var (statistic, degrees) = (0.0, 0);
        for (var other = 1; other < matrix.Categories; other++)
            for (var one = 0; one < other; one++)
                if (matrix[one, other] + matrix[other, one] is > 0 and var differing)
                {
                    var excess = (double)(matrix[one, other] - matrix[other, one]);
                    statistic += excess * excess / differing;
                    degrees++;
                }

        return new(statistic, degrees);
    }
}
