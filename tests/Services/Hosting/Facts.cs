using System.Reflection;
using Inspectorates.Hosting.Facts;
using Inspectorates.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Services.Tests.Hosting;

/// <summary>The tables of facts a program ships.</summary>
internal static class Facts
{
    /// <summary>The records of one pair of tables.</summary>
    /// <param name="program">The program's assembly.</param>
    /// <param name="name">What comes before <c>-inspections.csv</c>.</param>
    public static IReadOnlyList<ImportedRecord> Shipped(Assembly program, string name) => Read(Set(program, name));

    public static IEnumerable<(string Name, ImportedRecord Record)> Shipped(Assembly program) =>
        FactsSet.Shipped(program).SelectMany(set => Read(set).Select(record => (set.Inspections.Path, record)));

    /// <summary>Whether the shipped tables are those that compiling the file makes today, byte by byte.</summary>
    public static void AreCompiledFrom(ImportFile file, IImportFormat format, Assembly program, string name)
    {
        var (inspections, verdicts) = FactsWriter.Write(format.Read(file).OfType<FactsRecord>().SelectMany(row => row.Records));
        var set = Set(program, name);

        Assert.Equal(inspections, Text(set.Inspections));
        Assert.Equal(verdicts, Text(set.Verdicts));
    }

    private static FactsSet Set(Assembly program, string name) =>
        FactsSet.Shipped(program).Single(set => set.Inspections.Path == $"Facts/{name}{FactsSet.InspectionsEnd}");

    private static IReadOnlyList<ImportedRecord> Read(FactsSet set) =>
        [.. FactsReader.Read(set).Select(row => Assert.Single(Assert.IsType<FactsRecord>(row).Records))];

    private static string Text(ImportFile file)
    {
        using var reader = new StreamReader(file.Open());
        return reader.ReadToEnd();
    }
}
