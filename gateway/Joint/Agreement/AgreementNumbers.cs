using Inspectorates.Joint.V1;
using Kind = Inspectorates.Joint.V1.AgreementCoefficient.Types.Kind;

namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>Numbers as records of the contract.</summary>
internal static class AgreementNumbers
{
    public static AgreementCoefficient Write(Kind kind, Coefficient coefficient, Interval? interval) => new()
    {
        Kind = kind,
        Label = Label(kind),
        Estimate = coefficient.Value is { } value ? Write(value, interval) : null,
        Undefined = coefficient.Value is null ? coefficient.ToString() : "",
    };

    public static AgreementEstimate Write(double value, Interval? interval) => new()
    {
        Value = value,
        Interval = interval is null ? null : new() { Low = interval.Low, High = interval.High, Undefined = interval.Undefined },
    };

    public static AgreementTest Write(string label, Significance test) => new()
    {
        Label = label,
        Result = test.PValue is { } likely
            ? new() { Statistic = test.Statistic, DegreesOfFreedom = test.DegreesOfFreedom, PValue = likely }
            : null,
    };

    /// <summary>Why nothing is computed; null: there is enough to compute from.</summary>
    public static string? Withheld(int comparable, int floor) => comparable >= floor ? null
        : comparable == 0 ? "There is nothing to compute from."
        : $"No coefficient is given: {(comparable == 1 ? "1 is" : $"{comparable} are")} comparable, and below {floor} chance decides too much.";

    private static string Label(Kind kind) => kind switch
    {
        Kind.AlphaNominal => "Krippendorff's alpha, standings as names",
        Kind.AlphaOrdinal => "Krippendorff's alpha, standings in their order",
        Kind.AlphaInterval => "Krippendorff's alpha, every step as far",
        Kind.KappaUnweighted => "Cohen's kappa, any difference alike",
        Kind.KappaLinear => "Cohen's kappa, differences by their steps",
        Kind.KappaQuadratic => "Cohen's kappa, differences by the square of their steps",
        Kind.Ac1 => "Gwet's AC1",
        Kind.Fleiss => "Fleiss' kappa",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such coefficient."),
    };
}
