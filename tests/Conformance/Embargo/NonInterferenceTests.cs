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

    // Every fifth pair is read through a gateway of its own too.
    private const int ByGateway = 5;

    [Fact]
    public async Task Nothing_a_reader_may_ask_tells_a_store_with_hidden_work_from_one_without()
    {
        var (pairs, first) = (Number("INSPECTORATES_PAIRS", Fewest), Number("INSPECTORATES_SEED", 1));
        var (outcomes, found) = (new ConcurrentBag<Pair.Outcome>(), new ConcurrentDictionary<int, string>());
        var began = Stopwatch.GetTimestamp();
        await using var second = await SecondInspectorate.StartAsync();
        GatewayReading? Gateway(int seed) => seed % ByGateway == 0 ? new GatewayReading(second.Address) : null;

        await Parallel.ForEachAsync(Enumerable.Range(first, pairs), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (seed, stop) =>
        {
            if (found.Count >= 3)
                return;
            try
            {
                var outcome = await Pair.CompareAsync(Histories.Of(seed), Gateway(seed));
                outcomes.Add(outcome);
                if (outcome.Difference is not null)
                    found[seed] = outcome.Difference;
            }
            catch (InvalidOperationException refused)
            {
                found[seed] = refused.Message;
            }
        });

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{outcomes.Count} pairs from seed {first}: {outcomes.Sum(one => one.Calls)} answers compared, {outcomes.Sum(one => one.Done)} hidden operations done and "
            + $"{outcomes.Sum(one => one.Refused)} refused, {outcomes.Sum(one => one.Entries)} hidden entries, {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s"));
        foreach (var seed in found.Keys.Order())
            Assert.Fail(await DescribedAsync(seed, found[seed], Gateway(seed)));
        Assert.Equal(pairs, outcomes.Count);
        // Were little hidden, little would be shown.
        Assert.True(outcomes.Count(one => one.Entries > 0) > pairs * 9 / 10, "In more than a tenth of the pairs nothing was hidden.");
    }

    // Told with the least that shows it, which is what one wants to look at.
    private static async Task<string> DescribedAsync(int seed, string found, GatewayReading? gateway)
    {
        var least = await Pair.LeastAsync(Histories.Of(seed), gateway);
        return $"What is hidden shows (INSPECTORATES_PAIRS=1 INSPECTORATES_SEED={seed}): {await Pair.FoundAsync(least, gateway) ?? found}\n{least}";
    }

    private static int Number(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : usual;
}
