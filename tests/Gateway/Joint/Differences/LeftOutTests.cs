using Inspectorates.Gateway.Joint;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.V1.Grade.Types;
using Reason = Inspectorates.Joint.V1.LeftOutPair.Types.Reason;

namespace Inspectorates.Gateway.Tests.Joint.Differences;

/// <summary>Pairs that were not held against each other, listed with their reasons when asked.</summary>
public sealed class LeftOutTests
{
    private static JointInspection View(bool leftOut, params Verdict[] verdicts) => Composition.Compose(
        Make.Area(), Make.AsOf, Make.Now,
        [.. verdicts.GroupBy(verdict => verdict.Inspectorate).Select(kept => Make.Answer(kept.Key, [.. kept]))],
        Make.Catalogue, new DifferenceOptions(), leftOut: leftOut);

    private static LeftOutPair Only(params Verdict[] verdicts) => Assert.Single(View(true, verdicts).LeftOut);

    private static void Is(Reason reason, string words, LeftOutPair pair)
    {
        Assert.Equal([reason], pair.Reasons);
        Assert.Equal([words], pair.Explanations);
    }

    [Fact]
    public void They_are_listed_only_when_asked() =>
        Assert.Empty(View(false, Make.Verdict("red", "1"), Make.Verdict("blue", "2", Standing.NotJudged)).LeftOut);

    [Fact]
    public void Both_are_cited_the_earlier_first_with_process_and_area()
    {
        var pair = Only(Make.Verdict("red", "1"), Make.Verdict("blue", "2", Standing.NotJudged, "2024-06-03"));

        Assert.Equal(["inspectorates/blue/verdicts/2", "inspectorates/red/verdicts/1"], pair.Verdicts.Select(verdict => verdict.Name));
        Assert.Equal((Make.Process, Make.AreaCode), (pair.Process, pair.Area));
        Is(Reason.NotJudged, "The verdict of The blue inspectorate (fieldwork 3 June 2024) is not judged.", pair);
    }

    [Fact]
    public void Every_reason_is_said_of_whom_it_holds()
    {
        var pair = Only(
            Make.Verdict("red", "1", change: verdict => verdict.Pilot = true),
            Make.Verdict("blue", "2", Standing.Fails, change: verdict =>
            {
                verdict.Pilot = true;
                verdict.Evidence.Add(new Evidence { Type = Evidence.Types.Type.OtherAgencysOpinion });
            }));

        Assert.Equal([Reason.Pilot, Reason.HearsayOnly], pair.Reasons);
        Assert.Equal(
            [
                "Both are from a pilot.",
                "The verdict of The blue inspectorate (fieldwork 9 December 2024) is based on other agencies' opinions only.",
            ],
            pair.Explanations);
    }

    [Fact]
    public void Two_of_one_inspection_are_one_agreed_text() =>
        Is(Reason.SameInspection, "Both arise from one inspection, whose report is one agreed text.", Only(
            Make.Verdict("red", "1", change: verdict => verdict.InspectionKey = "joint/926/2024-12-09"),
            Make.Verdict("blue", "2", Standing.Fails, change: verdict => verdict.InspectionKey = "joint/926/2024-12-09")));

    [Fact]
    public void What_rests_on_figures_only_is_left_out() =>
        Is(
            Reason.ProxyOnly,
            "The verdict of The red inspectorate (fieldwork 9 December 2024) is based only on figures of activity or timeliness, or without a stated optimum.",
            Only(
                Make.Verdict("red", "1", change: verdict => verdict.Evidence.Add(new Evidence { Type = Evidence.Types.Type.Indicator })),
                Make.Verdict("blue", "2", Standing.Fails)));

    [Fact]
    public void What_was_withdrawn_is_in_no_view_and_among_what_was_left_out()
    {
        var view = View(
            true, Make.Verdict("red", "1"),
            Make.Verdict("blue", "2", Standing.Fails, change: verdict => verdict.State = Verdict.Types.State.Withdrawn));

        Assert.Empty(view.Differences);
        Is(Reason.Withdrawn, "The verdict of The blue inspectorate (fieldwork 9 December 2024) is withdrawn.", Assert.Single(view.LeftOut));
    }

