using Inspectorates.Gateway.Joint.Agreement;

namespace Inspectorates.Gateway.Tests.Joint.Agreement;

/// <summary>What holds of every coefficient whatever was rated.</summary>
public sealed class CoefficientLawsTests
{
    private const double Rounding = 1e-9;

    private static ConfusionMatrix Matrix(Ratings ratings) => ConfusionMatrix.Of(ratings.ByRater[0], ratings.ByRater[1], ratings.Domain);

    private static IEnumerable<Coefficient> OfTwo(ConfusionMatrix matrix) =>
    [
        CohenKappa.Unweighted(matrix), CohenKappa.Linear(matrix), CohenKappa.Quadratic(matrix), GwetAc1.Of(matrix),
        KrippendorffAlpha.Of(matrix, Measurement.Nominal), KrippendorffAlpha.Of(matrix, Measurement.Ordinal),
        KrippendorffAlpha.Of(matrix, Measurement.Interval),
    ];

    private static IEnumerable<Coefficient> OfSeveral(Ratings ratings)
    {
        var several = SeveralRaters.Of(ratings.ByRater, ratings.Domain);
        return
        [
            several.Ac1, several.Fleiss, several.Conger, several.Alpha, several.BrennanPrediger,
            .. Enum.GetValues<Measurement>().Select(level => KrippendorffAlpha.Of(ratings.Values, level)),
        ];
    }

    private static void AreSame(IEnumerable<Coefficient> some, IEnumerable<Coefficient> others) =>
        Assert.All(some.Zip(others), pair => IsSame(pair.First, pair.Second));

    private static void IsSame(Coefficient one, Coefficient other)
    {
        Assert.Equal(one.WhyNot, other.WhyNot);
        Assert.Equal(one.Value ?? 0, other.Value ?? 0, Rounding);
    }

    [Fact]
    public void Neither_the_order_of_raters_nor_that_of_units_matters() => Ratings.Hold((ratings, random) =>
    {
        AreSame(OfSeveral(ratings), OfSeveral(ratings with { ByRater = [.. ratings.ByRater.Reverse()] }));
        AreSame(OfSeveral(ratings), OfSeveral(ratings.Shuffled(random)));
        AreSame(OfTwo(Matrix(ratings)), OfTwo(Matrix(ratings.Shuffled(random))));
    });

    [Fact]
    public void Who_of_two_comes_first_matters_to_the_sign_of_the_gap_alone() => Ratings.Hold((ratings, _) =>
    {
        var there = Matrix(ratings);
        var back = Matrix(ratings with { ByRater = [.. ratings.ByRater.Reverse()] });

        AreSame(OfTwo(there), OfTwo(back));
        Assert.Equal(-MeanGap.Of(there) ?? 0, MeanGap.Of(back) ?? 0, Rounding);
        Assert.Equal(BowkerTest.Of(there).Statistic, BowkerTest.Of(back).Statistic, Rounding);
        Assert.Equal(StuartMaxwellTest.Of(there).Statistic, StuartMaxwellTest.Of(back).Statistic, Rounding);
        Assert.Equal(StuartMaxwellTest.Of(there).DegreesOfFreedom, StuartMaxwellTest.Of(back).DegreesOfFreedom);
    }, raters: 2);

    [Fact]
    public void Perfect_agreement_with_variation_is_exactly_1_and_without_it_undefined() => Ratings.Hold((ratings, random) =>
    {
        var same = ratings with { ByRater = [.. Enumerable.Repeat(ratings.ByRater[0], random.Next(2, 6))] };
        var given = same.ByRater[0].OfType<int>().Distinct().Count();

        var expected = given switch { 0 => Undefined.NothingToCompare, 1 => Undefined.NoVariation, _ => Undefined.Not };
        Assert.All(OfSeveral(same).Concat(OfTwo(Matrix(same))), coefficient => Assert.Equal(expected, coefficient.WhyNot));
        Assert.All(OfSeveral(same).Concat(OfTwo(Matrix(same))), coefficient => Assert.Equal(expected is Undefined.Not ? 1.0 : null, coefficient.Value));
    });

    [Fact]
    public void A_coefficient_is_never_above_1_and_never_1_where_anybody_disagrees() => Ratings.Hold((ratings, _) =>
    {
        var disagree = Enumerable.Range(0, ratings.ByRater[0].Length)
            .Any(unit => ratings.ByRater.Select(row => row[unit]).OfType<int>().Distinct().Count() > 1);

        Assert.All(OfSeveral(ratings), coefficient => Assert.True(coefficient.Value is not { } value || (value == 1) == !disagree));
        Assert.All(OfSeveral(ratings), coefficient => Assert.True(coefficient.Value is not > 1));
    });

