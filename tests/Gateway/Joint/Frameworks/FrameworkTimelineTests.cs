using Inspectorates.Gateway.Joint.Frameworks;
using Inspectorates.V1;
using static Inspectorates.V1.Framework.Types;
using static Inspectorates.V1.PlannedDate.Types;

namespace Inspectorates.Gateway.Tests.Joint.Frameworks;

public sealed class FrameworkTimelineTests
{
    private static readonly DateOnly Today = new(2013, 5, 1);

    private static PlannedDate Date(string day, Precision precision = Precision.Day) => new() { Day = day, Precision = precision };

    private static Framework Of(string code, State state, Action<Framework>? more = null)
    {
        var framework = new Framework { Code = code, Version = "1", Label = code, State = state, Mode = Mode.SingleAgency };
        more?.Invoke(framework);
        return framework;
    }

    private static string[] Sentences(Framework framework, DateOnly? asOf = null) =>
        [.. Assert.Single(FrameworkTimeline.Of([("alpha", framework)], asOf ?? Today)).Sentences];

    [Fact]
    public void F12_what_is_to_be_decided_counts_the_days_since_it_was_declared()
    {
        var undecided = Of("joint", State.ToBeDecided, one => one.Declared = Date("2013-04-12"));

        Assert.Equal(19, Assert.Single(FrameworkTimeline.Of([("alpha", undecided)], Today)).DaysUndecided);
        Assert.Equal(0, Assert.Single(FrameworkTimeline.Of([("alpha", undecided)], new(2013, 4, 12))).DaysUndecided);
        Assert.Equal(["It has been to be decided since 12 April 2013: 19 days with no date."], Sentences(undecided));
        Assert.Equal(["It has been to be decided since 12 April 2013: 1 day with no date."], Sentences(undecided, new(2013, 4, 13)));
    }

    [Fact]
    public void F12_a_declaration_known_to_the_month_counts_from_its_first_day_and_an_unrecorded_one_is_said()
    {
        var month = Of("joint", State.ToBeDecided, one => one.Declared = Date("2013-04-01", Precision.Month));
        var never = Of("joint", State.ToBeDecided);

        Assert.Equal(30, FrameworkTimeline.DaysUndecided(month, Today));
        Assert.Equal(["It has been to be decided since April 2013 (known to the month): 30 days with no date."], Sentences(month));
        Assert.Equal(-1, Assert.Single(FrameworkTimeline.Of([("alpha", never)], Today)).DaysUndecided);
        Assert.Equal(["It is to be decided; since when is not recorded."], Sentences(never));
        Assert.Null(FrameworkTimeline.DaysUndecided(Of("other", State.Planned, one => one.Declared = Date("2013-04-12")), Today));
    }

    [Fact]
    public void F21_the_list_is_in_the_order_of_time_and_what_has_no_date_comes_last()
    {
        var undated = Of("undated", State.InConsultation);
        var declared = Of("declared", State.ToBeDecided, one =>
        {
            one.Declared = Date("2013-04-12");
            one.PlannedStart = new PlannedDate { Precision = Precision.ToBeDecided };
        });
        var planned = Of("planned", State.Planned, one => one.PlannedStart = Date("2013-09-01", Precision.Month));
        var begun = Of("begun", State.InForce, one => (one.PlannedStart, one.ActualStart) = (Date("2014-01-01"), Date("2012-05-01", Precision.Month)));
        var ended = Of("ended", State.Ended, one => one.ActualEnd = Date("2012-06-30"));
        Framework[] all = [undated, declared, planned, begun, ended];

        string[] expected = ["begun", "ended", "planned", "declared", "undated"];
        Assert.Equal(expected, FrameworkTimeline.Of(all.Select(one => ("alpha", one)), Today).Select(one => one.Framework.Code));
        Assert.Equal(expected, FrameworkTimeline.Of(all.Reverse().Select(one => ("alpha", one)), Today).Select(one => one.Framework.Code));
    }

    [Fact]
    public void F21_plan_and_fact_are_told_side_by_side()
    {
        static string[] Both(string planned, string actual) => Sentences(Of("f", State.InForce, one =>
            (one.PlannedStart, one.ActualStart) = (Date(planned, Precision.Month), Date(actual, Precision.Month))));

        Assert.Equal(
            ["It has been in force since November 2013 (known to the month).", "It had been planned for September 2013 and began 2 months later."],
            Both("2013-09-01", "2013-11-01"));
        Assert.Equal("It had been planned for December 2013 and began 1 month earlier.", Both("2013-12-01", "2013-11-01")[1]);
        Assert.Equal("It had been planned for November 2013 and began then.", Both("2013-11-01", "2013-11-01")[1]);
        Assert.Equal("It had been planned for December 2012 and began 11 months later.", Both("2012-12-01", "2013-11-01")[1]);
    }

