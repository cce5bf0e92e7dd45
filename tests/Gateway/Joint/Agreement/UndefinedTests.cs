using Inspectorates.Gateway.Joint.Agreement;

namespace Inspectorates.Gateway.Tests.Joint.Agreement;

public sealed class UndefinedTests
{
    private static readonly ConfusionMatrix Same = new([[0, 0, 0, 0], [0, 30, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]);
    private static readonly ConfusionMatrix Nothing = new([[0, 0], [0, 0]]);

    private static IEnumerable<Coefficient> AllOf(ConfusionMatrix matrix) =>
    [
        CohenKappa.Unweighted(matrix), CohenKappa.Linear(matrix), CohenKappa.Quadratic(matrix), GwetAc1.Of(matrix),
        KrippendorffAlpha.Of(matrix, Measurement.Nominal), KrippendorffAlpha.Of(matrix, Measurement.Ordinal),
        KrippendorffAlpha.Of(matrix, Measurement.Interval), KrippendorffAlpha.Of(matrix, Measurement.Ratio),
    ];

    [Fact]
    public void Without_variation_every_coefficient_is_undefined_and_says_so() => Assert.All(AllOf(Same), coefficient =>
    {
        Assert.Null(coefficient.Value);
        Assert.Equal("undefined, no variation", coefficient.ToString());
    });

    [Fact]
    public void Without_units_every_coefficient_is_undefined_for_another_reason() => Assert.All(AllOf(Nothing), coefficient =>
    {
        Assert.Null(coefficient.Value);
        Assert.Equal("undefined, nothing to compare", coefficient.ToString());
    });

    [Fact]
    public void Several_raters_without_variation_or_without_two_ratings_of_a_unit_have_no_coefficient_either()
    {
        var same = SeveralRaters.Of([[2, 2, null], [2, 2, 2], [null, 2, 2]], [1, 2, 3]);
        var apart = SeveralRaters.Of([[1, null], [null, 2]], [1, 2]);

        Assert.All(
            new[] { same.Ac1, same.Fleiss, same.Conger, same.Alpha, same.BrennanPrediger },
            coefficient => Assert.Equal(Coefficient.NoVariation, coefficient));
        Assert.All(
            new[] { apart.Ac1, apart.Fleiss, apart.Conger, apart.Alpha, apart.BrennanPrediger },
            coefficient => Assert.Equal(Coefficient.NothingToCompare, coefficient));
        Assert.Equal(1, same.Observed);
        Assert.Equal(0, apart.Observed);
        Assert.Equal(SeveralRaters.Of([], [1, 2]), apart);
    }

    [Fact]
    public void Fleiss_kappa_is_for_complete_data_and_says_where_they_are_not()
    {
        Assert.Equal(Coefficient.NotComplete, FleissKappa.Of([[2, 1], [1, 1]]).Coefficient);
        Assert.Equal(Coefficient.NotComplete, FleissKappa.Of([[1, 0], [0, 1]]).Coefficient);
        Assert.Equal(Coefficient.NoVariation, FleissKappa.Of([[3, 0], [3, 0]]).Coefficient);
        Assert.Equal(Coefficient.NothingToCompare, FleissKappa.Of([]).Coefficient);
        Assert.Equal(Coefficient.NothingToCompare, FleissKappa.Of([[0, 0]]).Coefficient);
        Assert.Equal("undefined, not every unit has the same number of verdicts", Coefficient.NotComplete.ToString());
    }

    [Fact]
    public void A_coefficient_is_never_NaN_or_infinite()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Coefficient.Of(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Coefficient.Of(double.PositiveInfinity));
        Assert.Equal("0.0963", Coefficient.Of(0.09629629).ToString());
        Assert.Equal(0, Coefficient.Of(0).Value);
    }

    [Fact]
    public void Weights_that_see_no_disagreement_leave_kappa_undefined() => Assert.Equal(
        Coefficient.NoVariation, CohenKappa.Weighted(new([[1, 2], [3, 4]]), DisagreementWeights.Given([[0, 0], [0, 0]])));

