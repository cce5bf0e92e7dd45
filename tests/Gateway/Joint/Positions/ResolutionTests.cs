using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.V1.Grade.Types;
using State = Inspectorates.Joint.V1.DifferenceStep.Types.State;

namespace Inspectorates.Gateway.Tests.Joint.Positions;

public sealed class ResolutionTests
{
    [Fact]
    public void A_later_verdict_that_agrees_resolves_the_difference_on_the_day_it_was_published()
    {
        var difference = Of(Say.Published("blue", "3", Standing.Exceeds, "2025-05-01"));

        Assert.Equal((State.Resolved, "2025-05-01", 60), (difference.State, difference.ResolvedOn, difference.DaysOpen));
        Assert.Equal(["inspectorates/blue/verdicts/3"], difference.ResolvedBy.Select(verdict => verdict.Name));
        Assert.Equal([(State.Open, "2025-03-02"), (State.Resolved, "2025-05-01")], difference.History.Select(step => (step.State, step.Since)));
        Assert.Equal(
            "The two came to agree on 1 May 2025, after 60 days, through a later verdict that the blue inspectorate keeps. "
            + "The blue inspectorate has not answered. The red inspectorate has not answered.",
            difference.StateExplanation);
    }

    [Fact]
    public void The_last_of_several_later_verdicts_decides()
    {
        Assert.Equal(State.Open, Of(Say.Published("blue", "3", Standing.Meets, "2025-04-01"), Say.Published("blue", "4", Standing.Fails, "2025-05-01")).State);
        Assert.Equal("2025-05-01", Of(Say.Published("blue", "3", Standing.FallsShort, "2025-04-01"), Say.Published("blue", "4", Standing.Meets, "2025-05-01")).ResolvedOn);
    }

    [Fact]
    public void Both_may_have_come_to_a_third_view()
    {
        var difference = Of(Say.Published("blue", "3", Standing.Mixed, "2025-04-01"), Say.Published("red", "4", Standing.Mixed, "2025-05-01"));

        Assert.Equal((State.Resolved, "2025-05-01"), (difference.State, difference.ResolvedOn));
        Assert.Equal(["inspectorates/red/verdicts/4", "inspectorates/blue/verdicts/3"], difference.ResolvedBy.Select(verdict => verdict.Name));
        Assert.Contains("through a later verdict that the red inspectorate keeps and a later verdict that the blue inspectorate keeps", difference.StateExplanation, StringComparison.Ordinal);
    }

    public static TheoryData<string> NothingSettled => ["aspect", "process", "agency", "rule", "mapped", "pilot", "withdrawn", "authors", "not judged", "earlier", "same day"];

    [Theory]
    [MemberData(nameof(NothingSettled))]
    public void What_is_about_something_else_or_not_sure_settles_nothing(string what)
    {
        var later = Say.Published("blue", "3", what == "not judged" ? Standing.NotJudged : Standing.Meets, what switch { "earlier" => "2025-01-01", "same day" => "2025-03-02", _ => "2025-05-01" }, verdict =>
        {
            if (what == "aspect") verdict.Aspect = "quality";
            if (what == "process") verdict.Process = "icpc";
            if (what == "agency") verdict.Subject = Make.About(Make.Agency("icb", "E54000022"));
            if (what == "rule") verdict.Coding = Verdict.Types.Coding.ByRule;
            if (what == "mapped") verdict.MappedFrom = "older";
            if (what == "pilot") verdict.Pilot = true;
            if (what == "withdrawn") verdict.State = Verdict.Types.State.Withdrawn;
            if (what == "authors") verdict.Authors.Add("green");
        });

        Assert.Equal(State.Open, Of(later).State);
    }

    [Fact]
    public void That_one_author_changed_its_mind_is_no_agreement_of_two()
    {
        var found = Say.Find(Say.Answers([Say.Reds(), Say.Published("red", "9", Standing.Fails, "2025-04-01"), Say.Published("red", "10", Standing.Meets, "2025-05-01")], []));

        Assert.NotEmpty(found);
        Assert.All(found, difference => Assert.Equal(State.Open, difference.State));
    }

    [Fact]
    public void What_had_agreed_before_the_difference_was_open_does_not_make_it_older_than_it_is()
    {
        var difference = Say.Find(Say.Answers([Say.Reds(), Say.Published("red", "5", Standing.Fails, "2025-02-15"), Say.Blues()], []))
            .Single(one => one.Id == Say.Id);

        Assert.Equal((State.Resolved, "2025-03-02", 0), (difference.State, difference.ResolvedOn, difference.DaysOpen));
    }

