namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>
/// Whether two raters give each category equally often. A. Stuart, Biometrika 42 (1955) 412-416; A. E. Maxwell, British Journal
/// of Psychiatry 116 (1970) 651-655; of two categories it is McNemar's test.
/// </summary>
/// <remarks>
/// The variance matrix is the Laplacian of a graph: categories are its nodes, and two are joined as often as the raters differ
/// in them. It can be inverted once a category is left out of each part that hangs together, whichever; a category the raters
/// never differ in is a part of its own and adds nothing.
/// </remarks>
public static class StuartMaxwellTest
{
    /// <summary>The test.</summary>
    public static Significance Of(ConfusionMatrix matrix)
    {
        int[] kept = [.. Enumerable.Range(0, matrix.Categories).Except(FirstOfEachPart(matrix))];
        var variance = kept.Select(row => kept.Select(column => Variance(matrix, row, column)).ToArray()).ToArray();
        double[] excess = [.. kept.Select(category => (double)(matrix.Row(category) - matrix.Column(category)))];
        return new(Quadratic(variance, excess), kept.Length);
    }

    private static double Variance(ConfusionMatrix matrix, int row, int column) => row == column
        ? matrix.Row(row) + matrix.Column(row) - (2 * matrix[row, row])
        : -(matrix[row, column] + matrix[column, row]);

    private static IEnumerable<int> FirstOfEachPart(ConfusionMatrix matrix)
    {
        var parts = Enumerable.Range(0, matrix.Categories).ToArray();
        for (var one = 0; one < matrix.Categories; one++)
            for (var other = 0; other < matrix.Categories; other++)
                if (one != other && matrix[one, other] > 0 && parts[one] != parts[other])
                {
                    var (first, joined) = (Math.Min(parts[one], parts[other]), Math.Max(parts[one], parts[other]));
                    for (var category = 0; category < parts.Length; category++)
                        parts[category] = parts[category] == joined ? first : parts[category];
                }

        return parts.Distinct();
    }

    // The vector times the inverse of the matrix times the vector, by elimination: the matrix is symmetric and positive.
    private static double Quadratic(double[][] matrix, double[] vector)
    {
        var sum = 0.0;
        for (var pivot = 0; pivot < vector.Length; pivot++)
        {
            sum += vector[pivot] * vector[pivot] / matrix[pivot][pivot];
            for (var row = pivot + 1; row < vector.Length; row++)
            {
                var factor = matrix[row][pivot] / matrix[pivot][pivot];
                vector[row] -= factor * vector[pivot];
                for (var column = pivot; column < vector.Length; column++)
                    matrix[row][column] -= factor * matrix[pivot][column];
            }
        }

        return sum;
    }
}
