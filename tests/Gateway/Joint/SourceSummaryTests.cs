using Inspectorates.Gateway.Joint;
using Inspectorates.V1;
using State = Inspectorates.V1.Participation.Types.State;

namespace Inspectorates.Gateway.Tests.Joint;

/// <summary>What each inspectorate has and has not, in words.</summary>
public sealed class SourceSummaryTests
{
    private static readonly SourceAnswer Lead = Make.Answer("red", Make.Broad("red", "1"), Make.Verdict("red", "2")) with
    {
        Inspections =
        [
            Make.Joint("red", "r", ("red", State.TookPart), ("blue", State.TookPart), ("green", State.NotInScope)),
        ],
    };

    private static string Of(SourceAnswer answer) =>
        Make.View(Lead, answer).Sources.Single(source => source.Inspectorate == answer.Inspectorate).Summary;

    [Fact]
    public void It_counts_what_there_is_and_names_the_latest_overall() =>
        Assert.Equal(
            "The red inspectorate has 1 broad judgement and 1 verdict on a process on Norfolk. The latest overall is "
            + "\"Grade Meets\" under frame framework (fieldwork 9 December 2024). It took part in the joint framework of "
            + "9 to 13 December 2024.",
            Make.View(Lead).Sources.Single().Summary);

    [Fact]
    public void Where_there_is_no_overall_it_names_the_latest_broad_judgement_and_what_there_is_none_of() =>
        Assert.Equal(
            "The blue inspectorate has 1 broad judgement and no verdict on a process on Norfolk. The latest broad judgement is "
            + "\"Grade Fails\" for \"The first question\" under questions framework (fieldwork 9 December 2024).",
            Make.View(Make.Answer("blue", Make.Broad("blue", "1", Grade.Types.Standing.Fails, judgement: "first", change: verdict =>
                verdict.Framework = "questions"))).Sources.Single().Summary);

    [Fact]
    public void It_says_that_there_is_no_verdict_of_its_own_and_what_it_took_part_in() =>
        Assert.Equal(
            "The blue inspectorate has no verdict on Norfolk, and no verdict of its own on Norfolk Constabulary. "
            + "It took part in the joint framework of 9 to 13 December 2024.",
            Of(Make.Answer("blue") with { Description = Make.Inspectorate("blue", "police-force") }));

    [Fact]
    public void It_says_what_it_did_not_take_part_in() =>
        Assert.EndsWith("It did not take part in the joint framework of 9 to 13 December 2024.", Of(Make.Answer("green")));

    [Fact]
    public void Of_a_missing_source_it_says_that_nothing_is_known_but_what_others_record() =>
        Assert.Equal(
            "The blue inspectorate gave no proper answer, so that what it has on Norfolk is not known. Others record that it "
            + "took part in the joint framework of 9 to 13 December 2024.",
            Of(Make.Missing("blue")));

    [Fact]
    public void A_list_over_many_areas_has_sources_without_a_summary()
    {
        var source = Composition.Sources([Lead], null).Single();

        Assert.Equal(("red", "", 2), (source.Inspectorate, source.Summary, source.VerdictCount));
        Assert.Equal(0, Composition.Sources([Lead], "927").Single().VerdictCount);
    }
}
