using System.Text;
using Inspectorates.Hosting.Importing;
using Inspectorates.Hosting.Imports;

namespace Inspectorates.Services.Tests.Hosting.Imports;

/// <summary>Input files of tests.</summary>
internal static class Given
{
    /// <summary>A file with this text, named so that its edition is <c>edition-2025-03-31</c>.</summary>
    public static ImportFile Text(string text) => Bytes(Encoding.UTF8.GetBytes(text));

    public static ImportFile Bytes(byte[] bytes) =>
        new("given.csv", "edition-2025-03-31", new DateOnly(2025, 3, 31), () => new MemoryStream(bytes));

    /// <summary>A file of the reference data; skips the test with the reason where it is absent, and fails where nothing may be skipped.</summary>
    /// <param name="path">Its path below the data folder, such as <c>ofsted/d2i_ilacs_overview.csv</c>.</param>
    public static ImportFile Shared(string path)
    {
        var file = Path.Combine(SharedFolder(), "data", path);
        if (!File.Exists(file))
        {
            Assert.False(Environment.GetEnvironmentVariable("INSPECTORATES_TESTS") == "all", $"reference data is missing: {file}");
            Assert.Skip($"reference data is missing: {file}; set INSPECTORATES_SHARED to its folder");
        }

        return new ImportFile(file, Path.GetFileNameWithoutExtension(path), EditionTime.DayNamed(path), () => File.OpenRead(file));
    }

    private static string SharedFolder()
    {
        if (Environment.GetEnvironmentVariable("INSPECTORATES_SHARED") is { Length: > 0 } given)
            return given;
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Inspectorates.sln")))
            folder = folder.Parent;
        return Path.Combine(folder?.Parent?.FullName ?? "", "shared");
    }
}
