using Inspectorates.Gateway.Joint;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.Joint.V1.ProcessView.Types;
using static Inspectorates.V1.Grade.Types;

namespace Inspectorates.Gateway.Tests.Joint;

/// <summary>What is concluded of a process, the first that holds.</summary>
public sealed class ConclusionTests
{
    private static ProcessView Of(params SourceAnswer[] answers) => Make.View(answers).OnProcess();

    [Fact]
    public void A_contradiction_makes_it_contradictory_whoever_is_missing()
    {
        var process = Of(
            Make.Answer("red", Make.Verdict("red", "1")),
            Make.Answer("blue", Make.Verdict("blue", "2", Standing.Fails)),
            Make.Missing("green"));

        Assert.Equal(Conclusion.Contradictory, process.Conclusion);
        Assert.Single(process.DifferenceIds);
    }

    [Fact]
    public void A_divergence_about_it_makes_it_divergent()
    {
        var process = Of(
            Make.Answer("red", Make.Verdict("red", "1")),
            Make.Answer("blue", Make.Verdict("blue", "2", Standing.Fails, change: verdict => verdict.Aspect = "recording")));

        Assert.Equal(Conclusion.Divergent, process.Conclusion);
        Assert.Single(process.DifferenceIds);
    }

    [Fact]
    public void A_stale_divergence_does_not()
    {
        var process = Of(
            Make.Answer("red", Make.Verdict("red", "1")),
            Make.Answer("blue", Make.Verdict("blue", "2", Standing.Fails, "2020-01-01", verdict => verdict.Aspect = "recording")));

        Assert.Equal(Conclusion.SingleView, process.Conclusion);
        Assert.Single(process.DifferenceIds);
    }

    [Fact]
    public void A_broad_judgement_against_a_verdict_colours_the_process_of_the_verdict()
    {
        var view = Make.View(
            Make.Answer("red", Make.Broad("red", "1")), Make.Answer("blue", Make.Verdict("blue", "2", Standing.Fails)));

        Assert.Equal(Conclusion.Divergent, view.OnProcess().Conclusion);
        Assert.Equal(Conclusion.Undetermined, view.OnProcess("s47-enquiry").Conclusion);
    }

    [Fact]
    public void Two_broad_judgements_against_each_other_colour_no_process()
    {
        var view = Make.View(
            Make.Answer("red", Make.Broad("red", "1")), Make.Answer("blue", Make.Broad("blue", "2", Standing.Fails)));

        Assert.Single(view.Differences);
        Assert.All(view.Processes, process => Assert.Equal(Conclusion.Undetermined, process.Conclusion));
    }

    [Fact]
    public void Two_authors_that_agree_within_the_window_make_it_consistent()
    {
        var process = Of(
            Make.Answer("red", Make.Verdict("red", "1", Standing.Fails)),
            Make.Answer("blue", Make.Verdict("blue", "2", Standing.FallsShort, "2024-12-19")));

        Assert.Equal(Conclusion.Consistent, process.Conclusion);
        Assert.Equal(
            "The red inspectorate and The blue inspectorate both find it short of what is expected, 10 days apart.",
            process.ConclusionReason);
    }

    [Theory]
    [InlineData(Source.Types.State.Unreachable)]
    [InlineData(Source.Types.State.InvalidAnswer)]
    [InlineData(Source.Types.State.Stale)]
    public void Nothing_is_consistent_that_a_missing_source_would_have_judged(Source.Types.State state)
    {
        var process = Of(
            Make.Answer("red", Make.Verdict("red", "1")),
            Make.Answer("blue", Make.Verdict("blue", "2")),
            Make.Missing("green", state));

        Assert.Equal(Conclusion.Undetermined, process.Conclusion);
        Assert.Equal(["green"], process.Unavailable);
        Assert.Contains("The green inspectorate", process.ConclusionReason);
    }

