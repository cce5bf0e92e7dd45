namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>Between which values 95 in 100 resamples lie.</summary>
/// <param name="Low">The value that 2.5 in 100 lie below.</param>
/// <param name="High">The value that 2.5 in 100 lie above.</param>
/// <param name="Undefined">How many resamples had no value, and are not counted.</param>
public sealed record Interval(double Low, double High, int Undefined)
{
    /// <summary>
    /// The percentile interval (B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap, 1993, section 13.3), by the nearest
    /// rank. Null where fewer than half of the resamples have a value: those left would not be a fair sample.
    /// </summary>
    /// <param name="resamples">The value of each resample; NaN: it has none.</param>
    internal static Interval? Of(double[] resamples)
    {
        double[] values = [.. resamples.Where(value => !double.IsNaN(value)).Order()];
        return values.Length == 0 || values.Length * 2 < resamples.Length
            ? null
            : new(At(values, 25), At(values, 975), resamples.Length - values.Length);
    }

    private static double At(double[] values, int perMille) => values[Math.Max(0, (((values.Length * perMille) + 999) / 1000) - 1)];
}
