using System.Text.Json;

namespace Inspectorates.SystemTests.Promises;

/// <summary>Figures of the last run, from which <c>.ci/promises.mjs</c> makes the table in <c>docs/promises.md</c>.</summary>
internal static class Measured
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    /// <param name="name">The name by which <c>promises.json</c> calls these figures.</param>
    /// <param name="figures">What was counted, and how often.</param>
    public static void Write(string name, params (string What, long Count)[] figures)
    {
        var folder = Directory.CreateDirectory(SolutionFolder.In("artifacts", "promises")).FullName;
        var text = JsonSerializer.Serialize(
            new { measured = TimeProvider.System.GetUtcNow(), figures = figures.ToDictionary(figure => figure.What, figure => figure.Count) }, Readable);
        File.WriteAllText(Path.Combine(folder, name.ToLowerInvariant() + ".json"), text + "\n");
    }
}
