namespace Inspectorates.Gateway.Tests.Joint.Agreement;

/// <summary>
/// Ratings drawn by lot to state laws over: 10,000 sets for a law, each from a seed of its own that a failure prints, so that it
/// can be drawn again.
/// </summary>
internal sealed record Ratings(int Seed, int Categories, int?[][] ByRater)
{
    public const int Cases = Joint.Cases.Each;

    public IReadOnlyList<int> Domain => [.. Enumerable.Range(0, Categories)];

    public double?[][] Values => [.. ByRater.Select(row => row.Select(rating => (double?)rating).ToArray())];

    /// <summary>The law holds of every set.</summary>
    public static void Hold(Action<Ratings, Random> law, int raters = 0, double missing = 0.2)
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var drawn = Draw(seed, random, raters == 0 ? random.Next(2, 6) : raters, missing);
            try
            {
                law(drawn, random);
            }
            catch (Exception broken)
            {
                throw new InvalidOperationException(
                    $"The law is broken by seed {seed}: {string.Join(" | ", drawn.ByRater.Select(row => string.Join(' ', row.Select(rating => rating?.ToString() ?? "-"))))}",
                    broken);
            }
        }
    }

    private static Ratings Draw(int seed, Random random, int raters, double missing)
    {
        var categories = random.Next(2, 6);
        var units = random.Next(1, 25);
        // Few categories are often in use, so that there is often no variation.
        var used = random.Next(1, categories + 1);
        var follows = random.NextDouble();
        var leading = Enumerable.Range(0, units).Select(_ => random.Next(used)).ToArray();
        return new(seed, categories,
        [
            .. Enumerable.Range(0, raters).Select(_ => leading
                .Select(lead => random.NextDouble() < missing ? (int?)null : random.NextDouble() < follows ? lead : random.Next(used))
                .ToArray()),
        ]);
    }

    /// <summary>The same with every category called something else.</summary>
    public Ratings Renamed(IReadOnlyList<int> names) =>
        this with { ByRater = [.. ByRater.Select(row => row.Select(rating => rating is { } given ? names[given] : (int?)null).ToArray())] };

    /// <summary>The same units in another order.</summary>
    public Ratings Shuffled(Random random)
    {
        var order = Enumerable.Range(0, ByRater[0].Length).ToArray();
        random.Shuffle(order);
        return this with { ByRater = [.. ByRater.Select(row => order.Select(place => row[place]).ToArray())] };
    }
}
