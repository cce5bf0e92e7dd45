namespace Inspectorates.SystemTests;

/// <summary>What a test needs beyond the SDK. Without it the test is skipped with the reason; where everything must run, it fails.</summary>
internal static class Needs
{
    public static bool Everything => Environment.GetEnvironmentVariable("INSPECTORATES_TESTS") == "all";

    /// <summary>The path of a program on PATH.</summary>
    public static string Program(string name) => Have(OnPath(name), $"{name} is not on PATH");

    /// <summary>Whether a program is on PATH: for fixtures, where a skip would count as a failure of every test.</summary>
    public static bool Has(string name) => OnPath(name) is not null;

    /// <summary>The path of a tool that <c>npm install --prefix .ci --no-save --ignore-scripts</c> installs.</summary>
    public static string CiTool(string name)
    {
        var tool = SolutionFolder.In(".ci", "node_modules", ".bin", name);
        return Have(File.Exists(tool) ? tool : null, $"{name} is not installed: npm install --prefix .ci --no-save --ignore-scripts");
    }

    /// <summary>Skips the test for something else this machine has not; fails it where everything must run.</summary>
    public static void Unmet(string reason) => Have(null, reason);

    private static string? OnPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);

    private static string Have(string? found, string reason)
    {
        if (found is null && Everything)
            Assert.Fail($"INSPECTORATES_TESTS=all, and {reason}.");
        Assert.SkipWhen(found is null, reason);
        return found!;
    }
}
