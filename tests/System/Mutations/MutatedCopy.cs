namespace Inspectorates.SystemTests.Mutations;

/// <summary>
/// A copy of the sources the chassis is built from and of what is built already, in which the chassis is built anew with one
/// text replaced, and a test is run against it.
/// </summary>
public sealed class MutatedCopy : IAsyncLifetime
{
    private const string Unmutated = "unmutated.dll";
    private const string Assembly = "Inspectorates.Hosting";

    private readonly string folder = Directory.CreateTempSubdirectory("mutations-").FullName;
    private readonly string output = Path.Combine("bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0");

    public async ValueTask InitializeAsync()
    {
        foreach (var file in (string[])["Inspectorates.sln", "Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig"])
            File.Copy(SolutionFolder.In(file), In(file));
        foreach (var source in (string[])["protos", "services/Reference", "services/Hosting"])
            CopyFolder(SolutionFolder.In(source), In(source), "bin", "obj");
        File.Copy(SolutionFolder.In("services", "Directory.Build.targets"), In("services", "Directory.Build.targets"));
        // The launcher's assembly ends programs with their tests; the programs are started from where they were built.
        foreach (var built in (string[])["services/Ofsted", "deploy/local", "tests/Conformance", "tests/Services", "tests/System"])
        {
            CopyFolder(SolutionFolder.In(built, output), In(built, output));
            foreach (var project in Directory.EnumerateFiles(SolutionFolder.In(built), "*.csproj"))
                File.Copy(project, In(built, Path.GetFileName(project)));
        }

        await BuildAsync();
        File.Copy(Built, In(Unmutated));
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Puts the chassis as it is where tests and programs load it from.</summary>
    internal void Restore() => Place(In(Unmutated));

    /// <summary>Builds the chassis with the mutation, and puts it where tests and programs load it from.</summary>
    internal async Task MutateAsync(Mutation mutation)
    {
        var originals = new Dictionary<string, string>();
        try
        {
            foreach (var edit in mutation.Edits)
            {
                var file = In("services", "Hosting", edit.File);
                var source = await File.ReadAllTextAsync(file);
                originals.TryAdd(file, source);
                await File.WriteAllTextAsync(file, edit.Apply(source));
            }

            // What the chassis refers to is built already and has not changed.
            await BuildAsync("--no-restore", "--no-dependencies");
            Place(Built);
        }
        finally
        {
            foreach (var (file, source) in originals)
                await File.WriteAllTextAsync(file, source);
        }
    }

    /// <summary>Runs tests of a project of the copy.</summary>
    internal Task<Finished> RunAsync(string ofProject, IEnumerable<string> tests, IEnumerable<KeyValuePair<string, string>> sizes)
    {
        var project = In("tests", ofProject);
        var name = Path.GetFileNameWithoutExtension(Directory.EnumerateFiles(project, "*.csproj").Single());
        return Shell.RunAsync(
            new Dictionary<string, string>(sizes) { ["INSPECTORATES_TESTS"] = "all" },
            "dotnet",
            ["exec", Path.Combine(project, output, name + ".dll"), "--no-ansi", "--progress", "off", .. tests.SelectMany(test => new[] { "--filter-display-name", test })]);
    }

    private string Built => In("services", "Hosting", output, Assembly + ".dll");

    private async Task BuildAsync(params string[] further)
    {
        var built = await Shell.RunAsync(
            "dotnet",
            [
                "build", In("services", "Hosting"), "-c", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "-v", "q", "--nologo",
                "-p:RunAnalyzers=false", "-p:EnforceCodeStyleInBuild=false", "-p:TreatWarningsAsErrors=false", "-p:NuGetAudit=false", .. further,
            ]);
        Assert.True(built.ExitCode == 0, $"The copy does not build: {built.Everything}");
    }

    private void Place(string chassis)
    {
        foreach (var place in Directory.EnumerateFiles(folder, Assembly + ".dll", SearchOption.AllDirectories).ToList())
        {
            if (!place.StartsWith(In("services", "Hosting"), StringComparison.Ordinal))
                File.Copy(chassis, place, overwrite: true);
        }
    }

    private string In(params string[] parts) => Path.Combine([folder, .. parts]);

    private static void CopyFolder(string from, string to, params string[] leaveOut)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var inner in Directory.EnumerateDirectories(from).Where(inner => !leaveOut.Contains(Path.GetFileName(inner))))
            CopyFolder(inner, Path.Combine(to, Path.GetFileName(inner)), leaveOut);
    }
}
