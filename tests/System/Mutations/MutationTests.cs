using System.Globalization;
using System.Text.RegularExpressions;
using Inspectorates.SystemTests.Durability;
using Inspectorates.SystemTests.Promises;

namespace Inspectorates.SystemTests.Mutations;

/// <summary>The test of the tests: where a promise is broken on purpose, the test that shows it fails.</summary>
[Collection(Alone.Name)]
public sealed partial class MutationTests(MutatedCopy copy) : IClassFixture<MutatedCopy>
{
    public static TheoryData<string> Ids => [.. Mutation.All.Select(mutation => mutation.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_broken_promise_is_noticed(string id)
    {
        var mutation = Mutation.All.Single(one => one.Id == id);

        await copy.MutateAsync(mutation);
        var mutated = await copy.RunAsync(mutation.Project, [mutation.Test], mutation.Environment ?? new Dictionary<string, string>());

        Assert.True(mutated.ExitCode != 0, $"{mutation.Breaks}, and nothing failed: {mutated.Everything}");
        Assert.True(
            mutated.Everything.Contains(mutation.Says, StringComparison.Ordinal),
            $"{mutation.Breaks}, and what failed does not say '{mutation.Says}': {mutated.Everything}");
        Measured.Write($"mutation-{id}", ("noticed", 1));
    }

    [Fact]
    public async Task The_copy_without_a_mutation_passes_the_same_tests()
    {
        copy.Restore();
        foreach (var ofProject in Mutation.All.GroupBy(mutation => mutation.Project))
        {
            var sizes = ofProject.SelectMany(mutation => mutation.Environment ?? new Dictionary<string, string>()).DistinctBy(size => size.Key);
            var tests = ofProject.Select(mutation => mutation.Test).Distinct().ToList();
            var unmutated = await copy.RunAsync(ofProject.Key, tests, sizes);
            Assert.True(unmutated.ExitCode == 0, $"Tests fail without a mutation: {unmutated.Everything}");
            Assert.True(Passed().Match(unmutated.Output) is { Success: true } passed && int.Parse(passed.Groups[1].Value, CultureInfo.InvariantCulture) >= tests.Count, unmutated.Output);
        }
    }

    [GeneratedRegex(@"succeeded: (\d+)")]
    private static partial Regex Passed();
}