    [Fact]
    public void What_is_no_table_is_refused()
    {
        const string square = "A confusion matrix has as many rows as columns, and at least one.";
        Refused(square, () => new ConfusionMatrix([]));
        Refused(square, () => new ConfusionMatrix([[1, 2]]));
        Refused(square, () => new ConfusionMatrix([[1, 2], [3]]));
        Refused("A confusion matrix holds counts, none of them negative.", () => new ConfusionMatrix([[1, -1], [0, 1]]));
        Refused("One rater has 1 units and the other 2.", () => ConfusionMatrix.Of([1], [1, 2], [1, 2]));
        Refused("The category 3 is not in the domain.", () => ConfusionMatrix.Of([3], [1], [1, 2]));
        const string domain = "The domain holds every category of the scale once, and at least one.";
        Refused(domain, () => ConfusionMatrix.Of([1], [1], [1, 1]));
        Refused(domain, () => ConfusionMatrix.Of([1], [1], []));
        Refused(
            "The weights are for 3 categories and the matrix has 4.", () => CohenKappa.Weighted(Same, DisagreementWeights.Linear(3)));
        Refused("A chi-squared statistic is 0 or more.", () => ChiSquared.UpperTail(-1, 3));
        Refused("A coefficient is a finite number, or undefined.", () => Coefficient.Of(double.NaN));
    }

    [Fact]
    public void What_are_no_weights_are_refused()
    {
        const string square = "Weights have as many rows as columns, and at least one.";
        Refused(square, () => DisagreementWeights.Given([]));
        Refused(square, () => DisagreementWeights.Given([[0, 1]]));
        Refused(square, () => DisagreementWeights.Given([[0, 1], [1]]));
        const string finite = "A weight is a finite number, 0 or more.";
        Refused(finite, () => DisagreementWeights.Given([[0, -1], [1, 0]]));
        Refused(finite, () => DisagreementWeights.Given([[0, double.NaN], [1, 0]]));
        Refused(finite, () => DisagreementWeights.OfSimilarity([[1, 1.5], [1, 1]]));
    }

    [Fact]
    public void What_are_no_ratings_are_refused()
    {
        Refused("Every observer has a value or null for every unit.", () => KrippendorffAlpha.Of([[1, 2], [1]], Measurement.Nominal));
        const string finite = "A value is a finite number, at the ratio level none is negative.";
        Refused(finite, () => KrippendorffAlpha.Of([[1, double.NaN]], Measurement.Nominal));
        Refused(finite, () => KrippendorffAlpha.Of([[-1, 2], [1, 2]], Measurement.Ratio));
        Assert.Equal(Coefficient.NothingToCompare, KrippendorffAlpha.Of([], Measurement.Nominal));
        const string counts = "Every unit has a count for every category, none negative.";
        Refused(counts, () => FleissKappa.Of([[1, 1], [2]]));
        Refused(counts, () => FleissKappa.Of([[3, -1]]));
        Refused("Every rater has a category or null for every unit.", () => SeveralRaters.Of([[1, 2], [1]], [1, 2]));
        Refused("The category 3 is not in the domain.", () => SeveralRaters.Of([[1], [3]], [1, 2]));
    }

    private static void Refused(string why, Func<object> act) =>
        Assert.StartsWith(why, Assert.ThrowsAny<ArgumentException>(act).Message, StringComparison.Ordinal);

    [Fact]
    public void The_mean_gap_says_who_is_harsher()
    {
        Assert.Equal(1, MeanGap.Of(new([[0, 0], [3, 0]])));
        Assert.Equal(-1, MeanGap.Of(new([[0, 3], [0, 0]])));
        Assert.Equal(0, MeanGap.Of(new([[1, 2], [2, 1]])));
        Assert.Equal(0.75, MeanGap.Of(new([[1, 0, 0], [0, 1, 0], [1, 1, 0]])));
        Assert.Null(MeanGap.Of(Nothing));
    }
}
