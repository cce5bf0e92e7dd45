using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Inspectorates.Conformance;

/// <summary>What one more inspectorate must bring, and what its program may lean on.</summary>
public sealed partial class FifthInspectorateTests
{
    private static readonly string Solution = FindSolution();

    public static TheoryData<string> Folders => [.. Directory.GetDirectories(Path.Combine(Solution, "services"))
        .Select(Path.GetFileName).OfType<string>().Where(name => name is not ("Hosting" or "Reference")).Order()];

    [Theory]
    [MemberData(nameof(Folders))]
    public void It_brings_a_conformance_class_on_each_store(string folder)
    {
        var brought = typeof(FifthInspectorateTests).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PublishedInspectorateConformance))).ToList();

        Assert.Contains(brought, type => type.Name == folder + "Conformance" && RunsOn(type, typeof(RunningService<>)));
        Assert.Contains(brought, type => type.Name == folder + "OnPostgresConformance" && RunsOn(type, typeof(RunningOnPostgres<>)));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void It_brings_a_manifest_of_its_own_and_one_on_each_store(string folder) => Assert.All(
        ["inspectorates", "overlays/local", "overlays/postgresql"],
        place => Assert.True(File.Exists(Path.Combine(Solution, "deploy", "k8s", place, Code(folder), "kustomization.yaml")), place));

    [Theory]
    [MemberData(nameof(Folders))]
    public void It_brings_an_entry_in_the_launchers_settings(string folder)
    {
        var suite = File.ReadAllText(Path.Combine(Solution, "deploy", "local", "suite.json"));

        Assert.Contains($"\"code\": \"{Code(folder)}\", \"project\": \"services/{folder}/", suite);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void It_brings_a_row_of_the_front_page(string folder) =>
        Assert.Contains($"| `{Code(folder)}` |", File.ReadAllText(Path.Combine(Solution, "README.md")));

    [Theory]
    [MemberData(nameof(Folders))]
    public void It_leans_on_the_chassis_and_on_no_sibling(string folder) =>
        Assert.Equal(["Hosting"], ServicesReferencedBy(Path.Combine("services", folder)));

    [Fact]
    public void The_gateway_leans_on_no_inspectorate() =>
        Assert.Equal(["Reference"], ServicesReferencedBy("gateway"));

    [Fact]
    public void The_chassis_leans_on_no_inspectorate() =>
        Assert.Equal(["Reference"], ServicesReferencedBy(Path.Combine("services", "Hosting")));

    private static bool RunsOn(Type tests, Type service) =>
        tests.GetConstructors().Single().GetParameters().Single().ParameterType is { IsGenericType: true } given && given.GetGenericTypeDefinition() == service;

    private static IEnumerable<string> ServicesReferencedBy(string folder) =>
        XDocument.Load(Directory.GetFiles(Path.Combine(Solution, folder), "*.csproj").Single())
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFullPath(Path.Combine(Solution, folder, reference.Attribute("Include")!.Value)))
            .Where(path => path.StartsWith(Path.Combine(Solution, "services"), StringComparison.Ordinal))
            .Select(path => Path.GetFileName(Path.GetDirectoryName(path))!);

    private static string Code(string folder) => WordStart().Replace(folder, "-$0").ToLowerInvariant();

    private static string FindSolution()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Inspectorates.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("Inspectorates.sln is not above the tests.");
        return folder.FullName;
    }

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex WordStart();
}
