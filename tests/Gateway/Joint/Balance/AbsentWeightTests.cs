using Inspectorates.Gateway.Joint;
using Inspectorates.Gateway.Joint.Balance;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.V1.Grade.Types;
using Kind = Inspectorates.Joint.V1.AbsentWeight.Types.Kind;

namespace Inspectorates.Gateway.Tests.Joint.Balance;

public sealed class AbsentWeightTests
{
    private static readonly SourceAnswer Red = AreaBalanceTests.Broad("red", Standing.Meets);

    [Fact]
    public void What_is_absent_leaves_its_weight_to_the_others_in_proportion_and_that_is_said()
    {
        var balance = ProfileOf.Inspectorates(("red", "0.5"), ("blue", "0.25"), ("green", "0.25"))
            .Weigh(Red, AreaBalanceTests.Broad("blue", Standing.Fails), Make.Answer("green"));

        Assert.Equal([("red", "2/3"), ("blue", "1/3")], balance.Contributions.Select(part => (part.Code, part.Weight.Fraction)));
        Assert.Contains("The weight of The green inspectorate is left to the others in proportion.", balance.Sentences);
        Assert.Contains(
            "The green inspectorate has no verdict that is weighed here. Over all its possible standings the result could be anything from Low to Good.",
            balance.Sentences);
    }

    [Fact]
    public void What_it_could_change_is_the_range_over_all_its_possible_standings_limiters_included()
    {
        var profile = ProfileOf.Inspectorates(("red", "1"), ("blue", "1")) with
        {
            Limiters = [new ProfileLimiter(ProfileLimiter.Any, Standing.Fails, Scale.Worst)],
        };
        var absent = Assert.Single(profile.Weigh(Red, Make.Missing("blue")).Absent);

        Assert.Equal(Kind.Unreachable, absent.Kind);
        Assert.Equal("The blue inspectorate could not be reached, so that its verdict is not known.", absent.Explanation);
        var range = absent.CouldChange;
        Assert.Equal(("2", "7/2"), (range.LowestScore.Fraction, range.HighestScore.Fraction));
        Assert.Equal(("Low", "Best", "Worst", "Best"), (range.WorstResult, range.BestResult, range.WorstLimitedResult, range.BestLimitedResult));
        Assert.Equal("1", absent.DeclaredWeight.Fraction);
    }

    [Fact]
    public void All_absent_together_can_change_more_than_each()
    {
        var balance = ProfileOf.Equal.Weigh(Red, Make.Missing("blue"), Make.Answer("green"), Make.Missing("grey"));

        Assert.Equal(("3/2", "15/4"), (balance.AllAbsent.LowestScore.Fraction, balance.AllAbsent.HighestScore.Fraction));
        Assert.Equal(("Low", "Best"), (balance.AllAbsent.WorstResult, balance.AllAbsent.BestResult));
        Assert.Equal(
            "All of these together: over all their possible standings the result could be anything from Low to Best.", balance.Sentences[^1]);
        Assert.Contains(
            "The weight of The blue inspectorate, The green inspectorate and The grey inspectorate is left to the others in proportion.",
            balance.Sentences);
    }

    [Fact]
    public void One_alone_is_said_to_be_confirmed_by_nobody_and_no_share_of_weightings_is_told_in_words()
    {
        var balance = ProfileOf.Equal.Weigh(Red, Make.Missing("blue"), Make.Answer("green"), Make.Missing("grey"));

        Assert.Contains(
            "Only one of those with a weight is there to be weighed, The red inspectorate: weights decide nothing here, and nobody confirms it or contradicts it.",
            balance.Sentences);
        Assert.DoesNotContain(balance.Sentences, sentence => sentence.Contains("weightings", StringComparison.Ordinal));
    }

    [Fact]
    public void Shares_of_weightings_are_said_to_be_among_those_that_are_there()
    {
        var balance = ProfileOf.Equal.Weigh(Red, AreaBalanceTests.Broad("blue", Standing.Meets), Make.Missing("green"));

        Assert.Contains(
            "If nothing is known about the weights, the result is known all the same: all possible weightings give Good. What is absent plays no part in that.",
            balance.Sentences);
    }

