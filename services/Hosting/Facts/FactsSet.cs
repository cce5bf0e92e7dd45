using System.Reflection;
using Inspectorates.Hosting.Imports;

namespace Inspectorates.Hosting.Facts;

/// <summary>A pair of tables: <c>{name}-inspections.csv</c> and <c>{name}-verdicts.csv</c>.</summary>
internal sealed record FactsSet(ImportFile Inspections, ImportFile Verdicts)
{
    public const string InspectionsEnd = "-inspections.csv";
    public const string VerdictsEnd = "-verdicts.csv";
    private const string Folder = "Facts/";

    /// <summary>The tables a program ships, in the order of their names.</summary>
    public static IReadOnlyList<FactsSet> Shipped(Assembly program) =>
        [.. program.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(InspectionsEnd, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new FactsSet(Embedded(program, name), Embedded(program, VerdictsOf(name))))];

    /// <summary>The tables in files: the inspections' is named, the verdicts' is beside it.</summary>
    /// <exception cref="UnreadableFileException">The name does not end as a table of inspections does.</exception>
    public static FactsSet OfFile(string path) => path.EndsWith(InspectionsEnd, StringComparison.Ordinal)
        ? new FactsSet(OnDisk(path), OnDisk(VerdictsOf(path)))
        : throw new UnreadableFileException($"{path}: facts are given by their table of inspections, a file named like ilacs{InspectionsEnd}, with ilacs{VerdictsEnd} beside it");

    private static string VerdictsOf(string inspections) => inspections[..^InspectionsEnd.Length] + VerdictsEnd;

    private static ImportFile OnDisk(string path) => new(path, "", null, () => File.OpenRead(path));

    private static ImportFile Embedded(Assembly program, string name) => new(
        name, "", null, () => program.GetManifestResourceStream(name) ?? throw new UnreadableFileException($"{name}: not shipped with the program"));
}
