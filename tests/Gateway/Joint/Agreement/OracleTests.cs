using System.Text.Json;
using Inspectorates.Gateway.Joint.Agreement;

namespace Inspectorates.Gateway.Tests.Joint.Agreement;

/// <summary>Every coefficient against published tables, to the digits given.</summary>
public sealed class OracleTests
{
    [Theory]
    [InlineData("K2011-A")]
    [InlineData("K2011-B")]
    [InlineData("K2011-D")]
    [InlineData("WIKI-3x15")]
    public void Krippendorffs_alpha_is_the_published_one_at_every_level(string id)
    {
        var oracle = Oracles.In("krippendorff", id);
        var values = Oracles.Values(oracle.GetProperty("observers_x_units"));

        foreach (var printed in oracle.GetProperty("published").EnumerateObject().Concat(oracle.GetProperty("recomputed").EnumerateObject()))
            Oracles.IsTo(printed.Value, KrippendorffAlpha.Of(values, Enum.Parse<Measurement>(printed.Name, ignoreCase: true)));
    }

    [Fact]
    public void Cohens_weighted_kappa_of_1968_is_the_published_one_with_asymmetric_weights_too()
    {
        var oracle = Oracles.In("cohen", "COHEN1968");
        var matrix = Oracles.Matrix(oracle.GetProperty("counts"));
        var given = CohenKappa.Weighted(matrix, DisagreementWeights.Given(Oracles.Doubles(oracle.GetProperty("disagreement_weights"))));
        var asymmetric = CohenKappa.Weighted(matrix, DisagreementWeights.Given(Oracles.Doubles(oracle.GetProperty("asymmetric_weights"))));

        foreach (var kind in new[] { oracle.GetProperty("published"), oracle.GetProperty("recomputed") })
        {
            Oracles.IsTo(kind.GetProperty("kappa"), CohenKappa.Unweighted(matrix));
            Oracles.IsTo(kind.GetProperty("weighted"), given);
            Oracles.IsTo(kind.GetProperty("asymmetric"), asymmetric);
        }

        Oracles.IsTo(oracle.GetProperty("recomputed").GetProperty("linear"), CohenKappa.Linear(matrix));
        Oracles.IsTo(oracle.GetProperty("recomputed").GetProperty("quadratic"), CohenKappa.Quadratic(matrix));
    }

    [Fact]
    public void Fleiss_Cohen_and_Everitts_weights_of_similarity_give_the_published_kappa()
    {
        var oracle = Oracles.In("cohen", "FCE1969");
        var matrix = Oracles.Matrix(oracle.GetProperty("counts"));

        Oracles.IsTo(oracle.GetProperty("recomputed").GetProperty("kappa"), CohenKappa.Unweighted(matrix));
        Oracles.IsTo(
            oracle.GetProperty("recomputed").GetProperty("weighted"),
            CohenKappa.Weighted(matrix, DisagreementWeights.OfSimilarity(Oracles.Doubles(oracle.GetProperty("similarity_weights")))));
    }

