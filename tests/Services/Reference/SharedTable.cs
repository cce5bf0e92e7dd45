using Inspectorates.Reference;
using Inspectorates.Services.Tests.Hosting.Imports;

namespace Inspectorates.Services.Tests.Reference;

/// <summary>Tables of the reference data folder, read in the form of our own.</summary>
internal static class SharedTable
{
    public static IReadOnlyList<Table.Row> Read(string path)
    {
        using var file = File.OpenRead(Given.Shared(path).Path);
        return Table.Read(path, file);
    }
}
