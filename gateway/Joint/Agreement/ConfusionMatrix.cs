namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>
/// How often one rater gave the category of the row where the other gave that of the column, over every category of the
/// scale, in its order, those nobody used included: a weighted kappa changes when an unused category is dropped.
/// </summary>
public sealed class ConfusionMatrix
{
    private readonly long[] cells;
    private readonly long[] rows;
    private readonly long[] columns;

    /// <param name="counts">Rows of counts, as many as each has columns; none negative.</param>
    /// <exception cref="ArgumentException">The matrix is empty or not square, or a count is negative.</exception>
    public ConfusionMatrix(IReadOnlyList<IReadOnlyList<int>> counts)
        : this(counts.Count)
    {
        if (counts.Count == 0 || counts.Any(row => row.Count != counts.Count))
            throw new ArgumentException("A confusion matrix has as many rows as columns, and at least one.", nameof(counts));
        if (counts.Any(row => row.Any(count => count < 0)))
            throw new ArgumentException("A confusion matrix holds counts, none of them negative.", nameof(counts));
        for (var row = 0; row < Categories; row++)
            for (var column = 0; column < Categories; column++)
                Add(row, column, counts[row][column]);
    }

    internal ConfusionMatrix(int categories)
    {
        Categories = categories;
        cells = new long[categories * categories];
        rows = new long[categories];
        columns = new long[categories];
    }

    /// <summary>How many categories the scale has.</summary>
    public int Categories { get; }

    /// <summary>How many units both rated.</summary>
    public long Total { get; private set; }

    /// <summary>How many units both gave the same category.</summary>
    public long Equal => Apart(0);

    /// <summary>How often one gave the first category and the other the second.</summary>
    public long this[int row, int column] => cells[(row * Categories) + column];

    /// <summary>How two raters rated the same units, in the same order; a unit that one did not rate is left out.</summary>
    /// <param name="one">The first rater's categories, null where it did not rate.</param>
    /// <param name="other">The second rater's.</param>
    /// <param name="domain">Every category of the scale in its order, whether used or not.</param>
    /// <exception cref="ArgumentException">The raters rated unlike numbers of units, or a rating is not in the domain.</exception>
    public static ConfusionMatrix Of(IReadOnlyList<int?> one, IReadOnlyList<int?> other, IReadOnlyList<int> domain)
    {
        if (one.Count != other.Count)
            throw new ArgumentException($"One rater has {one.Count} units and the other {other.Count}.", nameof(other));
        var places = Domain.Places(domain);
        var matrix = new ConfusionMatrix(domain.Count);
        foreach (var (row, column) in one.Zip(other))
            if (row is { } first && column is { } second)
                matrix.Add(Domain.Place(places, first), Domain.Place(places, second));
        return matrix;
    }

    /// <summary>How often the row's rater gave the category.</summary>
    public long Row(int category) => rows[category];

    /// <summary>How often the column's rater gave the category.</summary>
    public long Column(int category) => columns[category];

    /// <summary>How many units are this many places of the scale apart.</summary>
    public long Apart(int steps)
    {
        var sum = 0L;
        for (var row = 0; row < Categories; row++)
            for (var column = 0; column < Categories; column++)
                sum += Math.Abs(row - column) == steps ? this[row, column] : 0;
        return sum;
    }

    /// <summary>Whether every rating of both is one and the same category, or there is none.</summary>
    public bool HasNoVariation
    {
        get
        {
            var used = 0;
            for (var category = 0; category < Categories; category++)
                used += Row(category) + Column(category) > 0 ? 1 : 0;
            return used < 2;
        }
    }

    internal void Add(int row, int column, long count = 1)
    {
        cells[(row * Categories) + column] += count;
        rows[row] += count;
        columns[column] += count;
        Total += count;
    }

    internal void Clear()
    {
        Array.Clear(cells);
        Array.Clear(rows);
        Array.Clear(columns);
        Total = 0;
    }
}
