using Inspectorates.Gateway.Tests.Scripted;

namespace Inspectorates.Gateway.Tests.Pages;

/// <summary>What a browser makes of the pages' styles under the policy that is sent with them.</summary>
public sealed class StyleTests
{
    [Fact]
    public async Task No_page_has_a_style_of_its_own_which_the_policy_would_drop()
    {
        await using var gateway = await RunningGateway.StartAsync(["alpha"]);
        using var answer = await gateway.Http.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        var pages = Path.Combine(SolutionFolder(), "gateway", "Pages");

        Assert.Contains("style-src 'self'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal([], Directory.EnumerateFiles(pages, "*.razor").Where(page => File.ReadAllText(page) is var text && (text.Contains("style=", StringComparison.Ordinal) || text.Contains("<style", StringComparison.Ordinal))));
        Assert.Contains(".reply blockquote { white-space: pre-wrap; }", await File.ReadAllTextAsync(Path.Combine(pages, "site.css"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static string SolutionFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Inspectorates.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("Inspectorates.sln is not above the tests.");
        return folder.FullName;
    }
}
