namespace Inspectorates.Gateway.Joint.Balance;

/// <summary>
/// How much of all weight must be given away freely for another result: the least epsilon for which (1 - epsilon) times the
/// weights and epsilon times any others give one. Worst of all, it all goes to the lowest, or the highest.
/// </summary>
internal static class Robustness
{
    /// <summary>The epsilon for a worse result; null: no weights give one.</summary>
    public static Crossing? Down(Weighing weighing, ResultBands bands) =>
        Crossing.Along(bands, weighing.Score, weighing.Values.Min());

    /// <summary>The epsilon for a better result; null: no weights give one.</summary>
    public static Crossing? Up(Weighing weighing, ResultBands bands) =>
        Crossing.Along(bands, weighing.Score, weighing.Values.Max());
}
