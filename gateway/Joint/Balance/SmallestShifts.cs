namespace Inspectorates.Gateway.Joint.Balance;

/// <summary>Weight that changes hands.</summary>
/// <param name="Giver">Place of the giver.</param>
/// <param name="Taker">Place of the taker.</param>
/// <param name="Amount">How much, as a share of all weight.</param>
internal readonly record struct Move(int Giver, int Taker, Rational Amount);

/// <summary>The least weight that must change hands for another result.</summary>
/// <param name="Amount">How much in all: half the sum of all changes of weights, known as total variation.</param>
/// <param name="Moves">Who gives how much to whom.</param>
internal sealed record Shift(Crossing Amount, IReadOnlyList<Move> Moves);

/// <summary>
/// The smallest shifts of weight that change the result. Weight moves the score most where it goes from the one furthest
/// on the better side to the one furthest on the worse, so that those give first: no other shift does as much with as little.
/// </summary>
internal static class SmallestShifts
{
    /// <summary>The smallest for a worse result; null: no weights give one.</summary>
    public static Shift? Down(Weighing weighing, ResultBands bands) => Towards(weighing, bands, value => -value);

    /// <summary>The smallest for a better result; null: no weights give one.</summary>
    public static Shift? Up(Weighing weighing, ResultBands bands) => Towards(weighing, bands, value => value);

    private static Shift? Towards(Weighing weighing, ResultBands bands, Func<Rational, Rational> furthestFirst)
    {
        var places = Enumerable.Range(0, weighing.Count).OrderBy(place => furthestFirst(weighing.Values[place])).ToList();
        var taker = places.Find(place => weighing.Values[place] == weighing.Values[places[^1]]);
        var moves = new List<Move>();
        var (score, moved) = (weighing.Score, Rational.Zero);
        foreach (var giver in places.Where(place => weighing.Weights[place].Sign > 0))
        {
            var weight = weighing.Weights[giver];
            var after = score + (weight * (weighing.Values[taker] - weighing.Values[giver]));
            if (Crossing.Along(bands, score, after) is { } crossing)
            {
                moves.Add(new(giver, taker, crossing.At * weight));
                return new(crossing with { At = moved + (crossing.At * weight) }, moves);
            }

            moves.Add(new(giver, taker, weight));
            (score, moved) = (after, moved + weight);
        }

        return null;
    }
}
