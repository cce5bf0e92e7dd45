namespace Inspectorates.Gateway.Joint.Balance;

/// <summary>The first point on a straight way of the score at which the result changes.</summary>
/// <param name="At">How far along the way, 0 to 1.</param>
/// <param name="Reached">Whether the result changes at the point itself; false: beyond it, however little.</param>
/// <param name="Result">The place of the result it changes to.</param>
internal readonly record struct Crossing(Rational At, bool Reached, int Result)
{
    /// <summary>The first change of the result as the score goes from one value to another; null: there is none.</summary>
    public static Crossing? Along(ResultBands bands, Rational from, Rational to)
    {
        var now = bands.Of(from);
        var up = to > from;
        if (to == from || (up ? now == bands.All.Count - 1 : now == 0))
            return null;
        var edge = bands.All[up ? now + 1 : now];
        var at = (edge.From - from) / (to - from);
        // What lies at the end of the way is passed only where it is passed by being reached.
        var reached = up != edge.EdgeBelongsBelow;
        return at < Rational.One || (reached && at == Rational.One)
            ? new Crossing(at, reached, up ? now + 1 : now - 1)
            : null;
    }
}
