using Inspectorates.Hosting.Frameworks;
using Inspectorates.Ofsted;
using Inspectorates.V1;
using static Inspectorates.V1.FrameworkResolution.Types;
using Code = Inspectorates.V1.ResolutionReason.Types.Code;

namespace Inspectorates.Services.Tests.Hosting.Frameworks;

/// <summary>Which framework applies, over the article's timeline of April 2013 and over what came of it.</summary>
public sealed class ArticleTimelineTests
{
    private const string ChildProtection = "child-protection";
    private const string Joint = "joint-child-protection";

    private static readonly IReadOnlyList<Framework> Registry = new OfstedInspectorate().Describe().Frameworks;
    private static readonly DateOnly Article = new(2013, 4, 16);
    private static readonly DateOnly Later = new(2020, 1, 1);

    private static FrameworkResolution Resolve(
        DateOnly day, DateOnly asOf, string line = ChildProtection, AlreadyInspected policy = AlreadyInspected.Undetermined,
        params PastInspection[] past) =>
        FrameworkRule.Resolve(Registry, new FrameworkQuestion(line, day, asOf, past, policy));

    private static PastInspection Inspected(string framework = ChildProtection, int year = 2012, bool inRecord = true) =>
        new(framework, new DateOnly(year, 10, 1), inRecord);

    private static Code[] Codes(FrameworkResolution resolution, string framework) =>
        [.. resolution.Reasons.Where(reason => reason.Framework == framework).Select(reason => reason.Code)];

    private static Framework AsOf(string code, DateOnly day) => AsKnown.On(Registry.Single(one => one.Code == code), day)!;

    [Fact]
    public void F21_on_the_articles_day_the_joint_inspections_are_to_be_decided_and_the_single_framework_is_planned_for_September()
    {
        var joint = AsOf("multi-agency-child-protection", Article);
        var single = AsOf("sif", Article);

        Assert.Equal(Framework.Types.State.ToBeDecided, joint.State);
        Assert.Equal((PlannedDate.Types.Precision.ToBeDecided, ""), (joint.PlannedStart.Precision, joint.PlannedStart.Day));
        Assert.Equal("2013-04-12", joint.Declared.Day);
        Assert.Equal((Framework.Types.State.Planned, "2013-09-01", PlannedDate.Types.Precision.Month), (single.State, single.PlannedStart.Day, single.PlannedStart.Precision));
        Assert.Null(single.ActualStart);
    }

    [Theory]
    [InlineData(2012, 6, 30, null, null)]
    [InlineData(2012, 7, 1, Framework.Types.State.Planned, "2013-06-01")]
    [InlineData(2013, 4, 11, Framework.Types.State.Planned, "2013-06-01")]
    [InlineData(2013, 4, 12, Framework.Types.State.ToBeDecided, "")]
    [InlineData(2013, 7, 1, Framework.Types.State.Planned, "2015-04-01")]
    [InlineData(2014, 6, 1, Framework.Types.State.InConsultation, "2015-04-01")]
    [InlineData(2015, 2, 1, Framework.Types.State.Ended, "2015-04-01")]
    public void F21_the_joint_inspections_state_is_what_had_last_been_said_of_them(int year, int month, int day, Framework.Types.State? state, string? planned)
    {
        var known = AsKnown.On(Registry.Single(one => one.Code == "multi-agency-child-protection"), new DateOnly(year, month, day));

        Assert.Equal(state, known?.State);
        Assert.Equal(planned, known?.PlannedStart.Day);
        Assert.Equal(state == Framework.Types.State.ToBeDecided, known?.Declared is not null);
    }