    [Fact]
    public void A_weighted_kappa_is_over_the_whole_scale_and_another_one_where_an_unused_category_is_dropped()
    {
        var oracle = Oracles.In("cohen", "ANXIETY-R2R3");
        var published = oracle.GetProperty("published_irr");
        int?[] one = [.. oracle.GetProperty("rater2").EnumerateArray().Select(cell => (int?)cell.GetInt32())];
        int?[] other = [.. oracle.GetProperty("rater3").EnumerateArray().Select(cell => (int?)cell.GetInt32())];
        var whole = ConfusionMatrix.Of(one, other, [1, 2, 3, 4, 5, 6]);
        var dropped = ConfusionMatrix.Of(one, other, [1, 2, 3, 4, 6]);

        Oracles.IsTo(oracle.GetProperty("recomputed_full_domain_quadratic"), CohenKappa.Quadratic(whole));
        Oracles.IsTo(published.GetProperty("squared"), CohenKappa.Quadratic(dropped));
        Oracles.IsTo(published.GetProperty("equal"), CohenKappa.Linear(dropped));
        Oracles.IsTo(published.GetProperty("unweighted"), CohenKappa.Unweighted(whole));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    public void Where_nearly_every_verdict_is_the_same_kappa_falls_and_AC1_does_not(string table)
    {
        var oracle = Oracles.In("cohen", "PARADOX");
        var printed = oracle.GetProperty(table);
        var matrix = Oracles.Matrix(printed.GetProperty("counts"));

        Assert.Equal(printed.GetProperty("po").GetDouble(), (double)matrix.Equal / matrix.Total, 12);
        Oracles.IsTo(printed.GetProperty("kappa"), CohenKappa.Unweighted(matrix));
        Oracles.IsTo(oracle.GetProperty("recomputed").GetProperty($"{table}_kappa"), CohenKappa.Unweighted(matrix));
        Oracles.IsTo(oracle.GetProperty("recomputed").GetProperty($"{table}_ac1"), GwetAc1.Of(matrix));
    }

    [Fact]
    public void Fleiss_kappa_is_the_published_one_with_what_it_is_made_of()
    {
        var oracle = Oracles.In("fleiss", "WIKI-10x14");
        var kappa = FleissKappa.Of(Oracles.Ints(oracle.GetProperty("counts")));

        Oracles.IsTo(oracle.GetProperty("published"), kappa.Coefficient);
        Oracles.IsTo(oracle.GetProperty("recomputed"), kappa.Coefficient);
        Assert.Equal(oracle.GetProperty("Pbar").GetDouble(), kappa.Observed, 14);
        Assert.Equal(oracle.GetProperty("Pe").GetDouble(), kappa.Expected, 14);
    }

    // The oracle says "same as K2011-D", and all but Conger's kappa do not ask who gave a rating. The data of irrCAC, by which the
    // values were printed, has the lone rating of unit 12 from the third rater, and Krippendorff's example from the second.
    [Fact]
    public void Four_raters_with_missing_values_agree_as_published_by_six_measures()
    {
        var printed = Oracles.Section("gwet_missing").GetProperty("published");
        int?[][] ratings =
        [
            .. Oracles.Values(Oracles.In("krippendorff", "K2011-D").GetProperty("observers_x_units"))
                .Select(row => row.Select(value => (int?)value).ToArray()),
        ];
        var measures = SeveralRaters.Of(ratings, [1, 2, 3, 4, 5]);

        Oracles.IsTo(printed.GetProperty("pa"), Coefficient.Of(measures.Observed));
        Oracles.IsTo(printed.GetProperty("ac1"), measures.Ac1);
        Oracles.IsTo(printed.GetProperty("fleiss"), measures.Fleiss);
        Oracles.IsTo(printed.GetProperty("alpha"), measures.Alpha);
        Oracles.IsTo(printed.GetProperty("bp"), measures.BrennanPrediger);

        (ratings[1][11], ratings[2][11]) = (ratings[2][11], ratings[1][11]);
        Oracles.IsTo(printed.GetProperty("conger"), SeveralRaters.Of(ratings, [1, 2, 3, 4, 5]).Conger);
        Assert.Equal(0.762067, measures.Conger.Value!.Value, 0.0000005);
    }

    [Fact]
    public void The_published_matrix_of_two_inspectorates_over_61_areas_comes_to_the_published_coefficients()
    {
        var oracle = Oracles.Section("real_cross_inspectorate");
        var matrix = Oracles.Matrix(oracle.GetProperty("rows_ofsted_1to4_cols_hmip_1to4"));
        var printed = new Dictionary<string, Coefficient>
        {
            ["kappa"] = CohenKappa.Unweighted(matrix),
            ["linear"] = CohenKappa.Linear(matrix),
            ["quadratic"] = CohenKappa.Quadratic(matrix),
            ["ac1"] = GwetAc1.Of(matrix),
            ["alpha_nominal"] = KrippendorffAlpha.Of(matrix, Measurement.Nominal),
            ["alpha_ordinal"] = KrippendorffAlpha.Of(matrix, Measurement.Ordinal),
            ["alpha_interval"] = KrippendorffAlpha.Of(matrix, Measurement.Interval),
        };

        Assert.Equal((oracle.GetProperty("n").GetInt64(), 25L, 30L), (matrix.Total, matrix.Equal, matrix.Apart(1)));
        Assert.All(printed, pair => Oracles.IsTo(oracle.GetProperty(pair.Key), pair.Value));
        Assert.Equal(printed.Count + 2, oracle.EnumerateObject().Count(part => part.Value.ValueKind is JsonValueKind.Number or JsonValueKind.Array));
    }
}