    [Fact]
    public void What_categories_are_called_does_not_matter_where_they_are_only_names() => Ratings.Hold((ratings, random) =>
    {
        int[] names = [.. ratings.Domain];
        random.Shuffle(names);
        var renamed = ratings.Renamed(names);

        IsSame(KrippendorffAlpha.Of(ratings.Values, Measurement.Nominal), KrippendorffAlpha.Of(renamed.Values, Measurement.Nominal));
        IsSame(CohenKappa.Unweighted(Matrix(ratings)), CohenKappa.Unweighted(Matrix(renamed)));
        AreSame(OfSeveral(ratings).Take(5), OfSeveral(renamed).Take(5));
        IsSame(GwetAc1.Of(Matrix(ratings)), GwetAc1.Of(Matrix(renamed)));
        Assert.Equal(BowkerTest.Of(Matrix(ratings)).Statistic, BowkerTest.Of(Matrix(renamed)).Statistic, Rounding);
        Assert.Equal(StuartMaxwellTest.Of(Matrix(ratings)).Statistic, StuartMaxwellTest.Of(Matrix(renamed)).Statistic, 1e-6);
    });

    [Fact]
    public void A_scale_read_from_the_other_end_agrees_as_well_and_a_gap_changes_its_sign() => Ratings.Hold((ratings, _) =>
    {
        var turned = ratings.Renamed([.. ratings.Domain.Reverse()]);

        AreSame(OfTwo(Matrix(ratings)), OfTwo(Matrix(turned)));
        Assert.Equal(-MeanGap.Of(Matrix(ratings)) ?? 0, MeanGap.Of(Matrix(turned)) ?? 0, Rounding);
    });

    [Fact]
    public void Alpha_of_two_raters_by_their_matrix_is_that_of_their_ratings() => Ratings.Hold((ratings, _) =>
    {
        foreach (var level in Enum.GetValues<Measurement>())
            IsSame(KrippendorffAlpha.Of(Matrix(ratings), level), KrippendorffAlpha.Of(ratings.Values, level));
    }, raters: 2);

    // Krippendorff 2011: of two complete raters, 1 less the mean squared difference within units over that of all pairs of values.
    [Fact]
    public void Interval_alpha_of_two_complete_raters_is_what_its_definition_says() => Ratings.Hold((ratings, _) =>
    {
        double[] all = [.. ratings.Values.SelectMany(row => row).OfType<double>()];
        var within = ratings.ByRater[0].Zip(ratings.ByRater[1], (one, other) => Math.Pow(one!.Value - other!.Value, 2)).Average();
        var pairs = all.SelectMany((one, place) => all.Where((_, other) => other != place).Select(other => Math.Pow(one - other, 2))).ToList();
        var alpha = KrippendorffAlpha.Of(ratings.Values, Measurement.Interval);

        if (pairs.Average() == 0)
            Assert.Equal(Coefficient.NoVariation, alpha);
        else
            Assert.Equal(1 - (within / pairs.Average()), alpha.Value!.Value, Rounding);
    }, raters: 2, missing: 0);

    [Fact]
    public void A_unit_with_one_rating_adds_nothing_to_alpha() => Ratings.Hold((ratings, random) =>
    {
        var with = ratings with
        {
            ByRater = [.. ratings.ByRater.Select((row, place) => (int?[])[.. row, place == 0 ? random.Next(ratings.Categories) : null])],
        };
        foreach (var level in Enum.GetValues<Measurement>())
            IsSame(KrippendorffAlpha.Of(ratings.Values, level), KrippendorffAlpha.Of(with.Values, level));
    });

    // Fleiss and Cohen 1973: with raters of equal margins quadratic kappa is the intraclass correlation; here the identity that
    // needs no margins: weighted kappa is 1 less the mean weight observed over that of every pair of the two raters' ratings.
    [Fact]
    public void Weighted_kappa_is_what_its_definition_says() => Ratings.Hold((ratings, random) =>
    {
        var matrix = Matrix(ratings);
        double[][] weights = [.. ratings.Domain.Select(_ => ratings.Domain.Select(_ => (double)random.Next(0, 4)).ToArray())];
        var pairs = ratings.ByRater[0].Zip(ratings.ByRater[1]).Where(pair => pair.First is not null && pair.Second is not null).ToList();
        var observed = pairs.Sum(pair => weights[pair.First!.Value][pair.Second!.Value]);
        var expected = pairs.Sum(one => pairs.Sum(other => weights[one.First!.Value][other.Second!.Value]));
        var kappa = CohenKappa.Weighted(matrix, DisagreementWeights.Given(weights));

        if (pairs.Count == 0)
            Assert.Equal(Coefficient.NothingToCompare, kappa);
        else if (expected == 0)
            Assert.Equal(Coefficient.NoVariation, kappa);
        else
            Assert.Equal(1 - (observed * pairs.Count / expected), kappa.Value!.Value, Rounding);
    }, raters: 2);

