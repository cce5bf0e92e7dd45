namespace Inspectorates.SystemTests;

/// <summary>The folder of the solution these tests were built from.</summary>
internal static class SolutionFolder
{
    public static string Path { get; } = Find();

    public static string In(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Inspectorates.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests do not lie below Inspectorates.sln.");
    }
}
