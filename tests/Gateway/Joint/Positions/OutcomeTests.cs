using Inspectorates.Gateway.Joint;
using Inspectorates.V1;
using static Inspectorates.Joint.V1.DifferenceParty.Types;
using static Inspectorates.V1.Position.Types;
using State = Inspectorates.Joint.V1.DifferenceStep.Types.State;

namespace Inspectorates.Gateway.Tests.Joint.Positions;

public sealed class OutcomeTests
{
    [Fact]
    public void A_difference_nobody_has_answered_is_open_from_the_later_publication_on()
    {
        var open = Say.Of();

        Assert.Equal((State.Open, "2025-03-02", 91, ""), (open.State, open.OpenedOn, open.DaysOpen, open.ResolvedOn));
        Assert.Equal(
            "It has been open for 91 days. The blue inspectorate has not answered. The red inspectorate has not answered.", open.StateExplanation);
        Assert.Equal([("blue", Stage.NotAnswered), ("red", Stage.NotAnswered)], open.Parties.Select(party => (party.Inspectorate, party.Stage)));
        Assert.Equal([(State.Open, "2025-03-02")], open.History.Select(step => (step.State, step.Since)));
        Assert.Empty(open.Positions);
        Assert.Empty(open.ResolvedBy);
    }

    [Fact]
    public void An_answer_that_is_not_shown_is_told_of_without_what_it_says()
    {
        var answered = Say.Of(Say.That("red", Say.Id, Choice.StandsBy, "2025-03-27T23:30:00Z"));

        Assert.Equal(State.AnsweredBySome, answered.State);
        var position = Assert.Single(answered.Positions);
        Assert.Equal((Position.Types.State.Blind, Choice.Unspecified, "", "2025-04-10", "ab00", ""),
            (position.State, position.Choice, position.Reason, position.BlindUntil, position.CommitmentHash, position.Salt));
        Assert.Equal(
            "It has been open for 91 days. The blue inspectorate has not answered. "
            + "The red inspectorate answered on 27 March 2025; what it says is shown once every party has answered, or after 10 April 2025.",
            answered.StateExplanation);
        Assert.Equal([(State.Open, "2025-03-02"), (State.AnsweredBySome, "2025-03-27")], answered.History.Select(step => (step.State, step.Since)));
        Assert.Equal(Say.At("2025-03-27T23:30:00Z"), answered.Parties[1].AnsweredAt);
        Assert.Null(answered.Parties[0].AnsweredAt);
    }

