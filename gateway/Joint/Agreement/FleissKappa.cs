namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>
/// Fleiss' kappa: agreement of several raters who each rated every unit. J. L. Fleiss, Measuring nominal scale agreement among
/// many raters, Psychological Bulletin 76 (1971) 378-382.
/// </summary>
public static class FleissKappa
{
    /// <summary>The agreement, or <see cref="Coefficient.NotComplete"/> where units have unlike numbers of ratings.</summary>
    /// <param name="unitsByCategories">A row for each unit: how many raters gave it each category of the scale.</param>
    /// <exception cref="ArgumentException">The rows are not equally long, or a count is negative.</exception>
    public static ChanceCorrected Of(IReadOnlyList<IReadOnlyList<int>> unitsByCategories)
    {
        if (unitsByCategories.Any(unit => unit.Count != unitsByCategories[0].Count || unit.Any(count => count < 0)))
            throw new ArgumentException("Every unit has a count for every category, none negative.", nameof(unitsByCategories));
        if (unitsByCategories.Count == 0)
            return ChanceCorrected.Nothing;
        var tally = new Tally(unitsByCategories[0].Count);
        foreach (var unit in unitsByCategories)
            tally.Add([.. unit]);
        return Of(tally);
    }

    internal static ChanceCorrected Of(Tally tally) =>
        tally.Units == 0 ? ChanceCorrected.Nothing
        : !tally.IsComplete ? new(0, 0, Coefficient.NotComplete)
        : ChanceCorrected.Of(tally.PairsThatAgree / tally.Pairable, tally.SumOfSquaredShares, tally.Varies);
}