    [Fact]
    public void Where_its_weight_is_small_it_changes_nothing()
    {
        var balance = ProfileOf.Inspectorates(("red", "10"), ("blue", "1")).Weigh(Red, Make.Missing("blue"));

        Assert.Contains(
            "The blue inspectorate could not be reached, so that its verdict is not known. Whatever its verdict, the result would be Good.",
            balance.Sentences);
    }

    [Fact]
    public void The_kinds_of_absence_are_kept_apart()
    {
        var judged = Make.Broad("blue", "1", Standing.NotJudged);
        var pilot = Make.Broad("blue", "1", change: verdict => verdict.Pilot = true);
        var inspection = Make.Joint("red", "1", ("red", Participation.Types.State.TookPart), ("blue", Participation.Types.State.NotParticipating));

        Assert.Equal((Kind.NoVerdict, "The blue inspectorate has no verdict that is weighed here."), Of(Make.Answer("blue")));
        Assert.Equal((Kind.NotJudged, "The blue inspectorate looked and gave no grade."), Of(Make.Answer("blue", judged)));
        Assert.Equal(
            (Kind.SetAside, "The blue inspectorate has only verdicts that are never weighed: of pilots, or resting on hearsay or on figures only."),
            Of(Make.Answer("blue", pilot)));
        Assert.Equal(
            (Kind.NotParticipating, "The blue inspectorate has no verdict that is weighed here, and did not take part in the joint framework of 9 to 13 December 2024."),
            Of(Make.Answer("blue"), Red with { Inspections = [inspection] }));
        Assert.Equal(Kind.Unreachable, Of(Make.Missing("blue")).Kind);
        Assert.Equal(
            (Kind.InvalidAnswer, "The blue inspectorate gave no usable answer, so that its verdict is not known."),
            Of(Make.Missing("blue", Source.Types.State.InvalidAnswer)));
        Assert.Equal((Kind.NotAsked, "blue has a weight and is not among the inspectorates asked here."), Of(null));
    }

    [Theory]
    [InlineData(Participation.Types.State.TookPart)]
    [InlineData(Participation.Types.State.Unknown)]
    public void Who_took_part_or_may_have_is_not_told_to_have_stayed_away(Participation.Types.State state)
    {
        var inspection = Make.Joint("red", "1", ("blue", state));

        Assert.Equal(Kind.NoVerdict, Of(Make.Answer("blue"), Red with { Inspections = [inspection] }).Kind);
    }

    [Fact]
    public void A_last_answer_is_weighed_and_what_may_have_changed_since_is_said()
    {
        var balance = ProfileOf.Inspectorates(("red", "1"), ("blue", "1"))
            .Weigh(Red, AreaBalanceTests.Broad("blue", Standing.Meets) with { State = Source.Types.State.Stale });

        Assert.Equal(["red", "blue"], balance.Contributions.Select(part => part.Code));
        var absent = Assert.Single(balance.Absent);
        Assert.Equal(Kind.PartlyUnknown, absent.Kind);
        Assert.Equal("The blue inspectorate is weighed by its last answer, and may have published since.", absent.Explanation);
        Assert.Equal(("2", "7/2"), (absent.CouldChange.LowestScore.Fraction, absent.CouldChange.HighestScore.Fraction));
        Assert.DoesNotContain(balance.Sentences, sentence => sentence.Contains("left to the others", StringComparison.Ordinal));
    }

