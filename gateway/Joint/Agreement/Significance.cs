namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>What a test of two raters' matrix comes to.</summary>
/// <param name="Statistic">The chi-squared statistic, 0 or more.</param>
/// <param name="DegreesOfFreedom">Its degrees of freedom; 0: the two differ in nothing, so that there is nothing to test.</param>
public sealed record Significance(double Statistic, int DegreesOfFreedom)
{
    /// <summary>
    /// How likely a statistic as large or larger were if the raters differed only by chance, 0 to 1. Null: there is nothing to test.
    /// </summary>
    public double? PValue { get; } = DegreesOfFreedom == 0 ? null : ChiSquared.UpperTail(Statistic, DegreesOfFreedom);
}