    [Fact]
    public void F21_what_is_to_be_decided_in_consultation_or_given_up_is_never_selected_and_says_so()
    {
        foreach (var (asOf, code) in new[] { (Article, Code.ToBeDecided), (new DateOnly(2014, 7, 1), Code.InConsultation), (new DateOnly(2015, 6, 30), Code.GivenUp) })
        {
            var resolution = Resolve(new DateOnly(2016, 1, 1), asOf, Joint);

            Assert.Equal(Outcome.UndeterminedBySource, resolution.Outcome);
            Assert.Null(resolution.Framework);
            Assert.Equal([Code.NoneInForce, code], resolution.Reasons.Select(reason => reason.Code));
        }

        Assert.Contains("to be decided since 12 April 2013", Resolve(new(2016, 1, 1), Article, Joint).Reasons[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void F21_the_plan_decides_while_only_the_plan_is_known_and_the_answer_says_so()
    {
        var september = new DateOnly(2013, 9, 1);
        var byPlan = Resolve(september, september);
        var byFact = Resolve(september, Later);

        Assert.Equal(("sif", DecidedBy.PlannedStart, "2013-09-01"), (byPlan.Framework.Code, byPlan.DecidedBy, byPlan.Start.Day));
        Assert.Equal([Code.PlannedToHaveBegun, Code.StartNotToTheDay, Code.NotYetInspected], Codes(byPlan, "sif"));
        Assert.Null(byPlan.Framework.ActualStart);
        Assert.Equal(("child-protection", DecidedBy.ActualStart), (byFact.Framework.Code, byFact.DecidedBy));
        Assert.Equal([Code.NotYetBegun], Codes(byFact, "sif"));
    }

    [Fact]
    public void F21_where_the_fact_is_known_it_decides_and_the_plan_is_told_beside_it()
    {
        var october = Resolve(new(2013, 10, 31), Later);
        var november = Resolve(new(2013, 11, 1), Later);

        Assert.Equal("child-protection", october.Framework.Code);
        Assert.Equal(("sif", DecidedBy.ActualStart, "2013-11-01", PlannedDate.Types.Precision.Month),
            (november.Framework.Code, november.DecidedBy, november.Start.Day, november.Start.Precision));
        Assert.Equal([Code.Begun, Code.StartNotToTheDay, Code.PlanAndFactDiffer, Code.NotYetInspected], Codes(november, "sif"));
        Assert.Contains("planned for September 2013 and began in November 2013", november.Reasons[2].Text, StringComparison.Ordinal);
        Assert.Equal("2013-09-01", november.Framework.PlannedStart.Day);
    }

    [Fact]
    public void F21_that_it_began_was_known_from_November_on_and_not_the_day_before()
    {
        Assert.Equal(DecidedBy.PlannedStart, Resolve(new(2013, 12, 1), new(2013, 10, 31)).DecidedBy);
        Assert.Equal(DecidedBy.ActualStart, Resolve(new(2013, 12, 1), new(2013, 11, 1)).DecidedBy);
    }

    [Fact]
    public void F21_a_start_known_to_the_month_counts_from_its_first_day_and_the_answer_says_that_it_is_known_to_the_month()
    {
        Assert.Equal("child-protection", Resolve(new(2013, 8, 31), Article).Framework.Code);
        var first = Resolve(new(2013, 9, 1), Article);

        Assert.Equal("sif", first.Framework.Code);
        Assert.Equal("That is known to the month only, and counted from 1 September 2013.", first.Reasons.Single(reason => reason.Code == Code.StartNotToTheDay).Text);
    }

    [Fact]
    public void F22_whoever_was_not_yet_inspected_under_the_previous_framework_is_inspected_under_the_merged_one()
    {
        var resolution = Resolve(new(2013, 9, 1), Article);

        Assert.Equal((Outcome.Applies, "sif"), (resolution.Outcome, resolution.Framework.Code));
        var reason = resolution.Reasons.Single(reason => reason.Code == Code.NotYetInspected);
        Assert.Contains("any council not yet inspected under the previous child protection framework", reason.Text, StringComparison.Ordinal);
        Assert.Contains("one that was never recorded here is not known", reason.Text, StringComparison.Ordinal);
        Assert.NotEmpty(reason.SourceUri);
    }

    [Fact]
    public void F22_for_a_council_already_inspected_the_source_says_nothing_and_neither_does_the_answer()
    {
        var before = Resolve(new(2013, 8, 31), Article, past: Inspected());
        var after = Resolve(new(2013, 9, 1), Article, past: Inspected());

        Assert.Equal("child-protection", before.Framework.Code);
        Assert.Equal(Outcome.UndeterminedBySource, after.Outcome);
        Assert.Equal((null, DecidedBy.Unspecified, null), (after.Framework, after.DecidedBy, after.Start));
        Assert.Equal([Code.PlannedToHaveBegun, Code.StartNotToTheDay, Code.AlreadyInspected], Codes(after, "sif"));
        Assert.Contains("of those the source says nothing", after.Reasons[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void F22_a_policy_may_decide_what_the_source_does_not_and_is_named_as_a_policy()
    {
        var decided = Resolve(new(2013, 9, 1), Article, ChildProtection, AlreadyInspected.New, Inspected());

        Assert.Equal("sif", decided.Framework.Code);
        Assert.Equal([Code.AlreadyInspected, Code.DecidedByPolicy], Codes(decided, "sif")[2..]);
        Assert.Contains("its policy, not the source's word", decided.Reasons[3].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void F22_an_inspection_on_the_day_or_after_it_is_no_history()
    {
        Assert.Equal("sif", Resolve(new(2013, 9, 1), Article, past: new PastInspection(ChildProtection, new(2013, 9, 1), true)).Framework.Code);
        Assert.Null(Resolve(new(2013, 9, 1), Article, past: new PastInspection(ChildProtection, new(2013, 8, 31), true)).Framework);
        Assert.Null(Resolve(new(2013, 9, 1), Article, past: new PastInspection(ChildProtection, null, false)).Framework);
    }

    [Fact]
    public void F22_once_inspected_under_the_new_one_nothing_is_left_undetermined()
    {
        var resolution = Resolve(new(2016, 1, 1), Later, past: [Inspected(), Inspected("sif", 2014)]);

        Assert.Equal("sif", resolution.Framework.Code);
        Assert.Contains(Code.InspectedUnderThis, Codes(resolution, "sif"));
    }

    [Fact]
    public void F22_who_says_that_it_was_inspected_is_told()
    {
        static string Text(bool inRecord) =>
            Resolve(new(2013, 9, 1), Article, past: Inspected(inRecord: inRecord)).Reasons.Single(reason => reason.Code == Code.AlreadyInspected).Text;

        Assert.Contains("It was inspected under", Text(inRecord: true), StringComparison.Ordinal);
        Assert.Contains("The caller says that it was inspected under", Text(inRecord: false), StringComparison.Ordinal);
    }

    [Fact]
    public void F23_one_framework_takes_the_place_of_two_and_its_criteria_are_mapped_from_both()
    {
        var day = new DateOnly(2014, 1, 1);
        Assert.All(["child-protection", "looked-after-children"], line =>
        {
            Assert.Equal(line, Resolve(new(2013, 8, 31), Later, line).Framework.Code);
            Assert.Equal("sif", Resolve(day, Later, line).Framework.Code);
        });

        var sif = Registry.Single(framework => framework.Code == "sif");
        Assert.Equal(["child-protection", "looked-after-children"], sif.Predecessors.Select(one => one.Framework));
        Assert.Equal(["child-protection", "looked-after-children"], sif.Mappings.Select(one => one.Predecessor).Distinct());
    }

    [Fact]
    public void F23_every_mapping_is_between_judgements_there_are_and_a_reading_is_marked_as_one() =>
        Assert.All(Registry, framework => Assert.All(framework.Mappings, mapping =>
        {
            Assert.Contains(framework.Judgements, judgement => judgement.Code == mapping.Judgement);
            var older = Registry.Single(one => one.Code == mapping.Predecessor && one.Version == mapping.PredecessorVersion);
            Assert.Contains(older.Judgements, judgement => judgement.Code == mapping.PredecessorJudgement);
            Assert.True(mapping.Unverified);
        }));

    [Fact]
    public void F23_judgements_are_those_made_on_the_day()
    {
        static string[] Of(DateOnly day) => [.. Resolve(day, new(2026, 6, 1)).Judgements.Select(judgement => judgement.Code)];

        Assert.Equal(["overall-effectiveness", "impact-of-leaders", "help-and-protection", "children-in-care"], Of(new(2022, 12, 31)));
        Assert.Equal(["overall-effectiveness", "impact-of-leaders", "help-and-protection", "children-in-care", "care-leavers"], Of(new(2023, 1, 1)));
        Assert.Equal(["overall-effectiveness", "impact-of-leaders", "help-and-protection", "children-in-care", "care-leavers"], Of(new(2026, 3, 31)));
        Assert.Equal(["impact-of-leaders", "help-and-protection", "children-in-care", "care-leavers"], Of(new(2026, 4, 1)));
        Assert.Contains(
            "Overall effectiveness (not judged since April 2026)",
            Resolve(new(2026, 4, 1), new(2026, 6, 1)).Reasons.Single(reason => reason.Code == Code.JudgementNotMade).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void F24_an_inspection_of_one_agency_with_an_eye_on_the_others_has_no_joint_overall_and_says_what_it_does_instead()
    {
        var lens = Registry.Single(framework => framework.Code == "ilacs" && framework.Version == "2026-").Clone();
        lens.Mode = Framework.Types.Mode.SingleAgencyMultiAgencyLens;
        var question = new FrameworkQuestion(ChildProtection, new(2026, 5, 1), new(2026, 6, 1), [], AlreadyInspected.Undetermined);

        var reason = FrameworkRule.Resolve([lens], question).Reasons.Single(reason => reason.Code == Code.NoJointOverall);

        Assert.Contains("there is no joint overall", reason.Text, StringComparison.Ordinal);
        Assert.Contains("refers to their host inspectorates", reason.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Resolve(new(2026, 5, 1), new(2026, 6, 1)).Reasons, one => one.Code == Code.NoJointOverall);
    }

    [Fact]
    public void Jtai_says_which_themes_it_looked_at_on_the_day()
    {
        static string[] Themes(DateOnly day) => [.. Resolve(day, new(2026, 6, 1), Joint).Themes.Select(theme => theme.Label)];

        Assert.Equal([], Themes(new(2021, 12, 31)));
        Assert.Equal(["identification of initial need and risk"], Themes(new(2022, 1, 1)));
        Assert.Equal(["identification of initial need and risk", "serious youth violence"], Themes(new(2024, 5, 31)));
        Assert.Equal(["identification of initial need and risk"], Themes(new(2024, 6, 1)));
        Assert.Equal(["children who are victims of domestic abuse"], Themes(new(2025, 3, 1)));
    }

    [Fact]
    public void Jtai_began_in_early_2016_after_a_consultation_and_not_with_its_regulations()
    {
        Assert.Null(AsKnown.On(Registry.Single(one => one.Code == "jtai"), new(2015, 6, 30)));
        Assert.Equal(Framework.Types.State.InConsultation, AsOf("jtai", new(2015, 11, 9)).State);
        Assert.Equal(Outcome.UndeterminedBySource, Resolve(new(2016, 1, 31), Later, Joint).Outcome);
        var begun = Resolve(new(2016, 2, 1), Later, Joint);
        Assert.Equal("jtai", begun.Framework.Code);
        Assert.Equal([Code.GivenUp], Codes(begun, "multi-agency-child-protection"));
    }

    [Fact]
    public void The_framework_announced_for_2027_is_a_plan_and_says_that_it_is_known_to_the_year()
    {
        var resolution = Resolve(new(2027, 1, 1), new(2026, 6, 1));

        Assert.Equal(("renewed-childrens-services", DecidedBy.PlannedStart), (resolution.Framework.Code, resolution.DecidedBy));
        Assert.Contains("known to the year only", resolution.Reasons[1].Text, StringComparison.Ordinal);
        Assert.Equal("ilacs", Resolve(new(2026, 12, 31), new(2026, 6, 1)).Framework.Code);
        Assert.Equal("ilacs", Resolve(new(2027, 1, 1), new(2026, 3, 31)).Framework.Code);
    }
}
