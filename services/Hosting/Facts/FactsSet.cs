using System.Reflection;
using Inspectorates.Hosting.Imports;

namespace Inspectorates.Hosting.Facts;

/// <summary>
/// A pair of tables, <c>{name}-inspections.csv</c> and <c>{name}-verdicts.csv</c>, and beside them where there is something to say
/// the tables of <see cref="FollowUpColumns"/>.
/// </summary>
/// <param name="Beside">Finds a table beside that of the inspections by the end of its name; null: it is not there.</param>
internal sealed record FactsSet(ImportFile Inspections, ImportFile Verdicts, Func<string, ImportFile?> Beside)
{
    public const string InspectionsEnd = "-inspections.csv";
    public const string VerdictsEnd = "-verdicts.csv";
    public const string RecommendationsEnd = "-recommendations.csv";
    public const string StatementsEnd = "-statements.csv";
    public const string RepliesEnd = "-replies.csv";
    public const string ExchangesEnd = "-accuracy.csv";
    private const string Folder = "Facts/";

    /// <summary>The tables a program ships, in the order of their names.</summary>
    public static IReadOnlyList<FactsSet> Shipped(Assembly program) =>
        [.. program.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(InspectionsEnd, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new FactsSet(
                Embedded(program, name), Embedded(program, Named(name, VerdictsEnd)), end => EmbeddedIfThere(program, Named(name, end))))];

    /// <summary>The tables in files: the inspections' is named, the verdicts' is beside it.</summary>
    /// <exception cref="UnreadableFileException">The name does not end as a table of inspections does.</exception>
    public static FactsSet OfFile(string path) => path.EndsWith(InspectionsEnd, StringComparison.Ordinal)
        ? new FactsSet(OnDisk(path), OnDisk(Named(path, VerdictsEnd)), end => OnDiskIfThere(Named(path, end)))
        : throw new UnreadableFileException($"{path}: facts are given by their table of inspections, a file named like ilacs{InspectionsEnd}, with ilacs{VerdictsEnd} beside it");

    private static string Named(string inspections, string end) => inspections[..^InspectionsEnd.Length] + end;

    private static ImportFile? OnDiskIfThere(string path) => File.Exists(path) ? OnDisk(path) : null;

    private static ImportFile? EmbeddedIfThere(Assembly program, string name) =>
        program.GetManifestResourceNames().Contains(name) ? Embedded(program, name) : null;

    private static ImportFile OnDisk(string path) => new(path, "", null, () => File.OpenRead(path));

    private static ImportFile Embedded(Assembly program, string name) => new(
        name, "", null, () => program.GetManifestResourceStream(name) ?? throw new UnreadableFileException($"{name}: not shipped with the program"));
}
