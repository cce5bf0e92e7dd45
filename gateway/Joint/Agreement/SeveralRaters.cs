namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>
/// The agreement of several raters by six measures at once, missing values allowed, as K. L. Gwet's Handbook of Inter-Rater
/// Reliability (4th edition, 2014) has them: all but alpha take every unit with a rating into the shares of the categories,
/// and every unit with two into the observed agreement.
/// </summary>
/// <param name="Observed">Share of pairs within units that agree, averaged over units with two ratings or more; 0: no such unit.</param>
/// <param name="Ac1">Gwet's AC1.</param>
/// <param name="Fleiss">Fleiss' kappa, generalised to missing values: of complete data it is the original.</param>
/// <param name="Conger">Conger's kappa, Psychological Bulletin 88 (1980) 322-328: Cohen's for several raters.</param>
/// <param name="Alpha">Krippendorff's alpha at the nominal level.</param>
/// <param name="BrennanPrediger">Brennan and Prediger's coefficient (1981): chance is one in the number of categories.</param>
public sealed record SeveralRaters(
    double Observed, Coefficient Ac1, Coefficient Fleiss, Coefficient Conger, Coefficient Alpha, Coefficient BrennanPrediger)
{
    /// <summary>The measures.</summary>
    /// <param name="ratersByUnits">A row of categories for each rater, a column for each unit; null: not rated.</param>
    /// <param name="domain">Every category of the scale, whether used or not.</param>
    /// <exception cref="ArgumentException">The rows are not equally long, or a rating is not in the domain.</exception>
    public static SeveralRaters Of(IReadOnlyList<IReadOnlyList<int?>> ratersByUnits, IReadOnlyList<int> domain)
    {
        if (ratersByUnits.Any(row => row.Count != ratersByUnits[0].Count))
            throw new ArgumentException("Every rater has a category or null for every unit.", nameof(ratersByUnits));
        var places = Domain.Places(domain);
        var tally = new Tally(domain.Count);
        var byRater = ratersByUnits.Select(_ => new int[domain.Count]).ToArray();
        for (var column = 0; ratersByUnits.Count > 0 && column < ratersByUnits[0].Count; column++)
        {
            var unit = new int[domain.Count];
            for (var rater = 0; rater < ratersByUnits.Count; rater++)
                if (ratersByUnits[rater][column] is { } category)
                {
                    unit[Domain.Place(places, category)]++;
                    byRater[rater][Domain.Place(places, category)]++;
                }

            tally.Add(unit);
        }

        return Of(tally, [.. byRater.Where(counts => counts.Any(count => count > 0))]);
    }

    private static SeveralRaters Of(Tally tally, IReadOnlyList<int[]> byRater)
    {
        var nothing = Coefficient.NothingToCompare;
        if (tally.Pairable == 0)
            return new(0, nothing, nothing, nothing, nothing, nothing);
        var observed = tally.PairsThatAgree / tally.Pairable;
        return new(
            observed,
            GwetAc1.Of(tally).Coefficient,
            ChanceCorrected.Of(observed, tally.SumOfSquaredShares, tally.Varies).Coefficient,
            ChanceCorrected.Of(observed, ByChanceOfTheirOwn(byRater, tally.Categories), tally.Varies).Coefficient,
            KrippendorffAlpha.Of(tally.Coincidences, new double[tally.Categories], Measurement.Nominal),
            ChanceCorrected.Of(observed, 1.0 / tally.Categories, tally.Varies).Coefficient);
    }

    // The chance that two different raters, each by its own shares, meet in a category, averaged over the pairs of raters.
    private static double ByChanceOfTheirOwn(IReadOnlyList<int[]> byRater, int categories)
    {
        if (byRater.Count < 2)
            return 0;
        var expected = 0.0;
        for (var category = 0; category < categories; category++)
        {
            double[] shares = [.. byRater.Select(counts => (double)counts[category] / counts.Sum())];
            expected += (shares.Sum() * shares.Sum()) - shares.Sum(share => share * share);
        }

        return expected / (byRater.Count * (byRater.Count - 1.0));
    }
}
