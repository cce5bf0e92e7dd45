using Inspectorates.Gateway.Joint;
using Inspectorates.Gateway.Joint.Agreement;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.Joint.V1.UnmatchedAreas.Types;
using static Inspectorates.V1.Grade.Types;
using Ground = Inspectorates.Joint.V1.LeftOutPair.Types.Reason;
using About = Inspectorates.Joint.V1.AgreementComparison.Types.About;

namespace Inspectorates.Gateway.Tests.Joint.Agreement;

/// <summary>Which verdicts are compared, and what is said of areas that cannot be.</summary>
public sealed class ChoosingTests
{
    private static readonly Verdict Red = Agree.Said("red", 0, Standing.Meets);

    private static (Standing Blue, Standing Red) Compared(AgreementComparison pair)
    {
        Assert.Equal(1, pair.Comparable);
        var row = pair.Matrix.Single(row => row.Counts.Sum() == 1);
        return (row.Standing, pair.Steps[row.Counts.IndexOf(1)].Standing);
    }

    [Fact]
    public void The_latest_verdict_of_each_counts_by_fieldwork_else_publication_else_where_it_was_placed()
    {
        Verdict[] blue =
        [
            Agree.Said("blue", 0, Standing.Fails, "2019-05-01"),
            Agree.Said("blue", 0, Standing.Exceeds, "", verdict => verdict.PublishedOn = "2024-05-02"),
            Agree.Said("blue", 0, Standing.FallsShort, "", verdict => verdict.PlacedOn = "2024-05-01"),
        ];

        Assert.Equal((Standing.Exceeds, Standing.Meets), Compared(Agree.Pair(Agree.On(), [Red, .. blue])));
        Assert.Equal((Standing.FallsShort, Standing.Meets), Compared(Agree.Pair(Agree.On(), [Red, blue[0], blue[2]])));
        Assert.Equal((Standing.Fails, Standing.Meets), Compared(Agree.Pair(Agree.On(), Red, blue[0])));
    }

    [Fact]
    public void Of_several_on_one_day_the_whole_counts_before_a_part_and_the_partnership_before_an_agency()
    {
        Verdict[] blue =
        [
            Agree.Said("blue", 0, Standing.Fails),
            Agree.Said("blue", 0, Standing.Exceeds, change: verdict => (verdict.Aspect, verdict.Subject) = ("whole", Make.About(Make.Agency("icb")))),
            Agree.Said("blue", 0, Standing.Meets, change: verdict => verdict.Aspect = "whole"),
        ];

        Assert.Equal((Standing.Meets, Standing.Meets), Compared(Agree.Pair(Agree.On(), [Red, .. blue])));
        Assert.Equal((Standing.Meets, Standing.Meets), Compared(Agree.Pair(Agree.On(), [.. blue.Reverse(), Red])));
        Assert.Equal((Standing.Exceeds, Standing.Meets), Compared(Agree.Pair(Agree.On(), [Red, .. blue.Take(2)])));
    }

    [Fact]
    public void Where_the_latest_stand_differently_the_area_is_not_compared()
    {
        var pair = Agree.Pair(
            Agree.On(), Red, Agree.Said("blue", 0, Standing.Fails), Agree.Said("blue", 0, Standing.Exceeds, change: verdict => verdict.Aspect = "recording"));

        Assert.Equal(0, pair.Comparable);
        Assert.Equal((Reason.SeveralStandings, "blue", "100"), Agree.Only(pair.Unmatched));
        Assert.Equal("The blue inspectorate said several things at its latest, of different standing.", pair.Unmatched[0].Explanation);
    }

    [Fact]
    public void Several_that_stand_alike_are_one_and_the_first_by_name_is_cited()
    {
        Verdict[] blue = [Agree.Said("blue", 0, Standing.Fails), Agree.Said("blue", 0, Standing.Fails, change: verdict => verdict.Name += "a")];

        Assert.Equal("inspectorates/blue/verdicts/0-2024-06-03-Fails", Agree.Pair(Agree.On(), [Red, .. blue]).Driving[0].One.Name);
        Assert.Equal("inspectorates/blue/verdicts/0-2024-06-03-Fails", Agree.Pair(Agree.On(), [Red, .. blue.Reverse()]).Driving[0].One.Name);
    }

