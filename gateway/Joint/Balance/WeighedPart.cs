using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Balance;

/// <summary>An inspectorate or stage with a weight, and the verdicts of it that are weighed.</summary>
internal sealed record WeighedPart
{
    private WeighedPart(string code, Rational weight, IReadOnlyList<Verdict> verdicts, Rational value, Grade.Types.Standing lowest) =>
        (Code, Weight, Verdicts, Value, Lowest) = (code, weight, verdicts, value, lowest);

    public string Code { get; }

    /// <summary>As declared; more than 0.</summary>
    public Rational Weight { get; }

    /// <summary>At least one.</summary>
    public IReadOnlyList<Verdict> Verdicts { get; }

    /// <summary>The mean of the values of its verdicts.</summary>
    public Rational Value { get; private init; }

    /// <summary>The lowest standing among its verdicts.</summary>
    public Grade.Types.Standing Lowest { get; private init; }

    public static WeighedPart Of(
        DeclaredWeight declared, IReadOnlyList<Verdict> verdicts, IReadOnlyDictionary<Grade.Types.Standing, Rational> values) =>
        new(
            declared.Code,
            declared.Weight,
            verdicts,
            Weighing.Sum(verdicts.Select(verdict => values[verdict.Standing])) / verdicts.Count,
            verdicts.Max(verdict => verdict.Standing));

    /// <summary>Something whose verdict is not known, as if it stood there.</summary>
    public static WeighedPart Supposed(
        DeclaredWeight declared, Grade.Types.Standing standing, IReadOnlyDictionary<Grade.Types.Standing, Rational> values) =>
        new(declared.Code, declared.Weight, [], values[standing], standing);

    /// <summary>The parts with a weight and at least one verdict, in the order of the weights.</summary>
    public static IReadOnlyList<WeighedPart> All(
        IReadOnlyList<DeclaredWeight> weights, ILookup<string, Verdict> verdicts, IReadOnlyDictionary<Grade.Types.Standing, Rational> values) =>
    [
        .. weights.Where(declared => declared.Weight.Sign > 0 && verdicts[declared.Code].Any())
            .Select(declared => Of(declared, [.. verdicts[declared.Code]], values)),
    ];
}
