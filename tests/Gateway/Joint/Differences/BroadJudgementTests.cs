using Inspectorates.Gateway.Joint.Differences;
using static Inspectorates.Joint.V1.Difference.Types;
using static Inspectorates.V1.Grade.Types;

namespace Inspectorates.Gateway.Tests.Joint.Differences;

/// <summary>Row 3: broad judgements.</summary>
public sealed class BroadJudgementTests
{
    private static void DivergesInScope(Comparison comparison) =>
        Assert.Equal((Finding.Divergence, Reason.DifferentScope), (comparison.Finding, comparison.Reason));

    [Fact]
    public void Two_overalls_that_are_opposed_and_share_a_process_diverge_in_scope()
    {
        var comparison = Compare.Verdicts(Make.Broad("red", "1"), Make.Broad("blue", "2", Standing.Fails));

        DivergesInScope(comparison);
        Assert.Equal(["s47-enquiry", "strategy-discussion"], comparison.SharedProcesses);
    }

    [Fact]
    public void An_overall_against_a_verdict_on_a_process_it_covers_diverges_in_scope_even_within_one_author() =>
        DivergesInScope(Compare.Verdicts(Make.Broad("red", "1"), Make.Verdict("red", "2", Standing.FallsShort)));

    [Fact]
    public void An_overall_says_nothing_of_a_process_it_does_not_cover() =>
        Assert.Equal(Finding.NothingInCommon, Compare.Verdicts(
            Make.Broad("red", "1"), Make.Verdict("blue", "2", Standing.Fails, change: verdict => verdict.Process = "icpc")).Finding);

    [Theory]
    [InlineData(Standing.Meets)]
    [InlineData(Standing.Fails)]
    public void Mixed_is_not_opposed_to_anything(Standing other) =>
        Assert.Equal(Finding.NothingInCommon, Compare.Verdicts(
            Make.Broad("red", "1", Standing.Mixed), Make.Broad("blue", "2", other)).Finding);

    [Fact]
    public void A_question_does_not_speak_where_its_inspection_has_an_overall() =>
        Assert.Equal(Finding.NothingInCommon, Compare.Verdicts(
            Make.Broad("red", "1", judgement: "first"), Make.Broad("blue", "2", Standing.Fails), Make.Broad("red", "3")).Finding);

    [Fact]
    public void Each_question_speaks_where_the_framework_has_no_overall() =>
        DivergesInScope(Compare.Verdicts(
            Make.Broad("red", "1", judgement: "first", change: verdict => verdict.Framework = "questions"),
            Make.Broad("blue", "2", Standing.Fails),
            Make.Broad("red", "3", judgement: "second", change: verdict => verdict.Framework = "questions")));

    [Fact]
    public void Each_question_speaks_where_the_overall_was_not_judged() =>
        DivergesInScope(Compare.Verdicts(
            Make.Broad("red", "1", judgement: "first"),
            Make.Broad("blue", "2", Standing.Fails),
            Make.Broad("red", "3", Standing.NotJudged)));

    [Fact]
    public void Only_the_latest_inspection_speaks() =>
        Assert.Equal(Finding.NothingInCommon, Compare.Verdicts(
            Make.Broad("red", "1", day: "2024-01-01"),
            Make.Broad("blue", "2", Standing.Fails),
            Make.Broad("red", "3", day: "2024-06-01")).Finding);

    [Fact]
    public void A_framework_that_took_over_speaks_in_place_of_its_predecessor() =>
        Assert.Equal(Finding.NothingInCommon, Compare.Verdicts(
            Make.Broad("red", "1", day: "2024-01-01", change: verdict => verdict.Framework = "older"),
            Make.Broad("blue", "2", Standing.Fails),
            Make.Broad("red", "3", day: "2024-06-01")).Finding);

    [Fact]
    public void A_pilot_does_not_take_the_place_of_the_latest_inspection() =>
        DivergesInScope(Compare.Verdicts(
            Make.Broad("red", "1", day: "2024-01-01"),
            Make.Broad("blue", "2", Standing.Fails),
            Make.Broad("red", "3", day: "2024-06-01", change: verdict => verdict.Pilot = true)));

    [Fact]
    public void Every_agency_has_its_own_latest_inspection() =>
        DivergesInScope(Compare.Verdicts(
            Make.Broad("red", "1", day: "2024-01-01", change: verdict => verdict.Subject = Make.About(Make.Agency("icb", "E54000022"))),
            Make.Broad("blue", "2", Standing.Fails),
            Make.Broad("red", "3", day: "2024-06-01", change: verdict => verdict.Subject = Make.About(Make.Agency("icb", "E54000023")))));

    [Fact]
    public void The_same_judgement_of_the_same_owner_at_two_times_is_a_change_over_time() =>
        Assert.Equal(Finding.OverTime, Compare.Verdicts(
            Make.Broad("red", "1", day: "2019-01-01"), Make.Broad("red", "2", Standing.Fails, "2024-01-01")).Finding);

