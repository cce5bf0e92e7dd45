using System.Runtime.CompilerServices;

namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>
/// Krippendorff's coincidence matrix: how often two values meet within a unit, each unit weighing as many pairs as it has
/// values. Matrices of different units add up, so that they can be resampled without the records.
/// </summary>
internal sealed class Coincidences(int categories)
{
    private readonly double[] met = new double[categories * categories];
    private readonly double[] marginals = new double[categories];

    public double this[int one, int other] => met[(one * categories) + other];

    /// <summary>One unit by how many raters gave it each category. A unit with one value pairs with nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<int> unit)
    {
        var values = 0;
        foreach (var count in unit)
            values += count;
        if (values < 2)
            return;
        for (var one = 0; one < categories; one++)
            for (var other = 0; other < categories; other++)
                met[(one * categories) + other] += unit[one] * (double)(unit[other] - (one == other ? 1 : 0)) / (values - 1);
    }

    /// <summary>Units that two raters each rated.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Coincidences Of(ConfusionMatrix matrix)
    {
        var all = new Coincidences(matrix.Categories);
        for (var one = 0; one < matrix.Categories; one++)
            for (var other = 0; other < matrix.Categories; other++)
                all.met[(one * matrix.Categories) + other] = matrix[one, other] + matrix[other, one];
        return all;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(Coincidences others, int times)
    {
        var (mine, theirs) = (met, others.met);
        for (var cell = 0; cell < mine.Length; cell++)
            mine[cell] += theirs[cell] * times;
    }

    public void Clear() => Array.Clear(met);

    /// <summary>How many of the values that pair are of each category: whole numbers but for rounding. Good until asked for again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<double> Marginals()
    {
        for (var category = 0; category < categories; category++)
        {
            var sum = 0.0;
            for (var other = 0; other < categories; other++)
                sum += this[category, other];
            marginals[category] = sum;
        }

        return marginals;
    }
}
