using Inspectorates.Gateway.Joint;
using Inspectorates.Gateway.Joint.Agreement;

namespace Inspectorates.Gateway.Tests.Joint.Agreement;

/// <summary>
/// Time here is the processor's, of a build that is not optimised: the bounds are generous. tests/Benchmarks measures in earnest.
/// </summary>
[Collection("Alone")]
public sealed class AgreementSpeedTests(ITestOutputHelper output)
{
    [Fact]
    public void What_four_inspectorates_said_in_ten_years_is_compared_and_composed_in_seconds_and_twice_as_much_in_twice_the_time()
    {
        var ten = Generated.Answers(10);
        AgreementAcrossAreas? found = null;

        var first = Processor(() => found = Compare(ten));
        var composed = Processor(() =>
        {
            Assert.All(found!.Numbers.Take(50).Select(found.Write).Skip(12), comparison => Assert.Equal(153, comparison.Comparable));
            Assert.Equal(46, found.OfAll.Value.Count);
        });
        var again = Enumerable.Range(0, 3).Min(_ => Processor(() => Compare(ten)));
        var twenty = Generated.Answers(20);
        var twice = Enumerable.Range(0, 3).Min(_ => Processor(() => Compare(twenty)));
        output.WriteLine($"{ten.Sum(answer => answer.Verdicts.Count)} verdicts: compared in {first}, composed in {composed}; again {again}, twice as many {twice}");

        Assert.Equal(6 + 6 + (6 * 44), found!.Numbers.Count);
        Assert.True(first + composed < TimeSpan.FromSeconds(12), $"It took {first + composed}.");
        Assert.True(twice < 4 * again, $"{again} became {twice}.");
    }

    private static AgreementAcrossAreas Compare(IReadOnlyList<SourceAnswer> answers) =>
        new(Generated.AllAreas, answers, Make.Catalogue, new AgreementOptions());

    private static TimeSpan Processor(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return Environment.CpuUsage.TotalTime - before;
    }
}
