using Inspectorates.Gateway.Joint.Balance;

namespace Inspectorates.Gateway.Tests.Joint.Balance;

/// <summary>The four results of the oracle at 1.5, 2.5 and 3.5, and numbers as a test writes them.</summary>
internal static class Scale
{
    public const int Worst = 0;
    public const int Low = 1;
    public const int Good = 2;
    public const int Best = 3;

    public static readonly ResultBands Four = Bands(false);

    public static ResultBands Bands(bool edgesBelongBelow) => new(
    [
        new("Worst", 0), new("Low", Number("1.5"), edgesBelongBelow), new("Good", Number("2.5"), edgesBelongBelow),
        new("Best", Number("3.5"), edgesBelongBelow),
    ]);

    public static Rational Number(string text) =>
        Rational.TryParse(text, out var number) ? number : throw new ArgumentException($"\"{text}\" is no number.", nameof(text));

    public static Rational[] Numbers(params string[] texts) => [.. texts.Select(Number)];

    public static Weighing Weigh(string[] weights, params string[] values) => Weighing.Of(Numbers(weights), Numbers(values));

    public static double ToDouble(this Rational number) => (double)number.Numerator / (double)number.Denominator;
}