    public static TheoryData<string, Reason> Grounds => new()
    {
        { "not judged", Reason.NotJudged }, { "pilot", Reason.Pilot }, { "hearsay", Reason.HearsayOnly }, { "withdrawn", Reason.Withdrawn },
    };

    [Theory]
    [MemberData(nameof(Grounds))]
    public void What_is_set_aside_is_never_compared_and_the_reason_is_listed(string ground, Reason reason)
    {
        var blue = Agree.Said("blue", 0, Standing.Fails, change: verdict =>
        {
            switch (ground)
            {
                case "not judged": verdict.Standing = Standing.NotJudged; break;
                case "pilot": verdict.Pilot = true; break;
                case "hearsay": verdict.Evidence.Add(new Evidence { Type = Evidence.Types.Type.OtherAgencysOpinion }); break;
                default: verdict.State = Verdict.Types.State.Withdrawn; break;
            }
        });

        var pair = Agree.Pair(Agree.On(), Red, blue);

        Assert.Equal(0, pair.Comparable);
        Assert.Equal((reason, "blue", "100"), Agree.Only(pair.Unmatched));
        Assert.StartsWith("The blue inspectorate ", pair.Unmatched[0].Explanation, StringComparison.Ordinal);
        Assert.Equal(1, Agree.Pair(Agree.On(), Red, blue, Agree.Said("blue", 0, Standing.Meets, "2020-01-01")).Comparable);
    }

    [Fact]
    public void Every_ground_on_which_a_verdict_is_set_aside_has_a_reason_of_the_contract() => Assert.All(
        [Ground.SameInspection, Ground.NotJudged, Ground.Withdrawn, Ground.Pilot, Ground.HearsayOnly, Ground.ProxyOnly], ground => Assert.Equal(ground.ToString(), Standpoint.Of(ground).ToString()));

    [Fact]
    public void Pilots_are_compared_where_they_are_asked_for()
    {
        var blue = Agree.Said("blue", 0, Standing.Fails, change: verdict => verdict.Pilot = true);

        Assert.Equal((Standing.Fails, Standing.Meets), Compared(Agree.Pair(Agree.On() with { IncludePilots = true }, Red, blue)));
        Assert.Equal(0, Agree.Pair(Agree.On(), Red, blue).Comparable);
    }

    [Fact]
    public void Verdicts_of_one_inspection_are_never_compared()
    {
        Verdict[] verdicts = [Red.Clone(), Agree.Said("blue", 0, Standing.Fails)];
        foreach (var verdict in verdicts)
            verdict.InspectionKey = "joint/100/2024-06-03";

        var pair = Agree.Pair(Agree.On(), verdicts);

        Assert.Equal((Reason.SameInspection, "", "100"), Agree.Only(pair.Unmatched));
        Assert.Equal("Both verdicts arise from one inspection, whose report is one agreed text.", pair.Unmatched[0].Explanation);
    }

    [Fact]
    public void An_area_that_one_alone_judged_is_listed_and_one_that_nobody_judged_is_counted()
    {
        var pair = Agree.Pair(Agree.On(), Red, Agree.Said("blue", 3, Standing.Meets), Agree.Said("blue", 1, Standing.Meets));

        Assert.Equal(
            [(Reason.OnlyOneJudged, "blue", "100"), (Reason.OnlyOneJudged, "red", "101 103")],
            pair.Unmatched.Select(unmatched => (unmatched.Reason, unmatched.Author, string.Join(' ', unmatched.Areas))));
        Assert.Equal("The red inspectorate has no verdict there.", pair.Unmatched[1].Explanation);
        Assert.Equal((3, 97), (pair.UnmatchedCount, pair.NeitherCount));
        Assert.Equal([$"No area was judged by both on \"{pair.Term}\"."], pair.Sentences);
        Assert.Equal("There is nothing to compute from.", pair.WithheldReason);
    }

