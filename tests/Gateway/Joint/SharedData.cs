namespace Inspectorates.Gateway.Tests.Joint;

/// <summary>The reference data, where there is any: a test that needs it is skipped without it, and fails where everything must run.</summary>
internal static class SharedData
{
    public static string File(params string[] parts)
    {
        var path = Folder() is { } folder ? Path.Combine([folder, "data", .. parts]) : null;
        var reason = $"the reference data is not here: {Path.Combine(["data", .. parts])} below INSPECTORATES_SHARED or ../shared";
        if ((path is null || !System.IO.File.Exists(path)) && Environment.GetEnvironmentVariable("INSPECTORATES_TESTS") == "all")
            Assert.Fail($"INSPECTORATES_TESTS=all, and {reason}.");
        Assert.SkipUnless(path is not null && System.IO.File.Exists(path), reason);
        return path!;
    }

    private static string? Folder()
    {
        if (Environment.GetEnvironmentVariable("INSPECTORATES_SHARED") is { Length: > 0 } named) return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "Inspectorates.sln")))
                return folder.Parent is { } parent ? Path.Combine(parent.FullName, "shared") : null;
        return null;
    }
}
