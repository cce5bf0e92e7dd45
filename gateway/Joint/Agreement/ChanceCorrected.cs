namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>A coefficient of the form (observed - expected) / (1 - expected), with what it is made of.</summary>
/// <param name="Observed">Share of pairs of verdicts that agree, 0 to 1; 0 where there is no pair.</param>
/// <param name="Expected">The share that chance would give, 0 to 1; 0 where there is no pair.</param>
/// <param name="Coefficient">The agreement beyond chance.</param>
public sealed record ChanceCorrected(double Observed, double Expected, Coefficient Coefficient)
{
    internal static ChanceCorrected Nothing { get; } = new(0, 0, Coefficient.NothingToCompare);

    /// <param name="observed">The share of pairs that agree.</param>
    /// <param name="expected">The share that chance would give.</param>
    /// <param name="varies">
    /// Whether two categories occur. Where only one does, some coefficients of this form would come to 1 and others to 0 over
    /// 0; none says anything.
    /// </param>
    internal static ChanceCorrected Of(double observed, double expected, bool varies) => new(
        observed, expected, varies && expected < 1 ? Coefficient.Of((observed - expected) / (1 - expected)) : Coefficient.NoVariation);
}
