using System.Text.Json;

namespace Inspectorates.SystemTests.Mutations;

/// <summary>One promise broken on purpose: texts of the chassis replaced by others, and the test that must then fail.</summary>
/// <param name="Id">The name <c>docs/promises.md</c> calls it by.</param>
/// <param name="Breaks">What it breaks, as one would tell it.</param>
/// <param name="Edits">The texts replaced.</param>
/// <param name="Project">The test project: <c>Conformance</c>, <c>Services</c> or <c>System</c>.</param>
/// <param name="Test">The test that must fail: a filter as <c>--filter-display-name</c> takes it.</param>
/// <param name="Says">What that test must say: another failure would show nothing.</param>
/// <param name="Environment">Sizes for a short run.</param>
public sealed record Mutation(
    string Id, string Breaks, IReadOnlyList<Edit> Edits, string Project, string Test, string Says, IReadOnlyDictionary<string, string>? Environment)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>All of them, from <c>mutations.json</c>.</summary>
    public static IReadOnlyList<Mutation> All { get; } =
        JsonSerializer.Deserialize<List<Mutation>>(System.IO.File.ReadAllText(SolutionFolder.In("tests", "System", "Mutations", "mutations.json")), Json)!;

    public override string ToString() => Id;
}

/// <summary>One text replaced by another.</summary>
/// <param name="File">The source file, below <c>services/Hosting</c>.</param>
/// <param name="Find">Lines of the text replaced; it must be there exactly once.</param>
/// <param name="Replace">Lines of what it is replaced by.</param>
public sealed record Edit(string File, IReadOnlyList<string> Find, IReadOnlyList<string> Replace)
{
    internal string Apply(string source)
    {
        var (find, replace) = (string.Join('\n', Find), string.Join('\n', Replace));
        var times = source.Split(find).Length - 1;
        Assert.True(times == 1, $"{File} holds what is to be replaced {times} times: {find}");
        return source.Replace(find, replace, StringComparison.Ordinal);
    }
}
