using System.Text.Json;

namespace Inspectorates.SystemTests.Mutations;

/// <summary>One promise broken on purpose: a text of the chassis replaced by another, and the test that must then fail.</summary>
/// <param name="Id">The name <c>docs/promises.md</c> calls it by.</param>
/// <param name="Breaks">What it breaks, as one would tell it.</param>
/// <param name="File">The source file, below the solution's folder.</param>
/// <param name="Find">The text replaced; it must be there exactly once.</param>
/// <param name="Replace">What it is replaced by.</param>
/// <param name="Project">The test project: <c>Conformance</c>, <c>Services</c> or <c>System</c>.</param>
/// <param name="Test">The test that must fail: a filter as <c>--filter-method</c> takes it.</param>
/// <param name="Says">What that test must say: another failure would show nothing.</param>
/// <param name="Environment">Sizes for a short run.</param>
public sealed record Mutation(
    string Id, string Breaks, string File, string Find, string Replace, string Project, string Test, string Says,
    IReadOnlyDictionary<string, string>? Environment)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>All of them, from <c>mutations.json</c>.</summary>
    public static IReadOnlyList<Mutation> All { get; } =
        JsonSerializer.Deserialize<List<Mutation>>(System.IO.File.ReadAllText(SolutionFolder.In("tests", "System", "Mutations", "mutations.json")), Json)!;

    public override string ToString() => Id;
}
