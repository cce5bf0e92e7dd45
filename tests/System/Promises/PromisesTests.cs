using System.Text.Json;
using System.Text.RegularExpressions;
using Inspectorates.SystemTests.Mutations;

namespace Inspectorates.SystemTests.Promises;

/// <summary>The table of promises names nothing that is not there.</summary>
public sealed class PromisesTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly List<Promise> Promises =
        JsonSerializer.Deserialize<List<Promise>>(File.ReadAllText(SolutionFolder.In("tests", "System", "Promises", "promises.json")), Json)!;

    private static readonly string Table = File.ReadAllText(SolutionFolder.In("docs", "promises.md"));

    [Fact]
    public void Every_test_the_table_names_exists()
    {
        var sources = Directory.EnumerateFiles(SolutionFolder.In("tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .ToList();
        string[] named = [.. Promises.SelectMany(promise => promise.Tests), .. Regex.Matches(Table, @"`(\w+\.\w{20,})`").Select(match => match.Groups[1].Value)];

        Assert.NotEmpty(named);
        Assert.All(named, test => Assert.Contains(sources, source =>
            Regex.IsMatch(source, $@"class {test.Split('.')[0]}\b") && Regex.IsMatch(source, $@"\b{test.Split('.')[1]}\(")));
    }

    [Fact]
    public void Every_mutation_the_table_names_exists_and_every_mutation_breaks_a_promise()
    {
        var known = Mutation.All.Select(mutation => mutation.Id).Order().ToList();

        Assert.Equal(known, Promises.SelectMany(promise => promise.Mutations).Distinct().Order());
        Assert.All(known, id => Assert.Contains($"`{id}`: ", Table, StringComparison.Ordinal));
    }

    [Fact]
    public void The_table_has_every_promise_with_a_test_and_a_figure_and_a_day()
    {
        Assert.All(Promises, promise =>
        {
            Assert.NotEmpty(promise.Tests);
            var row = Assert.Single(Table.Split('\n'), line => line.StartsWith($"| {promise.Text} |", StringComparison.Ordinal));
            Assert.All(promise.Tests, test => Assert.Contains($"`{test}`", row, StringComparison.Ordinal));
            Assert.All(promise.Figures, figure => Assert.Matches($@"`{figure}`, \d\d\d\d-\d\d-\d\d: \d", row));
        });
    }

    private sealed record Promise(
        [property: System.Text.Json.Serialization.JsonPropertyName("promise")] string Text,
        IReadOnlyList<string> Tests, IReadOnlyList<string> Mutations, IReadOnlyList<string> Figures);
}