    [Fact]
    public void Only_verdicts_of_the_period_count_and_both_its_days_belong_to_it()
    {
        var question = Agree.On() with { From = new DateOnly(2024, 6, 3), To = new DateOnly(2024, 6, 3) };
        var blue = Agree.Said("blue", 0, Standing.Fails);

        Assert.Equal(1, Agree.Pair(question, Red, blue).Comparable);
        Assert.Equal(
            (Reason.OutsidePeriod, "blue", "100"),
            Agree.Only(Agree.Pair(question, Red, Agree.Said("blue", 0, Standing.Fails, "2024-06-02"), Agree.Said("blue", 0, Standing.Fails, "2024-06-04")).Unmatched));
        Assert.Equal((Reason.DayNotKnown, "blue", "100"), Agree.Only(Agree.Pair(question, Red, Agree.Said("blue", 0, Standing.Fails, "")).Unmatched));
        Assert.Equal(1, Agree.Pair(Agree.On(), Red, Agree.Said("blue", 0, Standing.Fails, "")).Comparable);
        Assert.Equal(0, Agree.Pair(Agree.On() with { From = new DateOnly(2024, 6, 4) }, Red, blue).Comparable);
        Assert.Equal(0, Agree.Pair(Agree.On() with { To = new DateOnly(2024, 6, 2) }, Red, blue).Comparable);
    }

    [Fact]
    public void A_source_that_gave_no_answer_leaves_the_pair_incomplete_and_is_never_agreement()
    {
        var pair = Assert.Single(Agree.Ask(Agree.On(), [Make.Answer("red", Red), Make.Missing("blue")]));

        Assert.Equal((0, false), (pair.Comparable, pair.Complete));
        Assert.Equal(["blue"], pair.Unavailable);
        Assert.Equal((Reason.SourceUnavailable, "blue", "100"), Agree.Only(pair.Unmatched));
        Assert.Equal(
            "The blue inspectorate gave no proper answer: this is not complete, and what is missing is not agreement.", pair.Sentences[^1]);
        Assert.Empty(pair.Coefficients);
    }

    [Fact]
    public void A_last_answer_is_compared_and_the_pair_not_complete()
    {
        var stale = Make.Answer("blue", Agree.Said("blue", 0, Standing.Meets)) with { State = Source.Types.State.Stale };

        var pair = Assert.Single(Agree.Ask(Agree.On(), [Make.Answer("red", Red, Agree.Said("red", 1, Standing.Meets)), stale]));

        Assert.Equal((1, false), (pair.Comparable, pair.Complete));
        Assert.Equal((Reason.OnlyOneJudged, "blue", "101"), Agree.Only(pair.Unmatched));
    }

    [Fact]
    public void A_source_that_is_missing_leaves_comparisons_of_others_complete() => Assert.True(
        Agree.Ask(Agree.On(), [Make.Answer("red", Red), Make.Answer("blue", Agree.Said("blue", 0, Standing.Meets)), Make.Missing("grey")])
            .Single(pair => pair.One.Key == "blue" && pair.Other.Key == "red").Complete);

    [Fact]
    public void A_joint_report_is_one_author_and_is_told_of_where_it_can_be_compared()
    {
        Verdict Joint(int area) => Agree.Said("green", area, Standing.Fails, "2023-01-01", verdict => verdict.Authors.Add("blue"));

        var pairs = Agree.Ask(Agree.On(), Agree.Answers([Red, Joint(0), Joint(4)]));

        Assert.Equal(["blue green", "blue red", "green red", "red blue+green"], pairs.Select(pair => $"{pair.One.Key} {pair.Other.Key}"));
        var joint = pairs.Single(pair => pair.Other.Key == "blue+green");
        Assert.Equal(("The joint inspection by The blue inspectorate and The green inspectorate", 1), (joint.Other.Label, joint.Comparable));
        Assert.Equal(["blue", "green"], joint.Other.Inspectorates);
        Assert.Equal((Reason.OnlyOneJudged, "red", "104"), Agree.Only(joint.Unmatched));
    }

    [Fact]
    public void A_coding_by_rule_gives_way_to_a_coding_by_reading_of_the_same_inspection()
    {
        Verdict Coded(Standing standing, Verdict.Types.Coding coding) => Agree.Said("blue", 0, standing, change: verdict =>
            (verdict.Coding, verdict.InspectionKey) = (coding, "frame/100/2024-06-03"));

        var pair = Agree.Pair(
            Agree.On(), Red, Coded(Standing.Fails, Verdict.Types.Coding.ByRule), Coded(Standing.Meets, Verdict.Types.Coding.ByReading));

        Assert.Equal((Standing.Meets, Standing.Meets), Compared(pair));
    }