    [Fact]
    public void A_day_of_agreement_that_is_not_known_is_not_made_up()
    {
        var difference = Of(Say.Published("blue", "3", Standing.Meets, "2025-05-01", verdict => verdict.PublishedOn = ""));

        Assert.Equal((State.Resolved, "", -1), (difference.State, difference.ResolvedOn, difference.DaysOpen));
        Assert.StartsWith("The two came to agree, on a day that is not known, through", difference.StateExplanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broad_judgement_is_followed_along_its_line_of_frameworks()
    {
        Verdict Broad(string keeper, string id, Standing standing, string day, string framework = "frame") =>
            Make.Broad(keeper, id, standing, day, change: verdict => (verdict.Framework, verdict.PublishedOn) = (framework, day));

        // Blue's older judgement does not speak once there is a newer one: the difference is between red's verdict and blue's judgement.
        var found = Say.Find(Say.Answers([Broad("red", "1", Standing.Meets, "2025-02-01"), Broad("blue", "2", Standing.Fails, "2025-03-02", "older"), Broad("blue", "3", Standing.Meets, "2025-05-01")], []));

        Assert.DoesNotContain(found, difference => difference.Verdicts.Any(verdict => verdict.Name.EndsWith("red/verdicts/1", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_version_that_agrees_resolves_what_earlier_versions_differed_in_under_the_same_id()
    {
        var now = Say.Blues(verdict => Revise(verdict, 2, Standing.Meets, "2025-04-20"));

        var difference = Assert.Single(Say.Find(Say.Answers([Say.Reds(), now], [], [Earlier(Say.Blues())])));

        Assert.Equal((Say.Id, State.Resolved, "2025-04-20", 49), (difference.Id, difference.State, difference.ResolvedOn, difference.DaysOpen));
        Assert.Equal([("inspectorates/red/verdicts/1", 1), ("inspectorates/blue/verdicts/2", 1)], difference.Verdicts.Select(verdict => (verdict.Name, verdict.Revision)));
        Assert.Equal([("inspectorates/blue/verdicts/2", 2)], difference.ResolvedBy.Select(verdict => (verdict.Name, verdict.Revision)));
        Assert.Contains("through a later version of the verdict that the blue inspectorate keeps", difference.StateExplanation, StringComparison.Ordinal);
        Assert.Equal(Difference.Types.Kind.Contradiction, difference.Kind);
    }

    [Fact]
    public void Without_earlier_versions_two_that_agree_are_no_difference() =>
        Assert.Empty(Say.Find(Say.Answers([Say.Reds(), Say.Blues(verdict => Revise(verdict, 2, Standing.Meets, "2025-04-20"))], [])));

    [Fact]
    public void Earlier_versions_that_agreed_as_well_are_none_either() =>
        Assert.Empty(Say.Find(Say.Answers(
            [Say.Reds(), Say.Blues(verdict => Revise(verdict, 2, Standing.Meets, "2025-04-20"))], [], [Earlier(Say.Blues(verdict => Stand(verdict, Standing.Exceeds)))])));

    [Fact]
    public void The_versions_are_gone_through_in_the_order_in_which_they_became_public()
    {
        // Blue fails, then red falls short too: they agree. Blue then meets, and differs; then red meets as well.
        var reds = new[] { Say.Reds(), Say.Reds(verdict => Revise(verdict, 2, Standing.FallsShort, "2025-03-10")), Say.Reds(verdict => Revise(verdict, 3, Standing.Meets, "2025-05-10")) };
        var blues = new[] { Say.Blues(), Say.Blues(verdict => Revise(verdict, 2, Standing.Meets, "2025-04-10")) };

        var difference = Assert.Single(Say.Find(Say.Answers([reds[2], blues[1]], [], [Earlier(reds[0]), Earlier(reds[1]), Earlier(blues[0])])));

        Assert.Equal([2, 2], difference.Verdicts.Select(verdict => verdict.Revision));
        Assert.Equal(("2025-05-10", "inspectorates/red/verdicts/1"), (difference.ResolvedOn, Assert.Single(difference.ResolvedBy).Name));
    }

    [Fact]
    public void A_correction_counts_from_the_day_of_its_edition()
    {
        var now = Say.Blues(verdict =>
        {
            Revise(verdict, 2, Standing.Meets, "2025-04-20");
            verdict.PublishedOn = "2025-03-02";
            verdict.Source = new Provenance { EditionDay = "2025-04-01" };
        });

        Assert.Equal("2025-04-01", Assert.Single(Say.Find(Say.Answers([Say.Reds(), now], [], [Earlier(Say.Blues())]))).ResolvedOn);
    }

    [Fact]
    public void What_differs_still_is_open_whatever_earlier_versions_said()
    {
        var now = Say.Blues(verdict => Revise(verdict, 2, Standing.FallsShort, "2025-04-20"));

        var difference = Assert.Single(Say.Find(Say.Answers([Say.Reds(), now], [], [Earlier(Say.Blues())])));

        Assert.Equal((State.Open, 2), (difference.State, difference.Verdicts[1].Revision));
    }

    private static Difference Of(params Verdict[] later) =>
        Say.Find(Say.Answers([Say.Reds(), Say.Blues(), .. later], [])).Single(difference => difference.Id == Say.Id);

    private static void Revise(Verdict verdict, int revision, Standing standing, string day)
    {
        (verdict.Revision, verdict.PublishedOn, verdict.RecordedAt) = (revision, day, Say.At($"{day}T12:00:00Z"));
        Stand(verdict, standing);
    }

    private static void Stand(Verdict verdict, Standing standing) => (verdict.Standing, verdict.Grade.Standing) = (standing, standing);

    private static Verdict Earlier(Verdict verdict)
    {
        verdict.State = Verdict.Types.State.Superseded;
        return verdict;
    }
}
