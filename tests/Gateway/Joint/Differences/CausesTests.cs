using Inspectorates.Gateway.Joint;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.V1.Grade.Types;
using Direction = Inspectorates.Joint.V1.Difference.Types.Direction;
using Evidences = Inspectorates.V1.Evidence.Types.Type;
using Kind = Inspectorates.Joint.V1.DifferenceCause.Types.Kind;

namespace Inspectorates.Gateway.Tests.Joint.Differences;

/// <summary>What is recorded that goes with a change over time or a contradiction (F16).</summary>
public sealed class CausesTests
{
    private static Difference Between(Verdict one, Verdict other) => Assert.Single(
        Make.View([.. new[] { one, other }.GroupBy(verdict => verdict.Inspectorate).Select(kept => Make.Answer(kept.Key, [.. kept]))])
            .Differences);

    private static Difference OverTime(
        Action<Verdict>? earlier = null, Action<Verdict>? later = null, string keeper = "red", Standing before = Standing.Meets) =>
        Between(
            Make.Verdict("red", "1", before, "2019-06-03", earlier),
            Make.Verdict(keeper, "2", before is Standing.Meets ? Standing.Fails : Standing.Meets, "2024-12-09", later));

    private static Difference Contradiction(Action<Verdict>? earlier = null, Action<Verdict>? later = null) => Between(
        Make.Verdict("red", "1", Standing.Fails, "2024-06-03", earlier), Make.Verdict("blue", "2", Standing.Meets, "2024-12-09", later));

    private static IEnumerable<Kind> Kinds(Difference difference) => difference.Causes.Select(cause => cause.Kind);

    private static Action<Verdict> Resting(params Evidences[] types) =>
        verdict => verdict.Evidence.Add(types.Select(type => new Evidence { Type = type }));

    private static Action<Verdict> About(string start, string end) =>
        verdict => verdict.EvidenceWindow = new DateRange { Start = start, End = end };

    [Fact]
    public void A_change_with_which_nothing_recorded_goes_is_unexplained()
    {
        var difference = OverTime();

        Assert.Equal(Difference.Types.Kind.OverTime, difference.Kind);
        Assert.Equal([Kind.Unexplained], Kinds(difference));
        Assert.Equal(
            "Nothing that is recorded explains it: authors and framework are the same, no later report credits action taken "
            + "since, and no change of evidence is recorded.",
            difference.Causes[0].Explanation);
    }

    [Fact]
    public void A_later_report_that_credits_action_since_the_earlier_inspection_says_that_practice_changed()
    {
        var difference = OverTime(later: verdict => verdict.CreditsEarlierAction = true);

        Assert.Equal([Kind.PracticeChanged], Kinds(difference));
        Assert.Equal(
            "The later report, of The red inspectorate (fieldwork 9 December 2024), itself credits action taken since an earlier inspection.",
            difference.Causes[0].Explanation);
    }

    [Fact]
    public void What_the_earlier_report_credits_is_no_cause_of_what_came_after_it() =>
        Assert.Equal([Kind.Unexplained], Kinds(OverTime(earlier: verdict => verdict.CreditsEarlierAction = true)));

    [Fact]
    public void Another_inspectorate_is_a_cause()
    {
        var difference = OverTime(keeper: "blue");

        Assert.Equal([Kind.InspectorateChanged], Kinds(difference));
        Assert.Equal(
            "The two are of different authors: The red inspectorate, and The blue inspectorate.", difference.Causes[0].Explanation);
    }

    [Fact]
    public void A_joint_inspection_and_one_of_its_members_are_different_authors() =>
        Assert.Equal([Kind.InspectorateChanged], Kinds(OverTime(later: verdict => verdict.Authors.Insert(0, "blue"))));

    [Fact]
    public void Another_framework_is_a_cause()
    {
        var difference = OverTime(earlier: verdict => verdict.Framework = "older");

        Assert.Equal([Kind.FrameworkChanged], Kinds(difference));
        Assert.Equal("The two are under different frameworks: older framework and frame framework.", difference.Causes[0].Explanation);
    }

    [Fact]
    public void Another_version_of_the_framework_is_a_cause()
    {
        var difference = OverTime(later: verdict => verdict.FrameworkVersion = "2");

        Assert.Equal([Kind.FrameworkChanged], Kinds(difference));
        Assert.Equal("The two are under different versions of frame framework: 1 and 2.", difference.Causes[0].Explanation);
    }

    [Fact]
    public void A_version_that_is_not_recorded_is_no_other_version() =>
        Assert.All(
            [OverTime(later: verdict => verdict.FrameworkVersion = ""), OverTime(earlier: verdict => verdict.FrameworkVersion = "")],
            difference => Assert.Equal([Kind.Unexplained], Kinds(difference)));

