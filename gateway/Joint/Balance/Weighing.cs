namespace Inspectorates.Gateway.Joint.Balance;

/// <summary>Values and the weights they have, as shares of all weight.</summary>
internal sealed record Weighing
{
    private Weighing(IReadOnlyList<Rational> weights, IReadOnlyList<Rational> values) => (Weights, Values) = (weights, values);

    /// <summary>The weights, 0 or more, together 1.</summary>
    public IReadOnlyList<Rational> Weights { get; }

    /// <summary>The values, in the order of the weights.</summary>
    public IReadOnlyList<Rational> Values { get; }

    /// <summary>How many there are.</summary>
    public int Count => Values.Count;

    /// <summary>The weighted mean.</summary>
    public Rational Score => Sum(Weights.Zip(Values, (weight, value) => weight * value));

    /// <summary>Weights the values; only the relation of the weights to each other matters.</summary>
    /// <exception cref="ArgumentException">The lists differ in length, a weight is negative, or all are 0.</exception>
    public static Weighing Of(IReadOnlyList<Rational> weights, IReadOnlyList<Rational> values)
    {
        if (weights.Count != values.Count)
            throw new ArgumentException("Every value has a weight.", nameof(weights));
        if (weights.Any(weight => weight.Sign < 0))
            throw new ArgumentException("No weight is less than 0.", nameof(weights));
        var all = Sum(weights);
        if (all.Sign == 0)
            throw new ArgumentException("At least one weight is more than 0.", nameof(weights));
        return new([.. weights.Select(weight => weight / all)], values);
    }

    /// <summary>The weighted mean of all but one, the others keeping their relation; null: they have no weight.</summary>
    public Rational? ScoreWithout(int place)
    {
        var rest = Rational.One - Weights[place];
        return rest.Sign == 0 ? null : (Score - (Weights[place] * Values[place])) / rest;
    }

    /// <summary>The weighted mean, had one another value.</summary>
    public Rational ScoreWith(int place, Rational value) => Score + (Weights[place] * (value - Values[place]));

    public static Rational Sum(IEnumerable<Rational> terms) => terms.Aggregate(Rational.Zero, (sum, term) => sum + term);
}