    [Fact]
    public void Of_two_categories_all_weights_are_one_and_both_tests_are_McNemars() => Ratings.Hold((ratings, _) =>
    {
        var matrix = ConfusionMatrix.Of(
            [.. ratings.ByRater[0].Select(rating => rating % 2)], [.. ratings.ByRater[1].Select(rating => rating % 2)], [0, 1]);

        AreSame([CohenKappa.Unweighted(matrix), CohenKappa.Unweighted(matrix)], [CohenKappa.Linear(matrix), CohenKappa.Quadratic(matrix)]);
        Assert.Equal(BowkerTest.Of(matrix).Statistic, StuartMaxwellTest.Of(matrix).Statistic, Rounding);
        Assert.Equal(BowkerTest.Of(matrix).DegreesOfFreedom, StuartMaxwellTest.Of(matrix).DegreesOfFreedom);
    });

    [Fact]
    public void Fleiss_kappa_of_complete_ratings_is_the_generalised_one_and_of_two_raters_Scotts_pi() => Ratings.Hold((ratings, _) =>
    {
        int[][] units =
        [
            .. Enumerable.Range(0, ratings.ByRater[0].Length)
                .Select(unit => ratings.Domain.Select(category => ratings.ByRater.Count(row => row[unit] == category)).ToArray()),
        ];
        var fleiss = FleissKappa.Of(units);

        IsSame(fleiss.Coefficient, SeveralRaters.Of(ratings.ByRater, ratings.Domain).Fleiss);
        if (fleiss.Coefficient.Value is { } kappa)
        {
            // Krippendorff: alpha is Fleiss' kappa with a correction that goes with the number of ratings.
            var ratingsInAll = (double)ratings.ByRater.Length * units.Length;
            Assert.Equal(
                1 - ((1 - kappa) * (ratingsInAll - 1) / ratingsInAll), KrippendorffAlpha.Of(ratings.Values, Measurement.Nominal).Value!.Value, Rounding);
        }
    }, missing: 0);

    [Fact]
    public void Congers_kappa_of_two_complete_raters_is_Cohens_and_AC1_of_several_is_that_of_two() => Ratings.Hold((ratings, _) =>
    {
        var several = SeveralRaters.Of(ratings.ByRater, ratings.Domain);

        IsSame(CohenKappa.Unweighted(Matrix(ratings)), several.Conger);
        IsSame(GwetAc1.Of(Matrix(ratings)), several.Ac1);
    }, raters: 2, missing: 0);

    [Fact]
    public void Adding_an_unused_category_leaves_alpha_and_unweighted_kappa_as_they_are() => Ratings.Hold((ratings, _) =>
    {
        var wider = ConfusionMatrix.Of(ratings.ByRater[0], ratings.ByRater[1], [.. ratings.Domain, ratings.Categories]);

        IsSame(CohenKappa.Unweighted(Matrix(ratings)), CohenKappa.Unweighted(wider));
        foreach (var level in Enum.GetValues<Measurement>())
            IsSame(KrippendorffAlpha.Of(Matrix(ratings), level), KrippendorffAlpha.Of(wider, level));
    });

    [Fact]
    public void Equal_adjacent_and_further_units_are_all_units() => Ratings.Hold((ratings, _) =>
    {
        var matrix = Matrix(ratings);

        Assert.Equal(matrix.Total, ratings.Domain.Sum(matrix.Apart));
        Assert.Equal(matrix.Equal, matrix.Apart(0));
        Assert.Equal(matrix.Total, ratings.Domain.Sum(matrix.Row));
        Assert.Equal(matrix.Total, ratings.Domain.Sum(matrix.Column));
    });

    [Fact]
    public void A_p_value_is_between_0_and_1_and_falls_as_the_statistic_grows() => Ratings.Hold((_, random) =>
    {
        var degrees = random.Next(1, 40);
        var smaller = random.NextDouble() * 80;
        var larger = smaller + random.NextDouble();

        Assert.InRange(ChiSquared.UpperTail(larger, degrees), 0, ChiSquared.UpperTail(smaller, degrees));
        Assert.InRange(ChiSquared.UpperTail(smaller, degrees), 0, 1);
        Assert.True(ChiSquared.UpperTail(smaller, degrees + 1) >= ChiSquared.UpperTail(smaller, degrees));
    });
}