    [Fact]
    public void Versions_are_told_where_two_frameworks_have_one_code_or_one_name_and_frameworks_otherwise()
    {
        Assert.Equal("The two are under different versions of First: 1 and 2.", Told("frame", "First", "frame", "Second"));
        Assert.Equal("The two are under different versions of First: 1 and 2.", Told("frame", "First", "other", "First"));
        Assert.Equal("The two are under different frameworks: First and Second.", Told("frame", "First", "other", "Second"));

        static string Told(string code, string label, string laterCode, string laterLabel)
        {
            var described = Make.Inspectorate("red");
            described.Frameworks.Clear();
            described.Frameworks.Add(Make.Framework(code, ""));
            described.Frameworks.Add(Make.Framework(laterCode, ""));
            (described.Frameworks[0].Label, described.Frameworks[1].Label, described.Frameworks[1].Version) = (label, laterLabel, "2");
            var answer = Make.Answer(
                "red",
                Make.Verdict("red", "1", day: "2019-06-03", change: verdict => verdict.Framework = code),
                Make.Verdict("red", "2", Standing.Fails, change: verdict => (verdict.Framework, verdict.FrameworkVersion) = (laterCode, "2")));
            return Assert.Single(Assert.Single(Make.View(answer with { Description = described }).Differences).Causes).Explanation;
        }
    }

    [Theory]
    [InlineData("2019-03-31", "2019-04-01", Kind.EvidenceChanged)]
    [InlineData("2019-03-31", "2019-03-31", Kind.Unexplained)]
    public void Evidence_windows_that_share_no_day_are_a_cause(string end, string start, Kind cause) =>
        Assert.Equal([cause], Kinds(OverTime(About("2018-10-01", end), About(start, "2024-09-30"))));

    [Fact]
    public void Evidence_of_other_types_is_a_cause()
    {
        var difference = OverTime(
            Resting(Evidences.DocumentOrRecordReview), Resting(Evidences.ChildsVoice, Evidences.DocumentOrRecordReview));

        Assert.Equal([Kind.EvidenceChanged], Kinds(difference));
        Assert.Equal(
            "The evidence is of different types (documents or records; what children said and documents or records).",
            difference.Causes[0].Explanation);
    }

    [Fact]
    public void Both_ways_in_which_evidence_changed_are_said_in_one_sentence()
    {
        var difference = OverTime(
            verdict => { About("2019-01-01", "2019-03-31")(verdict); Resting(Evidences.Indicator, Evidences.TrackedChild)(verdict); },
            verdict => { About("2024-01-01", "2024-03-31")(verdict); Resting(Evidences.TrackedChild)(verdict); });

        Assert.Equal(
            "The evidence is about different times (1 January to 31 March 2019; 1 January to 31 March 2024) and of different "
            + "types (children followed through all agencies and figures; children followed through all agencies).",
            Assert.Single(difference.Causes).Explanation);
    }

    [Fact]
    public void Evidence_of_the_same_types_in_other_numbers_is_none() =>
        Assert.Equal([Kind.Unexplained], Kinds(OverTime(
            Resting(Evidences.TrackedChild, Evidences.TrackedChild, Evidences.ChildsVoice), Resting(Evidences.ChildsVoice, Evidences.TrackedChild))));

    [Fact]
    public void Where_nothing_is_recorded_of_one_nothing_is_said_to_have_changed() =>
        Assert.All(
            [
                OverTime(earlier: verdict => { About("2019-01-01", "2019-03-31")(verdict); Resting(Evidences.TrackedChild)(verdict); }),
                OverTime(later: verdict => { About("2019-01-01", "2019-03-31")(verdict); Resting(Evidences.TrackedChild)(verdict); }),
            ],
            difference => Assert.Equal([Kind.Unexplained], Kinds(difference)));

    [Fact]
    public void All_that_hold_are_listed_in_their_order_of_precedence() =>
        Assert.Equal(
            [Kind.PracticeChanged, Kind.InspectorateChanged, Kind.FrameworkChanged, Kind.EvidenceChanged],
            Kinds(OverTime(
                Resting(Evidences.TrackedChild),
                verdict =>
                {
                    verdict.CreditsEarlierAction = true;
                    verdict.Framework = "questions";
                    Resting(Evidences.ChildsVoice)(verdict);
                },
                "blue")));

    [Fact]
    public void A_contradiction_whose_later_report_credits_action_says_so_beside_the_flag()
    {
        var difference = Contradiction(later: verdict => verdict.CreditsEarlierAction = true);

        Assert.Equal((Difference.Types.Kind.Contradiction, true), (difference.Kind, difference.Strong));
        Assert.Equal([Kind.PracticeChanged], Kinds(difference));
    }

