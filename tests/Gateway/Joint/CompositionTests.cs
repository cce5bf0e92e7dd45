using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.V1.Grade.Types;

namespace Inspectorates.Gateway.Tests.Joint;

public sealed class CompositionTests
{
    [Fact]
    public void Broad_judgements_stand_apart_and_findings_without_a_known_process_too()
    {
        var view = Make.View(Make.Answer(
            "red",
            Make.Broad("red", "1"),
            Make.Verdict("red", "2"),
            Make.Verdict("red", "3", change: verdict => verdict.Process = ""),
            Make.Verdict("red", "4", change: verdict => verdict.Process = "not-in-the-catalogue")));

        Assert.Equal(["inspectorates/red/verdicts/1"], view.Judgements.Select(verdict => verdict.Name));
        Assert.Equal(["inspectorates/red/verdicts/2"], view.Processes.SelectMany(process => process.Verdicts).Select(verdict => verdict.Name));
        Assert.Equal(
            ["inspectorates/red/verdicts/3", "inspectorates/red/verdicts/4"], view.Unidentified.Select(verdict => verdict.Name).Order());
    }

    [Fact]
    public void Verdicts_come_newest_first_and_those_without_a_day_last()
    {
        var view = Make.View(Make.Answer(
            "red",
            Make.Verdict("red", "undated", day: ""),
            Make.Verdict("red", "old", day: "2019-01-01"),
            Make.Verdict("red", "placed", day: "", change: verdict => verdict.PlacedOn = "2021-01-01"),
            Make.Verdict("red", "new", day: "2024-01-01")));

        Assert.Equal(
            ["new", "placed", "old", "undated"], view.OnProcess().Verdicts.Select(verdict => verdict.Name.Split('/')[^1]));
    }

    [Fact]
    public void A_view_is_complete_where_every_source_answered_even_with_nothing()
    {
        Assert.True(Make.View(Make.Answer("red", Make.Verdict("red", "1")), Make.Answer("blue")).Complete);
        Assert.False(Make.View(Make.Answer("red"), Make.Missing("blue")).Complete);
        Assert.False(Make.View(Make.Answer("red"), Make.Missing("blue", Source.Types.State.Stale)).Complete);
    }

    [Fact]
    public void A_stale_answer_is_shown_with_its_time()
    {
        var stale = Make.Answer("red", Make.Verdict("red", "1")) with { State = Source.Types.State.Stale, Since = Make.Now };

        var view = Make.View(stale);

        Assert.Single(view.OnProcess().Verdicts);
        Assert.Equal(Make.Now, Assert.Single(view.Sources).AsAt.ToDateTimeOffset());
    }

    [Theory]
    [InlineData(Source.Types.State.InvalidAnswer)]
    [InlineData(Source.Types.State.Unreachable)]
    public void What_comes_with_no_proper_answer_is_never_shown(Source.Types.State state)
    {
        var view = Make.View(Make.Answer("red", Make.Verdict("red", "1")) with { State = state });

        Assert.Empty(view.OnProcess().Verdicts);
        Assert.Equal(0, Assert.Single(view.Sources).VerdictCount);
    }

    [Fact]
    public void Withdrawn_verdicts_are_left_out_and_counted()
    {
        var view = Make.View(Make.Answer(
            "red", Make.Verdict("red", "1", change: verdict => verdict.State = Verdict.Types.State.Withdrawn)));

        Assert.Empty(view.OnProcess().Verdicts);
        Assert.Contains("1 verdict withdrawn by the inspectorate left out.", view.Notices);
    }

    [Fact]
    public void A_coding_by_reading_replaces_coding_by_rule_of_the_same_inspection_and_process_whoever_keeps_it()
    {
        static Action<Verdict> Coded(Verdict.Types.Coding coding, string process = Make.Process) => verdict =>
        {
            verdict.InspectionKey = "joint/926/2024-12-09";
            verdict.Coding = coding;
            verdict.Process = process;
        };

        var view = Make.View(
            Make.Answer("red", Make.Verdict("red", "read", change: Coded(Verdict.Types.Coding.ByReading))),
            Make.Answer(
                "blue",
                Make.Verdict("blue", "ruled", Standing.Fails, change: Coded(Verdict.Types.Coding.ByRule)),
                Make.Verdict("blue", "elsewhere", change: Coded(Verdict.Types.Coding.ByRule, "icpc")),
                Make.Verdict("blue", "own", change: Coded(Verdict.Types.Coding.ByInspectorate))));

        Assert.Equal(
            ["inspectorates/blue/verdicts/own", "inspectorates/red/verdicts/read"],
            view.OnProcess().Verdicts.Select(verdict => verdict.Name).Order());
        Assert.Single(view.OnProcess("icpc").Verdicts);
        Assert.Contains(view.Notices, notice => notice.StartsWith("1 verdict coded by rule left out", StringComparison.Ordinal));
    }

    [Fact]
    public void No_overall_is_given_and_the_view_says_why() =>
        Assert.Contains(Make.View(Make.Answer("red")).Notices, notice => notice.StartsWith("No overall is given", StringComparison.Ordinal));

    [Fact]
    public void A_fictional_area_says_so_and_so_does_every_verdict_in_it()
    {
        var verdict = Make.Verdict("red", "1", change: verdict => verdict.Footprint = new Footprint { Areas = { "X01" } });

        var view = Make.View([Make.Answer("red", verdict)], Make.Area("X01", fictional: true));

        Assert.Contains(view.Notices, notice => notice.Contains("fictional", StringComparison.Ordinal));
        Assert.Contains(JointVerdict.Types.Flag.Fictional, Assert.Single(view.OnProcess().Verdicts).Flags);
    }

    [Fact]
    public void Sources_come_in_the_order_of_their_codes() =>
        Assert.Equal(["blue", "grey", "red"], Make.View(Make.Missing("red"), Make.Answer("grey"), Make.Answer("blue")).Sources.Select(source => source.Inspectorate));

    [Fact]
    public void Which_of_several_agreements_is_told_does_not_depend_on_the_order_of_records()
    {
        Verdict[] kept =
        [
            Make.Verdict("red", "1"),
            Make.Verdict("red", "2", change: verdict => verdict.Authors.Add("blue")),
            Make.Verdict("red", "3", change: verdict => verdict.Authors.Add("green")),
        ];

        Assert.Equal(Make.View(Make.Answer("red", kept)), Make.View(Make.Answer("red", [.. kept.Reverse()])));
    }

    [Fact]
    public void One_inspectorate_answers_once() =>
        Assert.Throws<ArgumentException>(() => Make.View(Make.Answer("red"), Make.Answer("red")));
}
