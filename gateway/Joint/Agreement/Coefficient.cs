using System.Globalization;

namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>
/// A coefficient of agreement, or the reason there is none. Where it is undefined it has no value at all: not 1, not 0 and
/// not NaN. See docs/decisions/0110-coefficients-of-our-own.md.
/// </summary>
public readonly record struct Coefficient
{
    private readonly double value;

    private Coefficient(double value, Undefined whyNot) => (this.value, WhyNot) = (value, whyNot);

    /// <summary>The value: 1 is perfect agreement, 0 what chance alone would give. Null: undefined.</summary>
    public double? Value => WhyNot is Undefined.Not ? value : null;

    /// <summary>Why it has no value.</summary>
    public Undefined WhyNot { get; }

    /// <summary>Every verdict compared is the same, so that nothing can be told from agreement by chance.</summary>
    public static Coefficient NoVariation => new(0, Undefined.NoVariation);

    /// <summary>No unit has two verdicts.</summary>
    public static Coefficient NothingToCompare => default;

    /// <summary>The coefficient is for complete data, and not every unit has the same number of verdicts, two or more.</summary>
    public static Coefficient NotComplete => new(0, Undefined.NotComplete);

    /// <summary>A value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not finite.</exception>
    public static Coefficient Of(double value) => double.IsFinite(value)
        ? new(value, Undefined.Not)
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A coefficient is a finite number, or undefined.");

    /// <summary>The value, or why there is none, in words.</summary>
    public override string ToString() => WhyNot switch
    {
        Undefined.Not => value.ToString("0.####", CultureInfo.InvariantCulture),
        Undefined.NoVariation => "undefined, no variation",
        Undefined.NotComplete => "undefined, not every unit has the same number of verdicts",
        _ => "undefined, nothing to compare",
    };
}

/// <summary>Why a coefficient has no value.</summary>
public enum Undefined
{
    /// <summary>No unit has two verdicts.</summary>
    NothingToCompare,

    /// <summary>It has a value.</summary>
    Not,

    /// <summary>Every verdict compared is the same.</summary>
    NoVariation,

    /// <summary>It is for complete data, and the data are not.</summary>
    NotComplete,
}