    [Fact]
    public void Two_authors_with_a_framework_each_are_what_makes_a_contradiction_and_no_cause_of_it()
    {
        var difference = Contradiction(later: verdict => verdict.Framework = "questions");

        Assert.Equal([Kind.Unexplained], Kinds(difference));
        Assert.Equal(
            "Nothing that is recorded explains it: no later report credits action taken since, and no change of evidence is recorded.",
            difference.Causes[0].Explanation);
    }

    [Fact]
    public void A_contradiction_with_other_evidence_says_so() =>
        Assert.Equal([Kind.EvidenceChanged], Kinds(Contradiction(Resting(Evidences.TrackedChild), Resting(Evidences.ChildsVoice))));

    [Fact]
    public void Of_two_verdicts_of_the_same_days_neither_is_the_later()
    {
        var difference = Between(
            Make.Verdict("red", "1", Standing.Fails), Make.Verdict("blue", "2", change: verdict => verdict.CreditsEarlierAction = true));

        Assert.Equal([Kind.Unexplained], Kinds(difference));
        Assert.Equal(Direction.Unspecified, difference.Direction);
    }

    [Fact]
    public void Of_overlapping_fieldworks_the_one_that_began_later_or_else_ended_later_is_the_later()
    {
        EndsLater("red", "blue");
        EndsLater("blue", "red");
    }

    private static void EndsLater(string keeper, string later)
    {
        var difference = Between(
            Make.Verdict(keeper, "1", Standing.Fails, change: verdict => verdict.Fieldwork.End = "2024-12-13"),
            Make.Verdict(later, "2", change: verdict =>
            {
                verdict.CreditsEarlierAction = true;
                verdict.Fieldwork.End = "2024-12-14";
            }));

        Assert.Equal([Kind.PracticeChanged], Kinds(difference));
        Assert.Equal(Direction.ToBetter, difference.Direction);
    }

    [Theory]
    [InlineData("2024-12-10", Kind.PracticeChanged, Direction.ToBetter)]
    [InlineData("2024-12-08", Kind.Unexplained, Direction.ToWorse)]
    [InlineData("", Kind.Unexplained, Direction.Unspecified)]
    public void Where_a_fieldwork_is_not_known_publication_says_which_is_the_later(string published, Kind cause, Direction direction)
    {
        var difference = Between(
            Make.Verdict("red", "1", Standing.Fails, change: verdict => verdict.PublishedOn = "2024-12-09"),
            Make.Verdict("blue", "2", day: "", change: verdict =>
            {
                verdict.CreditsEarlierAction = true;
                verdict.PublishedOn = published;
            }));

        Assert.Equal([cause], Kinds(difference));
        Assert.Equal(direction, difference.Direction);
    }

    [Theory]
    [InlineData(Standing.Meets, Direction.ToWorse)]
    [InlineData(Standing.Fails, Direction.ToBetter)]
    public void Which_way_it_went_is_said(Standing before, Direction direction) =>
        Assert.Equal(direction, OverTime(before: before).Direction);

    [Fact]
    public void A_divergence_has_a_reason_and_no_cause_and_no_direction()
    {
        var difference = Between(
            Make.Verdict("red", "1", day: "2024-06-03"),
            Make.Verdict("blue", "2", Standing.Fails, change: verdict =>
            {
                verdict.Aspect = "recording";
                verdict.CreditsEarlierAction = true;
            }));

        Assert.Empty(difference.Causes);
        Assert.Equal(Direction.Unspecified, difference.Direction);
    }

    [Fact]
    public void Broad_judgements_over_time_have_causes_too() =>
        Assert.Equal([Kind.FrameworkChanged], Kinds(Between(
            Make.Broad("red", "1", day: "2014-01-01", change: verdict => verdict.Framework = "older"),
            Make.Broad("red", "2", Standing.Fails, "2024-01-01"))));

    [Fact]
    public void A_mixed_verdict_years_after_another_is_a_stale_divergence_and_no_change_over_time()
    {
        var difference = Between(Make.Verdict("red", "1", day: "2019-06-03"), Make.Verdict("red", "2", Standing.Mixed));

        Assert.Equal(
            (Difference.Types.Kind.Divergence, Difference.Types.Reason.MixedGrade, true),
            (difference.Kind, difference.Reason, difference.Stale));
    }

    [Fact]
    public void The_parameters_it_was_found_with_are_beside_it()
    {
        var view = Composition.Compose(
            Make.Area(), Make.AsOf, Make.Now,
            [Make.Answer("red", Make.Verdict("red", "1", day: "2024-12-01")), Make.Answer("blue", Make.Verdict("blue", "2", Standing.FallsShort))],
            Make.Catalogue, new DifferenceOptions(WindowDays: 7, StrongSteps: 2));

        var difference = Assert.Single(view.Differences);
        Assert.Equal((7, 2), (difference.WindowDays, difference.StrongSteps));
        Assert.Equal((Difference.Types.Kind.OverTime, false, true), (difference.Kind, difference.Strong, difference.Stale));
    }
}
