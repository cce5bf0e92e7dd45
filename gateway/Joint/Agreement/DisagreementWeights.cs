namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>How much it weighs that one rater gives the category of the row and the other that of the column: 0 is nothing.</summary>
public sealed class DisagreementWeights
{
    private readonly double[][] weights;

    private DisagreementWeights(double[][] weights) => this.weights = weights;

    /// <summary>How many categories they are for.</summary>
    public int Categories => weights.Length;

    /// <summary>The weight.</summary>
    public double this[int row, int column] => weights[row][column];

    /// <summary>Any disagreement weighs the same.</summary>
    public static DisagreementWeights Unweighted(int categories) => Made(categories, steps => Math.Min(steps, 1));

    /// <summary>A disagreement weighs as many places of the scale as it spans (Cicchetti and Allison 1971).</summary>
    public static DisagreementWeights Linear(int categories) => Made(categories, steps => steps);

    /// <summary>A disagreement weighs the square of the places it spans (Fleiss and Cohen 1973).</summary>
    public static DisagreementWeights Quadratic(int categories) => Made(categories, steps => (double)steps * steps);

    /// <summary>Weights as given; they need not be symmetric (Cohen 1968).</summary>
    /// <exception cref="ArgumentException">They are not square, or one is negative or not finite.</exception>
    public static DisagreementWeights Given(IReadOnlyList<IReadOnlyList<double>> weights)
    {
        if (weights.Count == 0 || weights.Any(row => row.Count != weights.Count))
            throw new ArgumentException("Weights have as many rows as columns, and at least one.", nameof(weights));
        if (weights.Any(row => row.Any(weight => weight < 0 || !double.IsFinite(weight))))
            throw new ArgumentException("A weight is a finite number, 0 or more.", nameof(weights));
        return new([.. weights.Select(row => row.ToArray())]);
    }

    /// <summary>Weights given as similarities, 1 for the same and 0 for nothing in common.</summary>
    /// <exception cref="ArgumentException">They are not square, or one is not from 0 to 1.</exception>
    public static DisagreementWeights OfSimilarity(IReadOnlyList<IReadOnlyList<double>> similarities) =>
        Given([.. similarities.Select(row => (IReadOnlyList<double>)[.. row.Select(similarity => 1 - similarity)])]);

    private static DisagreementWeights Made(int categories, Func<int, double> weight) => new(
    [
        .. Enumerable.Range(0, categories)
            .Select(row => Enumerable.Range(0, categories).Select(column => weight(Math.Abs(row - column))).ToArray()),
    ]);
}