    [Theory]
    [InlineData("2013-11-04", Precision.Day, "2013-11-05", Precision.Day, "planned for 4 November 2013 and began 1 day later.")]
    [InlineData("2013-09-30", Precision.Day, "2013-10-01", Precision.Day, "planned for 30 September 2013 and began 1 day later.")]
    [InlineData("2013-10-01", Precision.Day, "2013-09-28", Precision.Day, "planned for 1 October 2013 and began 3 days earlier.")]
    [InlineData("2013-09-02", Precision.Day, "2013-11-02", Precision.Day, "planned for 2 September 2013 and began 2 months later.")]
    [InlineData("2015-01-01", Precision.Year, "2015-11-01", Precision.Month, "planned for 2015 and began in November 2015, as planned.")]
    [InlineData("2013-11-01", Precision.Month, "2013-11-15", Precision.Day, "planned for November 2013 and began on 15 November 2013, as planned.")]
    [InlineData("2013-11-15", Precision.Day, "2013-11-01", Precision.Month, "planned for 15 November 2013 and began in that month.")]
    [InlineData("2013-09-01", Precision.Month, "2015-01-01", Precision.Year, "planned for September 2013 and began 2 years later.")]
    public void F21_plan_and_fact_are_compared_no_better_than_they_are_known(string planned, Precision plannedTo, string began, Precision beganTo, string told) => Assert.Equal(
        $"It had been {told}",
        Sentences(Of("f", State.InForce, one => (one.PlannedStart, one.ActualStart) = (Date(planned, plannedTo), Date(began, beganTo))))[1]);

    [Fact]
    public void F21_a_plan_is_never_told_as_a_fact()
    {
        var planned = Of("f", State.Planned, one => one.PlannedStart = Date("2013-09-01", Precision.Month));

        Assert.Equal(["It is planned for September 2013 (known to the month): a plan is not a fact."], Sentences(planned, new(2013, 8, 31)));
        Assert.Equal("The first day it could have begun is here, and it is not known to have begun.", Sentences(planned, new(2013, 9, 1))[1]);
        Assert.Equal("The first day it could have begun is here, and it is not known to have begun.", Sentences(planned, new(2013, 9, 30))[1]);
        Assert.Equal("That has passed, and it is not known to have begun.", Sentences(planned, new(2013, 10, 1))[1]);
        var year = Of("f", State.Planned, one => one.PlannedStart = Date("2027-01-01", Precision.Year));
        Assert.DoesNotContain(Sentences(year, new(2027, 12, 31)), sentence => sentence.StartsWith("That has passed", StringComparison.Ordinal));
        Assert.Equal("That has passed, and it is not known to have begun.", Sentences(year, new(2028, 1, 1))[1]);
    }

    [Fact]
    public void Every_state_is_told_in_words()
    {
        Assert.Equal(["It is in force; the day it began is not recorded."], Sentences(Of("f", State.InForce)));
        Assert.Equal(["It is in consultation: nothing is decided."], Sentences(Of("f", State.InConsultation)));
        Assert.Equal(
            ["It is in consultation: nothing is decided.", "The last plan was for April 2015."],
            Sentences(Of("f", State.InConsultation, one => one.PlannedStart = Date("2015-04-01", Precision.Month))));
        Assert.Equal(
            ["It was given up before it began.", "The last plan was for 2015."],
            Sentences(Of("f", State.Ended, one => one.PlannedStart = Date("2015-01-01", Precision.Year))));
        Assert.Equal(["It was in force until 31 October 2013; the day it began is not recorded."], Sentences(Of("f", State.Ended, one => one.ActualEnd = Date("2013-10-31"))));
        Assert.Equal(
            ["It was in force from 2012 (known to the year) until 31 October 2013."],
            Sentences(Of("f", State.Ended, one => (one.ActualStart, one.ActualEnd) = (Date("2012-01-01", Precision.Year), Date("2013-10-31")))));
        Assert.Equal(["Its state is not known."], Sentences(Of("f", State.Unspecified)));
        Assert.Equal(
            ["It is in force; the day it began is not recorded.", "Not read in a primary source: the day."],
            Sentences(Of("f", State.InForce, one => one.Unverified = "the day.")));
    }

    [Fact]
    public void F24_a_framework_with_an_eye_on_the_others_says_that_there_is_no_joint_overall() =>
        Assert.Equal(
            "There is no joint overall: what it sees of others' agencies is referred to their host inspectorates.",
            Sentences(Of("f", State.InForce, one => one.Mode = Mode.SingleAgencyMultiAgencyLens))[1]);

    [Fact]
    public void A_joint_framework_is_one_whoever_describes_it_and_others_may_share_a_code_by_chance()
    {
        var joint = Of("joint", State.InForce, one => one.Mode = Mode.Joint);
        var single = Of("single", State.InForce);

        var listed = FrameworkTimeline.Of([("beta", joint), ("alpha", joint), ("beta", single), ("alpha", single)], Today);

        Assert.Equal(["joint:alpha,beta", "single:alpha", "single:beta"], listed.Select(one => $"{one.Framework.Code}:{string.Join(',', one.DescribedBy)}"));
    }

    [Fact]
    public void The_scale_and_the_criteria_are_left_to_who_describes_them_and_the_description_is_not_touched()
    {
        var framework = Of("f", State.InForce, one =>
        {
            one.Grades.Add(new Grade { Code = "good" });
            one.Judgements.Add(new Judgement { Code = "overall" });
            one.Processes.Add("icpc");
        });
        var before = framework.Clone();

        var listed = Assert.Single(FrameworkTimeline.Of([("alpha", framework)], Today)).Framework;

        Assert.Equal((0, 0, 0), (listed.Grades.Count, listed.Judgements.Count, listed.Processes.Count));
        Assert.Equal(before, framework);
    }
}
