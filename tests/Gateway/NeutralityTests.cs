using System.Text.RegularExpressions;

namespace Inspectorates.Gateway.Tests;

public sealed partial class NeutralityTests
{
    [Fact]
    public void The_gateways_code_names_no_inspectorate_and_no_grade()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Inspectorates.sln")))
            root = root.Parent;
        Assert.NotNull(root);
        var folder = Path.Combine(root.FullName, "gateway");
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".json" or ".css" or ".csproj")
            // Weight profiles are data, an opinion with an author: naming what they weigh is what they are for.
            .Where(file => !(Path.GetExtension(file) is ".json" && Path.GetFileName(Path.GetDirectoryName(file)) is "Profiles"))
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
            .ToArray();

        Assert.True(files.Length > 40);
        Assert.Empty(files.SelectMany(file => Named().Matches(Comments().Replace(File.ReadAllText(file), ""))
            .Select(match => $"{Path.GetRelativePath(folder, file)}: {match.Value}")));
    }

    // A comment may cite a law or give an example.
    [GeneratedRegex(@"(?<!:)//[^\n]*|@\*.*?\*@|<!--.*?-->", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Comments();

    // Words that only one inspectorate or one scale uses; "good" and "mixed" are English.
    [GeneratedRegex(@"\b(ofsted|cqc|care quality commission|hmic|hmicfrs|hmi-?probation|ilacs|jtai|peel|outstanding|inadequate|requires[ -]improvement|priority action)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