    [Fact]
    public void The_same_judgement_under_a_framework_that_took_over_is_a_change_over_time() =>
        Assert.Equal(Finding.OverTime, Compare.Verdicts(
            Make.Broad("red", "1", day: "2014-01-01", change: verdict => verdict.Framework = "older"),
            Make.Broad("red", "2", Standing.Fails, "2024-01-01")).Finding);

    [Fact]
    public void Two_questions_of_one_author_say_nothing_about_each_other() =>
        Assert.Equal(Finding.NothingInCommon, Compare.Verdicts(
            Make.Broad("red", "1", judgement: "first", change: verdict => verdict.Framework = "questions"),
            Make.Broad("red", "2", Standing.Fails, "2024-12-09", "second", verdict => verdict.Framework = "questions")).Finding);

    [Fact]
    public void A_framework_of_another_line_speaks_beside_and_its_judgement_is_another()
    {
        var questions = Make.Broad("red", "1", day: "2024-01-01", judgement: "first", change: verdict => verdict.Framework = "questions");
        var frame = Make.Broad("red", "2", Standing.Fails, "2024-06-01", "first");

        DivergesInScope(Compare.Verdicts(questions, Make.Broad("blue", "3", Standing.Fails), frame));
        Assert.Equal(Finding.NothingInCommon, Compare.Verdicts(questions, frame).Finding);
    }

    [Fact]
    public void A_change_over_time_has_the_processes_both_cover() =>
        Assert.Equal(
            ["s47-enquiry", "strategy-discussion"],
            Compare.Verdicts(Make.Broad("red", "1", day: "2019-01-01"), Make.Broad("red", "2", Standing.Fails, "2024-01-01")).SharedProcesses);

    [Fact]
    public void The_same_judgement_of_other_authors_or_of_another_keeper_is_no_change_over_time()
    {
        DivergesInScope(Compare.Verdicts(
            Make.Broad("red", "1", day: "2019-01-01"), Make.Broad("red", "2", Standing.Fails, "2024-01-01", change: Jointly)));
        Assert.Equal(Finding.NothingInCommon, Compare.Verdicts(
            Make.Broad("red", "1", day: "2019-01-01", change: Jointly), Make.Broad("blue", "2", Standing.Fails, "2024-01-01", change: Jointly)).Finding);

        static void Jointly(global::Inspectorates.V1.Verdict verdict)
        {
            verdict.Authors.Clear();
            verdict.Authors.Add(["blue", "red"]);
        }
    }

    [Fact]
    public void Judgements_that_no_description_has_share_no_process() =>
        Assert.Equal(Finding.NothingInCommon, Compare.Verdicts(
            Make.Broad("red", "1", judgement: "elsewhere"), Make.Broad("blue", "2", Standing.Fails, judgement: "elsewhere")).Finding);

    [Fact]
    public void What_one_inspection_said_on_several_days_speaks_together()
    {
        var headline = Make.Broad("red", "1", day: "2024-06-01", change: Keyed);
        var part = Make.Broad("red", "2", day: "2024-06-05", judgement: "first", change: Keyed);
        var between = Make.Broad("red", "3", day: "2024-06-03");

        DivergesInScope(Compare.Verdicts(headline, Make.Broad("blue", "4", Standing.Fails), part));
        DivergesInScope(Compare.Verdicts(headline, Make.Broad("blue", "4", Standing.Fails), part, between));
        Assert.Equal(Finding.NothingInCommon, Compare.Verdicts(between, Make.Broad("blue", "4", Standing.Fails), headline, part).Finding);

        static void Keyed(global::Inspectorates.V1.Verdict verdict) => verdict.InspectionKey = "red/926/2024-06";
    }

    [Fact]
    public void Of_two_inspections_of_one_day_the_same_one_speaks_in_whatever_order_they_come()
    {
        var frame = Make.Broad("red", "1");
        var older = Make.Broad("red", "2", change: verdict => verdict.Framework = "older");
        var blue = Make.Broad("blue", "3", Standing.Fails);

        Assert.Equal(Finding.NothingInCommon, Compare.Verdicts(frame, blue, older).Finding);
        DivergesInScope(Compare.Verdicts(older, blue, frame));
        Assert.False(Comparand.All([older, frame], Compare.Described, Make.Catalogue.CanonicalAspect)[1].SpeaksToday);
        Assert.False(Comparand.All([frame, older], Compare.Described, Make.Catalogue.CanonicalAspect)[0].SpeaksToday);
    }

    [Fact]
    public void The_same_judgement_of_two_agencies_is_no_change_over_time() =>
        Assert.Equal(Finding.NothingInCommon, Compare.Verdicts(
            Make.Broad("red", "1", day: "2019-01-01", change: verdict => verdict.Subject = Make.About(Make.Agency("icb", "E54000022"))),
            Make.Broad("red", "2", Standing.Fails, "2024-01-01", change: verdict => verdict.Subject = Make.About(Make.Agency("icb", "E54000023"))))
            .Finding);
}
