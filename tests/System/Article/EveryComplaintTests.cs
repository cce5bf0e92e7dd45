using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Inspectorates.SystemTests.Launcher;
using Inspectorates.SystemTests.Places;

namespace Inspectorates.SystemTests.Article;

/// <summary>
/// No complaint of the article is forgotten: each has tests that bear its number, and the public list says where it is answered, which is
/// so in the suite as it ships.
/// </summary>
[Collection(OneSuite.Name)]
public sealed partial class EveryComplaintTests(RunningSuite suite)
{
    private const int Complaints = 24;

    [GeneratedRegex(@"\b(?:Task|void) ((?:F\d+_)+)\w+\(", RegexOptions.ExplicitCapture)]
    private static partial Regex NamedByNumber { get; }

    private static HashSet<string> InNamesOfTests =>
    [
        .. Directory.EnumerateFiles(SolutionFolder.In("tests"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => NamedByNumber.Matches(File.ReadAllText(file)))
            .SelectMany(match => match.Value.Split(' ', '(')[1].Split('_').TakeWhile(part => part.Length > 1 && part[0] is 'F' && char.IsDigit(part[1]))),
    ];

    [Fact]
    public void Every_complaint_has_a_test_by_its_number() =>
        Assert.Equal([], Enumerable.Range(1, Complaints).Select(number => $"F{number}").Except(InNamesOfTests));

    [Fact]
    public async Task The_public_list_has_the_numbers_that_the_names_of_tests_bear_and_no_others()
    {
        var listed = (await suite.GetAsync("/api/v1/complaints")).List("complaints").Select(complaint => complaint.GetProperty("id").GetString()!).ToList();

        Assert.Equal(Complaints, listed.Count);
        Assert.Equal(InNamesOfTests.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_place_where_a_complaint_is_answered_is_a_page_that_has_what_is_pointed_to()
    {
        var wrong = new List<string>();
        foreach (var complaint in (await suite.GetAsync("/api/v1/complaints")).List("complaints"))
            foreach (var path in complaint.List("places").Select(place => place.GetProperty("path").GetString()!))
            {
                if (await WrongAsync(path) is { } what)
                    wrong.Add($"{complaint.GetProperty("id").GetString()} {path}: {what}");
            }

        Assert.Equal([], wrong);
    }

    private async Task<string?> WrongAsync(string path)
    {
        using var answer = await suite.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        if (!answer.IsSuccessStatusCode || answer.Content.Headers.ContentType?.MediaType != "text/html")
            return $"answered {(int)answer.StatusCode} as {answer.Content.Headers.ContentType}";
        using var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return path.Split('#') is [_, var anchor] && page.GetElementById(anchor) is null ? "there is no such anchor" : null;
    }
}