    [Fact]
    public void A_missing_source_that_does_not_judge_the_process_changes_nothing()
    {
        var green = Make.Missing("green");
        green.Description!.Processes.Clear();

        var process = Of(Make.Answer("red", Make.Verdict("red", "1")), Make.Answer("blue", Make.Verdict("blue", "2")), green);

        Assert.Equal(Conclusion.Consistent, process.Conclusion);
        Assert.Equal(["blue", "red"], process.JudgedBy);
        Assert.Empty(process.Unavailable);
    }

    [Fact]
    public void A_missing_source_that_judges_the_process_only_sometimes_is_missed()
    {
        var process = Make.View(Make.Missing("green")).OnProcess("icpc");

        Assert.Equal(["green"], process.JudgedBy);
        Assert.Equal(["green"], process.Unavailable);
    }

    [Fact]
    public void For_a_source_never_reached_the_fallback_says_what_it_judges()
    {
        var catalogue = Make.Catalogue with { Fallback = _ => new HashSet<string> { "icpc" } };
        var view = Make.View([Make.Missing("green") with { Description = null }], catalogue: catalogue);

        Assert.Equal(["green"], view.OnProcess("icpc").Unavailable);
        Assert.Empty(view.OnProcess().Unavailable);
    }

    [Fact]
    public void A_source_of_which_nothing_is_known_may_judge_anything()
    {
        var process = Make.View(Make.Missing("fifth") with { Description = null }).OnProcess();

        Assert.Equal(["fifth"], process.Unavailable);
        Assert.Empty(process.JudgedBy);
    }

    [Fact]
    public void Nothing_judged_is_undetermined() =>
        Assert.Equal(Conclusion.Undetermined, Of(Make.Answer("red")).Conclusion);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_set_aside_counts_for_nothing(bool pilot)
    {
        var process = Of(Make.Answer("red", Make.Verdict("red", "1", change: verdict =>
        {
            verdict.Pilot = pilot;
            verdict.Standing = pilot ? Standing.Meets : Standing.NotJudged;
        })));

        Assert.Single(process.Verdicts);
        Assert.Equal(Conclusion.Undetermined, process.Conclusion);
    }

    [Fact]
    public void One_author_is_a_single_view_however_often_it_says_so()
    {
        var process = Of(Make.Answer("red", Make.Verdict("red", "1"), Make.Verdict("red", "2")));

        Assert.Equal(Conclusion.SingleView, process.Conclusion);
        Assert.Equal("Only The red inspectorate has judged it.", process.ConclusionReason);
    }

    [Fact]
    public void A_change_over_time_alone_changes_nothing()
    {
        var process = Of(Make.Answer("red", Make.Verdict("red", "1"), Make.Verdict("red", "2", Standing.Fails, "2020-01-01")));

        Assert.Single(process.DifferenceIds);
        Assert.Equal(Conclusion.SingleView, process.Conclusion);
    }

    [Fact]
    public void Two_verdicts_of_one_joint_report_do_not_confirm_each_other()
    {
        static void Joint(Verdict verdict) => verdict.InspectionKey = "joint/926/2024-12-09";
        var process = Of(
            Make.Answer("red", Make.Verdict("red", "1", change: Joint)), Make.Answer("blue", Make.Verdict("blue", "2", change: Joint)));

        Assert.Equal(Conclusion.SingleView, process.Conclusion);
    }

    [Theory]
    [InlineData("2023-12-09", Conclusion.SingleView)]
    [InlineData("2023-12-10", Conclusion.Consistent)]
    [InlineData("", Conclusion.SingleView)]
    public void Agreement_counts_within_the_window_only_and_never_where_the_time_is_not_known(string day, Conclusion expected) =>
        Assert.Equal(expected, Of(
            Make.Answer("red", Make.Verdict("red", "1")), Make.Answer("blue", Make.Verdict("blue", "2", day: day))).Conclusion);

    [Fact]
    public void Every_process_of_the_catalogue_is_listed_in_its_order() =>
        Assert.Equal(
            Make.Catalogue.Processes.Select(process => process.Code),
            Make.View(Make.Answer("red")).Processes.Select(process => process.Process));
}