    [Fact]
    public void Where_no_last_day_is_known_none_is_said()
    {
        var answered = Say.Of(Say.That("red", Say.Id, Choice.StandsBy, "2025-03-27T10:00:00Z", change: position => position.Commitment.BlindUntil = ""));

        Assert.EndsWith("what it says is shown once every party has answered.", answered.StateExplanation, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_is_shown_alone_is_not_everybody()
    {
        var alone = Say.Of(Say.That("red", Say.Id, Choice.AcceptsDifference, "2025-03-27T10:00:00Z", "2025-04-11T00:00:00Z"));

        Assert.Equal((State.AnsweredBySome, Stage.Answered), (alone.State, alone.Parties[1].Stage));
        Assert.Equal("The red inspectorate accepts the difference (since 27 March 2025).", alone.Parties[1].Explanation);
    }

    [Theory]
    [InlineData(Choice.StandsBy, Choice.Explains, State.Explained)]
    [InlineData(Choice.AcceptsDifference, Choice.StandsBy, State.Explained)]
    [InlineData(Choice.AcceptsDifference, Choice.AcceptsDifference, State.AcceptedDifference)]
    public void When_all_are_shown_they_are_explained_or_everybody_accepts(Choice reds, Choice blues, State state)
    {
        var shown = Say.Of(
            Say.That("red", Say.Id, reds, "2025-03-27T10:00:00Z", "2025-04-01T10:00:00Z"),
            Say.That("blue", Say.Id, blues, "2025-04-01T09:00:00Z", "2025-04-02T10:00:00Z"));

        Assert.Equal((state, 91), (shown.State, shown.DaysOpen));
        Assert.Equal(
            [(State.Open, "2025-03-02"), (State.AnsweredBySome, "2025-03-27"), (state, "2025-04-02")],
            shown.History.Select(step => (step.State, step.Since)));
        Assert.Equal(["red", "blue"], shown.Positions.Select(position => position.Inspectorate));
        Assert.All(shown.Positions, position => Assert.Equal("01ff", position.Salt));
        Assert.All(shown.Positions, position => Assert.True(position.WrittenBlind));
    }

    [Fact]
    public void Whoever_could_read_the_other_before_is_said_not_to_have_written_blind()
    {
        var shown = Say.Of(
            Say.That("red", Say.Id, Choice.StandsBy, "2025-03-27T10:00:00Z", "2025-04-11T00:00:00Z"),
            Say.That("blue", Say.Id, Choice.StandsBy, "2025-04-11T00:00:00Z", "2025-04-12T00:00:00Z"));

        Assert.Equal([("red", true), ("blue", false)], shown.Positions.Select(position => (position.Inspectorate, position.WrittenBlind)));
    }

    [Fact]
    public void What_was_said_before_stays_beside_what_is_said_now()
    {
        var shown = Say.Of(
            Say.That("red", Say.Id, Choice.StandsBy, "2025-03-27T10:00:00Z", "2025-04-01T10:00:00Z", position => position.State = Position.Types.State.Superseded),
            Say.That("red", Say.Id, Choice.AcceptsDifference, "2025-05-05T10:00:00Z", "2025-04-01T10:00:00Z", position =>
                (position.Revision, position.RevisionReason) = (2, "after the visit")),
            Say.That("blue", Say.Id, Choice.AcceptsDifference, "2025-04-01T09:00:00Z", "2025-04-01T10:00:00Z"));

        Assert.Equal(State.AcceptedDifference, shown.State);
        Assert.Equal(
            [State.Open, State.AnsweredBySome, State.Explained, State.AcceptedDifference], shown.History.Select(step => step.State));
        Assert.Equal("2025-05-05", shown.History[^1].Since);
        Assert.Equal([("red", 1), ("blue", 1), ("red", 2)], shown.Positions.Select(position => (position.Inspectorate, position.Revision)));
        Assert.Equal(("after the visit", false), (shown.Positions[2].RevisionReason, shown.Positions[2].WrittenBlind));
        Assert.Equal(
            "The red inspectorate accepts the difference (since 5 May 2025; first answered on 27 March 2025).", shown.Parties[1].Explanation);
    }

    [Fact]
    public void A_promise_to_look_again_has_its_day_or_counts_the_days_for_which_there_is_none()
    {
        var shown = Say.Of(
            Say.That("red", Say.Id, Choice.WillRevisit, "2025-03-27T10:00:00Z", "2025-04-01T10:00:00Z", position =>
                (position.TargetToBeDecided, position.ToBeDecidedOn) = (true, "2025-03-27")),
            Say.That("blue", Say.Id, Choice.WillRevisit, "2025-04-01T09:00:00Z", "2025-04-01T10:00:00Z", position => position.TargetDate = "2025-09-01"));

        Assert.Equal(State.Explained, shown.State);
        Assert.Equal([66, -1], shown.Positions.Select(position => position.DaysToBeDecided));
        Assert.Equal(
            ["The blue inspectorate will look again by 1 September 2025 (since 1 April 2025).",
                "The red inspectorate will look again, by a day that has been to be decided for 66 days (since 27 March 2025)."],
            shown.Parties.Select(party => party.Explanation));
    }

    [Theory]
    [InlineData(PositionsReading.NotKnown, State.Undetermined, Stage.NotKnown,
        "Whether the blue inspectorate has answered cannot be told: its answers could not be read.")]
    [InlineData(PositionsReading.NotKept, State.Open, Stage.NotKept,
        "The service of the blue inspectorate keeps no answers to differences, so that it has given none there.")]
    public void An_answer_that_cannot_be_read_is_never_taken_for_none(PositionsReading reading, State state, Stage stage, string explanation)
    {
        var answers = Say.Answers([Say.Reds(), Say.Blues()], []);
        answers[1] = answers[1] with { Reading = reading };

        var difference = Assert.Single(Say.Find(answers));

        Assert.Equal((state, stage, explanation), (difference.State, difference.Parties[0].Stage, difference.Parties[0].Explanation));
        Assert.Equal(state, Assert.Single(difference.History).State);
    }

    [Fact]
    public void Where_one_has_answered_and_the_other_cannot_be_read_it_is_undetermined()
    {
        var answers = Say.Answers(
            [Say.Reds(), Say.Blues()], [Say.That("red", Say.Id, Choice.StandsBy, "2025-03-27T10:00:00Z", "2025-04-11T00:00:00Z")]);
        answers[1] = answers[1] with { Reading = PositionsReading.NotKnown };

        Assert.Equal(State.Undetermined, Assert.Single(Say.Find(answers)).State);
    }

    [Fact]
    public void What_is_said_about_another_difference_or_by_nobody_party_to_it_counts_for_nothing()
    {
        var answers = Say.Answers(
            [Say.Reds(), Say.Blues(), Say.Published("green", "3", Grade.Types.Standing.Meets, "2025-02-01", verdict => verdict.Process = "icpc")],
            [Say.That("red", "another", Choice.StandsBy, "2025-03-27T10:00:00Z"), Say.That("green", Say.Id, Choice.StandsBy, "2025-03-27T10:00:00Z")]);

        var difference = Assert.Single(Say.Find(answers));

        Assert.Equal(State.Open, difference.State);
        Assert.Empty(difference.Positions);
    }

    [Fact]
    public void Where_a_publication_is_not_known_neither_are_the_days()
    {
        var difference = Assert.Single(Say.Find(Say.Answers([Say.Reds(verdict => verdict.PublishedOn = ""), Say.Blues()], [])));

        Assert.Equal(("", -1), (difference.OpenedOn, difference.DaysOpen));
        Assert.StartsWith("For how long it has been open is not known.", difference.StateExplanation, StringComparison.Ordinal);
        Assert.Equal("", difference.History[0].Since);
    }

    [Fact]
    public void Where_one_inspectorate_keeps_both_verdicts_it_is_the_only_party()
    {
        var difference = Assert.Single(Say.Find(Say.Answers([Say.Reds(), Say.Published("red", "9", Grade.Types.Standing.Fails, "2025-03-02")], [])));

        Assert.Equal(["red"], difference.Parties.Select(party => party.Inspectorate));
    }

    [Fact]
    public void The_view_of_the_area_says_the_same()
    {
        var answers = Say.Answers([Say.Reds(), Say.Blues()], [Say.That("red", Say.Id, Choice.StandsBy, "2025-03-27T10:00:00Z")]);

        Assert.Equal(Say.Find(answers), Make.View(answers).Differences);
    }
}