    [Fact]
    public void A_stage_that_a_missing_source_judges_is_only_partly_known()
    {
        var balance = ProfileOf.Stages(("assessment-and-enquiry", "1"), ("planning-and-protection", "1"), ("in-care", "1"))
            .Weigh(Make.Answer("red", Make.Verdict("red", "one")), Make.Missing("blue"));

        Assert.Equal(
            [
                ("assessment-and-enquiry", Kind.PartlyUnknown,
                    "assessment-and-enquiry is weighed by what is known, and The blue inspectorate, which judges it or may, gave no proper answer."),
                ("planning-and-protection", Kind.Unreachable,
                    "planning-and-protection has no known verdict, and The blue inspectorate, which judges it or may, gave no proper answer."),
                ("in-care", Kind.NoVerdict, "in-care has no verdict that is weighed here."),
            ],
            balance.Absent.Select(absent => (absent.Code, absent.Kind, absent.Explanation)));
    }

    [Fact]
    public void Missing_sources_that_judge_a_stage_are_named_in_the_order_of_their_codes()
    {
        var balance = ProfileOf.Stages(("assessment-and-enquiry", "1")).Weigh(Make.Missing("red"), Make.Missing("blue"));

        Assert.Equal(
            "assessment-and-enquiry has no known verdict, and The blue inspectorate and The red inspectorate, which judge it or may, gave no proper answer.",
            Assert.Single(balance.Absent).Explanation);
    }

    [Fact]
    public void The_kinds_of_absence_of_a_stage_are_kept_apart()
    {
        Assert.Equal((Kind.NoVerdict, "in-care has no verdict that is weighed here."), Of("in-care", verdict => verdict.Pilot = true));
        Assert.Equal(
            (Kind.NotJudged, "assessment-and-enquiry was looked at and given no grade."),
            Of("assessment-and-enquiry", verdict => verdict.Standing = Standing.NotJudged));
        Assert.Equal(
            (Kind.SetAside, "assessment-and-enquiry has only verdicts that are never weighed: of pilots, or resting on hearsay or on figures only."),
            Of("assessment-and-enquiry", verdict => verdict.Pilot = true));

        static (Kind Kind, string Explanation) Of(string stage, Action<Verdict> change)
        {
            var absent = Assert.Single(
                ProfileOf.Stages((stage, "1")).Weigh(Make.Answer("red", Make.Verdict("red", "one", change: change))).Absent);
            return (absent.Kind, absent.Explanation);
        }
    }

    [Fact]
    public void Only_joint_inspections_that_name_an_inspectorate_tell_whether_it_took_part()
    {
        var stayedAway = Make.Joint("red", "1", ("blue", Participation.Types.State.NotParticipating));
        var alone = stayedAway.Clone();
        alone.Kind = Inspection.Types.Kind.Single;
        var ofOthers = Make.Joint("red", "2", ("green", Participation.Types.State.NotParticipating));
        (ofOthers.Key, ofOthers.Fieldwork) = ("joint/926/2025-01-06", new() { Start = "2025-01-06", End = "2025-01-10" });

        Assert.Equal(Kind.NoVerdict, Of(Make.Answer("blue"), Red with { Inspections = [alone] }).Kind);
        Assert.Equal(Kind.NoVerdict, Of(Make.Answer("blue"), Red with { Inspections = [ofOthers] }).Kind);
        Assert.Equal(Kind.NotParticipating, Of(Make.Answer("blue"), Red with { Inspections = [ofOthers, stayedAway] }).Kind);
    }

    [Fact]
    public void What_has_no_weight_is_not_absent_but_without_weight()
    {
        var balance = ProfileOf.Inspectorates(("red", "1"), ("blue", "0")).Weigh(Red, Make.Missing("blue"), Make.Answer("green"));

        Assert.Empty(balance.Absent);
        Assert.Equal(["blue", "green"], balance.WithoutWeight);
    }

    private static (Kind Kind, string Explanation) Of(SourceAnswer? blue, SourceAnswer? red = null)
    {
        var absent = Assert.Single(ProfileOf.Inspectorates(("red", "1"), ("blue", "1"))
            .Weigh([red ?? Red, .. blue is null ? Array.Empty<SourceAnswer>() : [blue]]).Absent);
        return (absent.Kind, absent.Explanation);
    }
}