    [Fact]
    public void What_gave_way_to_a_reading_is_among_what_was_left_out()
    {
        var view = View(
            true,
            Make.Verdict("red", "1", day: "2024-01-15"),
            Make.Verdict("blue", "2", Standing.Fails, change: verdict =>
            {
                verdict.InspectionKey = "joint/926/2024-12-09";
                verdict.Coding = Verdict.Types.Coding.ByRule;
            }),
            Make.Verdict("blue", "3", Standing.Meets, change: verdict =>
            {
                verdict.InspectionKey = "joint/926/2024-12-09";
                verdict.Coding = Verdict.Types.Coding.ByReading;
            }));

        Assert.Equal(2, view.LeftOut.Count);
        var pair = view.LeftOut.Single(pair => pair.Verdicts.Any(verdict => verdict.Inspectorate == "red"));
        Is(
            Reason.ReplacedByReading,
            "The verdict of The blue inspectorate (fieldwork 9 December 2024) is coded by rule, and a coding by reading covers the same inspection and process.",
            pair);
    }

    [Fact]
    public void A_judgement_that_does_not_speak_today_is_left_out()
    {
        var view = View(
            true, Make.Broad("red", "1", day: "2024-01-01"), Make.Broad("blue", "2", Standing.Fails), Make.Broad("red", "3", day: "2024-06-01"));

        Is(
            Reason.NotTheLatestHeadline,
            "A broad judgement speaks only as the headline of the latest inspection, or where there is none, as each of its questions.",
            Assert.Single(view.LeftOut));
    }

    [Fact]
    public void Two_questions_of_one_author_are_left_out() =>
        Is(Reason.OwnOtherJudgement, "Both are of The red inspectorate, which answers two different questions.", Only(
            Make.Broad("red", "1", judgement: "first", change: verdict => verdict.Framework = "questions"),
            Make.Broad("red", "2", Standing.Fails, "2024-12-09", "second", verdict => verdict.Framework = "questions")));

    [Fact]
    public void A_mixed_broad_judgement_is_left_out() =>
        Is(Reason.NotOpposed, "One is mixed and one a broad judgement, and a mixed grade is opposed to nothing.", Only(
            Make.Broad("red", "1", Standing.Mixed), Make.Verdict("blue", "2", Standing.Fails)));

    [Fact]
    public void Two_that_say_alike_at_times_not_known_do_not_confirm_each_other() =>
        Is(
            Reason.TimeNotKnown,
            "They say alike, and neither fieldwork nor publication of both is known, so that neither confirms the other.",
            Only(Make.Verdict("red", "1"), Make.Verdict("blue", "2", day: "")));

    [Fact]
    public void Two_that_agree_and_two_that_have_nothing_in_common_are_not_left_out() =>
        Assert.Empty(View(
            true,
            Make.Verdict("red", "1"),
            Make.Verdict("blue", "2", Standing.Exceeds),
            Make.Broad("blue", "4", Standing.Exceeds),
            Make.Verdict("green", "5", Standing.Fails, change: verdict => verdict.Process = "icpc")).LeftOut);

    [Fact]
    public void What_is_about_no_process_that_was_identified_is_held_against_nothing_and_not_left_out_either() =>
        Assert.Empty(View(
            true,
            Make.Verdict("red", "1", change: verdict => verdict.Process = ""),
            Make.Verdict("blue", "2", change: verdict => (verdict.Process, verdict.Pilot) = ("", true))).LeftOut);

    [Fact]
    public void They_are_listed_by_process_and_names()
    {
        static Verdict Pilot(string keeper, string id, string process) => Make.Verdict(keeper, id, change: verdict =>
        {
            verdict.Process = process;
            verdict.Pilot = true;
        });

        Assert.Equal(
            [("icpc", "1", "2"), ("icpc", "1", "4"), ("icpc", "2", "4"), ("s47-enquiry", "3", "5")],
            View(true, Pilot("red", "5", "s47-enquiry"), Pilot("red", "4", "icpc"), Pilot("red", "3", "s47-enquiry"), Pilot("red", "2", "icpc"), Pilot("red", "1", "icpc"))
                .LeftOut.Select(pair => (pair.Process, pair.Verdicts[0].Name[^1..], pair.Verdicts[1].Name[^1..])));
    }
}