    [Fact]
    public void A_verdict_about_several_areas_counts_in_each_of_them_once()
    {
        var wide = Agree.Said("blue", 0, Standing.Fails, change: verdict => verdict.Footprint.Areas.Add(["101", "101", "X01"]));

        Assert.Equal(2, Agree.Pair(Agree.On(), Red, Agree.Said("red", 1, Standing.Meets), wide).Comparable);
    }

    [Fact]
    public void Where_a_framework_is_asked_for_who_has_it_counts_by_its_verdicts_under_it_alone()
    {
        Verdict[] verdicts =
        [
            Agree.Overall("blue", 0, Standing.Fails, "2020-01-01", verdict => verdict.Framework = "older"), Agree.Overall("blue", 0, Standing.Meets),
            Agree.Overall("red", 0, Standing.Exceeds),
        ];
        var answers = Agree.Answers(verdicts).Append(Make.Answer("grey")).ToList();
        foreach (var other in answers.Where(answer => answer.Inspectorate != "blue"))
            other.Description!.Frameworks.Remove(other.Description.Frameworks.Single(framework => framework.Code == "older"));

        var pairs = Agree.Ask(Agree.Broad with { Framework = "older" }, answers);

        Assert.Equal(["blue grey", "blue red"], pairs.Select(pair => $"{pair.One.Key} {pair.Other.Key}"));
        Assert.Equal((Standing.Fails, Standing.Exceeds), Compared(pairs[1]));
    }

    [Fact]
    public void Overalls_are_compared_as_overalls_and_never_called_an_error()
    {
        var pair = Agree.Pair(
            Agree.Broad,
            Agree.Overall("blue", 0, Standing.Fails), Agree.Overall("red", 0, Standing.Exceeds),
            Agree.Overall("blue", 1, Standing.Fails, change: verdict => verdict.Judgement = "first"), Agree.Overall("red", 1, Standing.Meets));

        Assert.Equal((About.BroadJudgements, "", ""), (pair.About, pair.Process, pair.Term));
        Assert.Equal((Standing.Fails, Standing.Exceeds), Compared(pair));
        Assert.Equal((Reason.OnlyOneJudged, "blue", "101"), Agree.Only(pair.Unmatched));
        Assert.Equal(
            "Different services, not an error of either: each overall covers many processes, of the services that its inspectorate judges.", pair.Caution);
        Assert.Equal("Of 1 area both judged, 0 were given the same standing; 0 within one step.", pair.Sentences[0]);
    }

    [Fact]
    public void All_processes_together_are_told_before_each_and_overalls_before_them()
    {
        Verdict[] verdicts =
        [
            Red, Agree.Said("blue", 0, Standing.Meets),
            Agree.Said("red", 0, Standing.Meets, change: verdict => (verdict.Process, verdict.Name) = ("s47-enquiry", verdict.Name + "s")),
            Agree.Said("blue", 0, Standing.Fails, change: verdict => (verdict.Process, verdict.Name) = ("s47-enquiry", verdict.Name + "s")),
            Agree.Said("red", 1, Standing.Meets), Agree.Overall("red", 0, Standing.Meets), Agree.Overall("blue", 0, Standing.Meets),
        ];

        var pairs = Agree.Ask(Agree.All, Agree.Answers(verdicts));

        Assert.Equal(
            [(About.BroadJudgements, "", 1), (About.AllProcesses, "", 2), (About.OneProcess, Make.Process, 1), (About.OneProcess, "s47-enquiry", 1)],
            pairs.Select(pair => (pair.About, pair.Process, pair.Comparable)));
        Assert.Equal((Reason.OnlyOneJudged, "blue", "101"), Agree.Only(pairs[1].Unmatched));
        Assert.Equal("Of 2 processes in areas both judged, 1 was given the same standing; 1 within one step.", pairs[1].Sentences[0]);
        Assert.Equal(98, pairs[1].NeitherCount);
        Assert.Equal(["s47-enquiry"], pairs[1].Driving.Select(unit => unit.Process));
    }

