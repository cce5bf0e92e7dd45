using Inspectorates.Gateway.Joint;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Joint;

/// <summary>What the inspectorates say of themselves.</summary>
public sealed class DescriptionsTests
{
    private static Descriptions Described(string label, params FormerLabel[] former)
    {
        var answer = Make.Answer("red");
        answer.Description!.Label = label;
        answer.Description.FormerLabels.Add(former);
        return new Descriptions([answer]);
    }

    [Theory]
    [InlineData("2017-07-18", "Older")]
    [InlineData("2017-07-19", "Newer")]
    public void An_inspectorate_is_called_what_it_was_called_on_the_day(string day, string label) =>
        Assert.Equal(
            label,
            Described("Newer", new FormerLabel { Label = "Older", Until = "2017-07-18" })
                .Label("red", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void One_that_was_never_reached_is_called_by_its_code() => Assert.Equal("blue", Described("Red").Label("blue"));

    [Theory]
    [InlineData("A Long Name (ALN)", "ALN")]
    [InlineData("A Name", "A Name")]
    [InlineData("A Name ()", "A Name ()")]
    public void An_abbreviation_at_the_end_of_a_label_is_its_short_form(string label, string expected) =>
        Assert.Equal(expected, Described(label).ShortLabel("red"));

    [Fact]
    public void Frameworks_that_name_each_other_as_predecessors_do_not_go_round_for_ever()
    {
        var answer = Make.Answer("red");
        answer.Description!.Frameworks[1].Predecessor = "frame";

        Assert.Equal("frame", new Descriptions([answer]).Lineage("red", "older"));
    }
}
