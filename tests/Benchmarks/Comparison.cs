using System.Diagnostics;
using System.Globalization;

namespace Inspectorates.Benchmarks;

/// <summary>Two ways to write, measured in turn, and the ratio of their rates.</summary>
/// <param name="Name">What is compared.</param>
/// <param name="Least">The ratio it has to reach.</param>
/// <param name="Raw">Rate of the bare store: median, per second.</param>
/// <param name="Ours">Rate of the record: median, per second.</param>
/// <param name="Ratios">The ratios pair by pair, in order.</param>
internal sealed record Comparison(string Name, double Least, double Raw, double Ours, IReadOnlyList<double> Ratios)
{
    private const int Pairs = 7;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(2);

    /// <summary>The median ratio.</summary>
    public double Ratio => Median(Ratios);

    /// <summary>Whether it reaches what is wanted.</summary>
    public bool IsMet => Ratio >= Least;

    /// <summary>Measures both in turn, several times.</summary>
    /// <param name="name">What is compared.</param>
    /// <param name="least">The ratio it has to reach.</param>
    /// <param name="callers">How many write at once.</param>
    /// <param name="raw">One write of the bare store by a caller of this number.</param>
    /// <param name="ours">One write of the record.</param>
    public static async Task<Comparison> MeasureAsync(string name, double least, int callers, Func<int, Task> raw, Func<int, Task> ours)
    {
        await RateAsync(callers, raw);
        await RateAsync(callers, ours);
        var (raws, rates) = (new List<double>(), new List<double>());
        for (var pair = 0; pair < Pairs; pair++)
        {
            raws.Add(await RateAsync(callers, raw));
            rates.Add(await RateAsync(callers, ours));
        }

        return new Comparison(name, least, Median(raws), Median(rates), [.. rates.Zip(raws, (rate, bare) => rate / bare)]);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name}: {Ours:0} of {Raw:0} a second, ratio {Ratio:0.00} ({Ratios.Min():0.00} to {Ratios.Max():0.00}), wanted {Least:0.00}: {(IsMet ? "met" : "MISSED")}");

    private static async Task<double> RateAsync(int callers, Func<int, Task> write)
    {
        var began = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var count = 0;
            while (Stopwatch.GetElapsedTime(began) < Length)
            {
                await write(caller);
                count++;
            }

            return count;
        })));
        return counts.Sum() / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Pairs / 2);
}
