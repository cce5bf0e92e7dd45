using FsCheck;
using FsCheck.Fluent;
using Inspectorates.Gateway.Joint.Balance;

namespace Inspectorates.Gateway.Tests.Joint.Balance;

/// <summary>Weights, values on and off the edges, and bands whose edges belong to either side; and other weights to hold against them.</summary>
public sealed record BalanceCase(int[] Weights, int[] Quarters, bool EdgesBelongBelow, int[] Others)
{
    internal Weighing Weighing => Of(Weights);

    internal Weighing Other => Of(Others);

    internal ResultBands Bands => Scale.Bands(EdgesBelongBelow);

    internal int Result => Bands.Of(Weighing.Score);

    internal Weighing Of(IEnumerable<int> weights) => Gateway.Joint.Balance.Weighing.Of(
        [.. weights.Select(weight => new Rational(weight, 1))], [.. Quarters.Select(value => new Rational(value, 4))]);
}

public static class BalanceCases
{
    // Values are quarters from 1 to 4, whole ones and those of the edges most often.
    public static Arbitrary<BalanceCase> Any() => Arb.From(
        from count in Gen.Choose(1, 6)
        from weights in Gen.Choose(0, 12).ArrayOf(count)
        from others in Gen.Choose(0, 12).ArrayOf(count)
        from quarters in Gen.Frequency((3, Gen.Elements(4, 8, 12, 16)), (1, Gen.Choose(4, 16)), (1, Gen.Elements(6, 10, 14))).ArrayOf(count)
        from below in Gen.Elements(false, true)
        select new BalanceCase(Some(weights), quarters, below, Some(others)));

    // At least one weighs something.
    private static int[] Some(int[] weights) => weights.All(weight => weight == 0) ? [.. weights.Select(_ => 1)] : weights;
}
