using System.Globalization;

namespace Inspectorates.Conformance.Verification;

/// <summary>Whoever can write to the file cannot do so unnoticed.</summary>
public sealed class TamperingTests(SampleRecord record, ITestOutputHelper output) : IClassFixture<SampleRecord>
{
    private const int Usual = 1000;

    [Fact]
    public async Task Every_tampering_is_detected()
    {
        var seed = Setting("INSPECTORATES_TAMPERING_SEED") ?? Random.Shared.Next();
        var count = Setting("INSPECTORATES_TAMPERINGS") ?? Usual;
        output.WriteLine($"{count} tamperings, seed {seed}");
        var (random, missed, kinds) = (new Random(seed), new List<string>(), new Dictionary<string, int>());
        for (var done = 0; done < count;)
        {
            using var copy = new StoreCopy(record.File, record.In("tampered.db"));
            if (new Tamperer(copy, random).Act(out _) is not { } what)
                continue;
            done++;
            kinds[what] = kinds.GetValueOrDefault(what) + 1;
            var run = await SampleRecord.VerifyAsync(copy.Store, record.Elsewhere);
            if (run.ExitCode != 1 || run.Out.Trim().Contains('\n', StringComparison.Ordinal))
                missed.Add($"tampering {done}, {what}: exit code {run.ExitCode}, {run.Out}{run.Error}");
        }

        output.WriteLine(string.Join(Environment.NewLine, kinds.OrderByDescending(kind => kind.Value).Select(kind => $"{kind.Value} {kind.Key}")));
        Assert.True(missed.Count == 0, $"seed {seed}: {missed.Count} of {count} missed:{Environment.NewLine}{string.Join(Environment.NewLine, missed.Take(10))}");
    }

    [Fact]
    public async Task A_copy_that_nobody_changed_holds()
    {
        using var copy = new StoreCopy(record.File, record.In("untouched.db"));

        var run = await SampleRecord.VerifyAsync(copy.Store, record.Elsewhere);

        Assert.True(run.ExitCode == 0, run.Out + run.Error);
    }

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
