using Inspectorates.Gateway.Joint;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Joint;

/// <summary>Labels, frameworks and lines of frameworks, as inspectorates describe them.</summary>
public sealed class DescribedTests
{
    private static Descriptions Red(Action<Inspectorate> change)
    {
        var answer = Make.Answer("red");
        change(answer.Description!);
        return new Descriptions([answer]);
    }

    [Fact]
    public void Of_several_former_labels_the_one_of_the_day_is_taken_whatever_their_order()
    {
        var described = Red(red => red.FormerLabels.Add(
        [
            new FormerLabel { Label = "Second", Until = "2017-07-18" }, new FormerLabel { Label = "First", Until = "2010-01-01" },
        ]));

        Assert.Equal("First", described.Label("red", new DateOnly(2010, 1, 1)));
        Assert.Equal("Second", described.Label("red", new DateOnly(2010, 1, 2)));
        Assert.Equal("The red inspectorate", described.Label("red"));
    }

    [Fact]
    public void One_without_a_label_is_called_by_its_code() => Assert.Equal("red", Red(red => red.Label = "").Label("red"));

    [Theory]
    [InlineData("(ALN)", "(ALN)")]
    [InlineData("A (ALN", "A (ALN")]
    [InlineData("A Name)", "A Name)")]
    [InlineData("A (N)", "N")]
    public void Only_an_abbreviation_in_brackets_behind_a_name_is_a_short_form(string label, string expected) =>
        Assert.Equal(expected, Red(red => red.Label = label).ShortLabel("red"));

    [Fact]
    public void A_framework_is_described_in_its_version_else_in_the_first_described()
    {
        var described = Red(red =>
        {
            red.Frameworks.Clear();
            for (var version = 3; version > 0; version--)
                red.Frameworks.Add(new Framework { Code = "frame", Version = $"{version}", Label = $"version {version}" });
        });

        Assert.Equal("version 2", described.Framework("red", "frame", "2")!.Label);
        Assert.Equal("version 3", described.Framework("red", "frame", "9")!.Label);
        Assert.Null(described.Framework("red", "another", "2"));
        Assert.Null(described.Framework("blue", "frame", "2"));
    }

    [Fact]
    public void A_verdict_on_a_process_has_no_judgement_even_where_one_without_a_code_is_described()
    {
        var described = Red(red => red.Frameworks[0].Judgements.Add(new Judgement { Label = "no code" }));

        Assert.Null(described.Judgement(Make.Verdict("red", "1")));
        Assert.Equal("The overall question", described.Judgement(Make.Broad("red", "1"))!.Label);
        Assert.Null(described.Judgement(Make.Broad("red", "1", judgement: "unheard-of")));
    }

    [Fact]
    public void A_line_goes_back_to_the_oldest_and_of_two_predecessors_by_the_first_code()
    {
        var described = Red(red =>
        {
            red.Frameworks.Clear();
            red.Frameworks.Add(Make.Framework("new", "b"));
            red.Frameworks.Add(Make.Framework("new", "a"));
            red.Frameworks.Add(Make.Framework("new", ""));
            red.Frameworks.Add(Make.Framework("new", "new"));
            red.Frameworks.Add(Make.Framework("a", "oldest"));
            red.Frameworks.Add(Make.Framework("b", ""));
        });

        Assert.Equal("oldest", described.Lineage("red", "new"));
        Assert.Equal("b", described.Lineage("red", "b"));
        Assert.Equal("unheard-of", described.Lineage("red", "unheard-of"));
        Assert.Equal("frame", described.Lineage("blue", "frame"));
    }
}
