using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Inspectorates.Conformance.Embargo;

/// <summary>
/// For whoever is not entitled, two stores that differ only in what is unpublished give byte-identical answers
/// (docs/decisions/0080-what-an-embargo-promises.md).
/// </summary>
public sealed class NonInterferenceTests(ITestOutputHelper output)
{
    private const int Fewest = 1000;

    // Every fifth pair is read through gateways too.
    private const int ByGateway = 5;

    [Fact]
    public async Task Nothing_a_reader_may_ask_tells_a_store_with_hidden_work_from_one_without()
    {
        var (count, first) = (Number("INSPECTORATES_PAIRS", Fewest), Number("INSPECTORATES_SEED", 1));
        var (outcomes, found, began) = (new ConcurrentBag<Pair.Outcome>(), new ConcurrentDictionary<int, string>(), Stopwatch.GetTimestamp());
        await using var second = await SecondInspectorate.StartAsync();
        var seeds = Enumerable.Range(first, count).ToLookup(seed => seed % ByGateway == 0);

        await Task.WhenAll(
            CompareAsync(new ConcurrentQueue<int>(seeds[false]), null), CompareAsync(new ConcurrentQueue<int>(seeds[true]), second));

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{outcomes.Count} pairs from seed {first}: {outcomes.Sum(one => one.Calls)} answers compared, {outcomes.Sum(one => one.Done)} hidden operations done and "
            + $"{outcomes.Sum(one => one.Refused)} refused, {outcomes.Sum(one => one.Entries)} hidden entries, {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s"));
        if (!found.IsEmpty)
            Assert.Fail(string.Join("\n\n", found.OrderBy(one => one.Key).Select(one => one.Value)));
        Assert.Equal(count, outcomes.Count);
        // Were little hidden, little would be shown.
        Assert.True(outcomes.Count(one => one.Entries > 0) > count * 9 / 10, "In more than a tenth of the pairs nothing was hidden.");

        // Two at a time of each kind, each on services of its own.
        Task CompareAsync(ConcurrentQueue<int> waiting, EmbargoedService? over) => Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            await using var pair = await Pair.StartAsync(over);
            while (found.IsEmpty && waiting.TryDequeue(out var seed))
            {
                var outcome = await pair.CompareAsync(Histories.Of(seed));
                outcomes.Add(outcome);
                if (outcome.Difference is not null)
                    found[seed] = await DescribedAsync(pair, seed, outcome.Difference);
            }
        }));
    }

    // Told with the least that shows it, which is what one wants to look at.
    private static async Task<string> DescribedAsync(Pair pair, int seed, string found)
    {
        var least = await pair.LeastAsync(Histories.Of(seed));
        return $"What is hidden shows (INSPECTORATES_PAIRS=1 INSPECTORATES_SEED={seed}): {(await pair.CompareAsync(least)).Difference ?? "once: " + found}\n{least}";
    }

    private static int Number(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : usual;
}