    [Theory]
    [InlineData(About.BroadJudgements)]
    [InlineData(About.AllProcesses)]
    [InlineData(About.OneProcess)]
    public void Only_the_kind_asked_for_is_compared(About about)
    {
        var answers = Agree.Answers([Red, Agree.Said("blue", 0, Standing.Meets), Agree.Overall("red", 0, Standing.Meets)]);

        Assert.Equal([about], Agree.Ask(Agree.All with { About = about }, answers).Select(pair => pair.About));
        Assert.Equal(about, Agree.OfAll(Agree.All with { About = about }, answers).About);
    }

    [Fact]
    public void Only_pairs_with_the_inspectorates_asked_for_are_compared()
    {
        SourceAnswer[] answers = [Make.Answer("red", Red), Make.Answer("blue"), Make.Answer("green"), Make.Answer("grey")];
        string[] Asked(string one, string other) =>
            [.. Agree.Ask(Agree.Broad with { Inspectorate = one, OtherInspectorate = other }, answers).Select(pair => $"{pair.One.Key} {pair.Other.Key}")];

        Assert.Equal(6, Asked("", "").Length);
        Assert.Equal(["blue red", "green red", "grey red"], Asked("red", ""));
        Assert.Equal(["blue red"], Asked("red", "blue"));
        Assert.Equal(["blue red"], Asked("blue", "red"));
        Assert.Empty(new AgreementAcrossAreas(Agree.Broad with { Inspectorate = "red" }, answers, Make.Catalogue, Agree.Options).OfAll.Value);
    }

    [Fact]
    public void A_process_that_one_of_two_does_not_judge_is_no_comparison_unless_it_is_asked_for()
    {
        var verdict = Agree.Said("red", 0, Standing.Meets, change: verdict => verdict.Process = "lado");
        SourceAnswer[] answers = [Make.Answer("red", verdict), Make.Answer("blue")];

        Assert.Empty(Agree.Ask(Agree.All with { About = About.OneProcess }, answers));
        Assert.Equal((Reason.OnlyOneJudged, "blue", "100"), Agree.Only(Assert.Single(Agree.Ask(Agree.On("lado"), answers)).Unmatched));
        Assert.Single(Agree.Ask(Agree.All with { About = About.OneProcess }, [Make.Answer("red", Red), Make.Answer("blue")]));
    }

    [Fact]
    public void A_process_that_is_asked_for_is_told_of_though_nobody_said_anything_of_it() =>
        Assert.Equal(["blue red 0"], Agree.Ask(Agree.On("lado"), Agree.Answers([Red])).Select(pair => $"{pair.One.Key} {pair.Other.Key} {pair.Comparable}"));

    [Fact]
    public void Two_that_judge_a_process_and_said_nothing_of_it_anywhere_are_no_comparison()
    {
        var pairs = Agree.Ask(Agree.All with { About = About.OneProcess }, [.. Agree.Answers([]), Make.Answer("grey", Agree.Said("grey", 0, Standing.Meets))]);

        Assert.Equal(["blue grey", "grey red"], pairs.Select(pair => $"{pair.One.Key} {pair.Other.Key}"));
    }

    [Fact]
    public void A_framework_is_looked_for_on_both_sides()
    {
        SourceAnswer[] answers = [Make.Answer("blue"), Make.Answer("green"), Make.Answer("red")];
        foreach (var other in answers.Take(2))
            other.Description!.Frameworks.Remove(other.Description.Frameworks.Single(framework => framework.Code == "older"));

        Assert.Equal(
            ["blue red", "green red"],
            Agree.Ask(Agree.Broad with { Framework = "older" }, answers).Select(pair => $"{pair.One.Key} {pair.Other.Key}"));
    }

    [Fact]
    public void A_joint_report_has_nothing_more_only_where_all_that_made_it_answered()
    {
        var joint = Agree.Said("blue", 0, Standing.Fails, change: verdict => verdict.Authors.Add("green"));
        SourceAnswer[] answers = [Make.Answer("blue", joint), Make.Answer("red", Red, Agree.Said("red", 1, Standing.Meets)), Make.Missing("green")];

        var pair = Agree.Ask(Agree.On(), answers).Single(pair => pair.Other.Key == "blue+green" && pair.One.Key == "red");

        Assert.Equal((Reason.SourceUnavailable, "blue+green", "101"), Agree.Only(pair.Unmatched));
        Assert.Equal(["green"], pair.Unavailable);
    }

