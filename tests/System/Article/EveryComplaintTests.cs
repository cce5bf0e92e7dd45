using System.Text.RegularExpressions;

namespace Inspectorates.SystemTests.Article;

/// <summary>No complaint of the article is forgotten: each has tests that bear its number.</summary>
public sealed partial class EveryComplaintTests
{
    private const int Complaints = 24;

    [GeneratedRegex(@"\b(?:Task|void) ((?:F\d+_)+)\w+\(", RegexOptions.ExplicitCapture)]
    private static partial Regex NamedByNumber { get; }

    [Fact]
    public void Every_complaint_has_a_test_by_its_number()
    {
        var numbers = Directory.EnumerateFiles(SolutionFolder.In("tests"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => NamedByNumber.Matches(File.ReadAllText(file)))
            .SelectMany(match => match.Value.Split(' ', '(')[1].Split('_').TakeWhile(part => part.Length > 1 && part[0] is 'F' && char.IsDigit(part[1])))
            .ToHashSet();

        Assert.Equal([], Enumerable.Range(1, Complaints).Select(number => $"F{number}").Except(numbers));
    }
}
