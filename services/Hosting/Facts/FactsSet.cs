using System.Reflection;
using Inspectorates.Hosting.Imports;

namespace Inspectorates.Hosting.Facts;

/// <summary>
/// A pair of tables, <c>{name}-inspections.csv</c> and <c>{name}-verdicts.csv</c>, and beside them where there is something to say
/// <c>{name}-recommendations.csv</c> and <c>{name}-statements.csv</c>.
/// </summary>
internal sealed record FactsSet(ImportFile Inspections, ImportFile Verdicts, ImportFile? Recommendations = null, ImportFile? Statements = null)
{
    public const string InspectionsEnd = "-inspections.csv";
    public const string VerdictsEnd = "-verdicts.csv";
    private const string RecommendationsEnd = "-recommendations.csv";
    private const string StatementsEnd = "-statements.csv";
    private const string Folder = "Facts/";

    /// <summary>The tables a program ships, in the order of their names.</summary>
    public static IReadOnlyList<FactsSet> Shipped(Assembly program) =>
        [.. program.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(InspectionsEnd, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new FactsSet(
                Embedded(program, name), Embedded(program, VerdictsOf(name)),
                EmbeddedIfThere(program, Beside(name, RecommendationsEnd)), EmbeddedIfThere(program, Beside(name, StatementsEnd))))];

    /// <summary>The tables in files: the inspections' is named, the verdicts' is beside it.</summary>
    /// <exception cref="UnreadableFileException">The name does not end as a table of inspections does.</exception>
    public static FactsSet OfFile(string path) => path.EndsWith(InspectionsEnd, StringComparison.Ordinal)
        ? new FactsSet(OnDisk(path), OnDisk(VerdictsOf(path)), OnDiskIfThere(Beside(path, RecommendationsEnd)), OnDiskIfThere(Beside(path, StatementsEnd)))
        : throw new UnreadableFileException($"{path}: facts are given by their table of inspections, a file named like ilacs{InspectionsEnd}, with ilacs{VerdictsEnd} beside it");

    private static string VerdictsOf(string inspections) => Beside(inspections, VerdictsEnd);

    private static string Beside(string inspections, string end) => inspections[..^InspectionsEnd.Length] + end;

    private static ImportFile? OnDiskIfThere(string path) => File.Exists(path) ? OnDisk(path) : null;

    private static ImportFile? EmbeddedIfThere(Assembly program, string name) =>
        program.GetManifestResourceNames().Contains(name) ? Embedded(program, name) : null;

    private static ImportFile OnDisk(string path) => new(path, "", null, () => File.OpenRead(path));

    private static ImportFile Embedded(Assembly program, string name) => new(
        name, "", null, () => program.GetManifestResourceStream(name) ?? throw new UnreadableFileException($"{name}: not shipped with the program"));
}