    [Fact]
    public void Whoever_is_missing_may_be_of_a_joint_report_whose_members_are_not_known()
    {
        var joint = Agree.Said("blue", 0, Standing.Fails, change: verdict => verdict.Authors.Clear());
        SourceAnswer[] answers = [Make.Answer("blue", joint), Make.Answer("red", Red), Make.Missing("grey"), Make.Missing("green")];

        var pairs = Agree.Ask(Agree.On(), answers);

        Assert.Equal(["green", "grey"], pairs.Single(pair => pair.One.Key == "red" && pair.Other.Key == "?").Unavailable);
        Assert.Equal(["grey"], pairs.Single(pair => pair.One.Key == "grey" && pair.Other.Key == "red").Unavailable);
        Assert.Empty(pairs.Single(pair => pair.One.Key == "blue" && pair.Other.Key == "red").Unavailable);
    }

    [Fact]
    public void Where_neither_can_be_compared_the_reason_nearest_to_a_comparison_is_told()
    {
        var question = Agree.On() with { From = new DateOnly(2024, 1, 1) };

        Assert.Equal(
            (Reason.OutsidePeriod, "red", "100"),
            Agree.Only(Agree.Pair(question, Agree.Said("red", 0, Standing.Meets, "2020-01-01"), Agree.Said("blue", 0, Standing.NotJudged)).Unmatched));
        Assert.Equal(
            (Reason.OutsidePeriod, "blue", "100"),
            Agree.Only(Agree.Pair(question, Agree.Said("blue", 0, Standing.Meets, "2020-01-01"), Agree.Said("red", 0, Standing.NotJudged)).Unmatched));
    }

    [Fact]
    public void Of_all_processes_of_an_area_the_reason_nearest_to_a_comparison_is_told_and_of_the_same_the_first_author()
    {
        var question = Agree.All with { About = About.AllProcesses };
        Action<Verdict> Enquiry(string id) => verdict => (verdict.Process, verdict.Name) = ("s47-enquiry", id);

        Assert.Equal(
            (Reason.OnlyOneJudged, "blue", "100"),
            Agree.Only(Agree.Pair(question, Agree.Said("blue", 0, Standing.Meets), Agree.Said("red", 0, Standing.Meets, change: Enquiry("e"))).Unmatched));
        Assert.Equal(
            (Reason.OnlyOneJudged, "blue", "100"),
            Agree.Only(Agree.Pair(question, Red, Agree.Said("blue", 0, Standing.Meets, change: Enquiry("e"))).Unmatched));
        Assert.Equal(
            (Reason.NotJudged, "red", "100"),
            Agree.Only(Agree.Pair(
                question, Red, Agree.Said("blue", 0, Standing.Meets, change: Enquiry("e")), Agree.Said("red", 0, Standing.NotJudged, change: Enquiry("f"))).Unmatched));
    }

    [Fact]
    public void A_reading_that_was_withdrawn_takes_the_place_of_nothing()
    {
        Verdict Coded(Standing standing, Verdict.Types.Coding coding) => Agree.Said("blue", 0, standing, change: verdict =>
            (verdict.Coding, verdict.InspectionKey) = (coding, "frame/100/2024-06-03"));
        var reading = Coded(Standing.Meets, Verdict.Types.Coding.ByReading);
        reading.State = Verdict.Types.State.Withdrawn;

        Assert.Equal(
            (Standing.Fails, Standing.Meets), Compared(Agree.Pair(Agree.On(), Red, Coded(Standing.Fails, Verdict.Types.Coding.ByRule), reading)));
    }

    [Fact]
    public void Findings_whose_process_is_not_known_and_areas_that_are_not_asked_for_are_passed_over()
    {
        var unidentified = Agree.Said("blue", 0, Standing.Fails, change: verdict => verdict.Process = "");
        var elsewhere = Agree.Said("blue", 0, Standing.Fails, "2025-01-01", verdict => verdict.Footprint.Areas[0] = "X01");

        var pairs = Agree.Ask(Agree.All, Agree.Answers([Red, unidentified, elsewhere]));

        Assert.All(pairs, pair => Assert.Equal(0, pair.Comparable));
    }
}
