using Inspectorates.Gateway.Joint;
using Inspectorates.V1;
using static Inspectorates.V1.Position.Types;
using State = Inspectorates.Joint.V1.DifferenceStep.Types.State;

namespace Inspectorates.Gateway.Tests.Joint.Positions;

/// <summary>What became of a difference, to the letter.</summary>
public sealed class OutcomeWordsTests
{
    private static Position Red(Choice choice, string recorded = "2025-03-05T12:00:00Z", string? shown = "2025-03-06T12:00:00Z", Action<Position>? change = null) =>
        Say.That("red", Say.Id, choice, recorded, shown, change);

    private static Position Blue(Choice choice, string recorded = "2025-03-06T12:00:00Z", string? shown = "2025-03-06T12:00:00Z", Action<Position>? change = null) =>
        Say.That("blue", Say.Id, choice, recorded, shown, change);

    public static TheoryData<Choice, string> Choices => new()
    {
        { Choice.StandsBy, "The red inspectorate stands by its verdict (since 5 March 2025)." },
        { Choice.Explains, "The red inspectorate explains the difference (since 5 March 2025)." },
        { Choice.AcceptsDifference, "The red inspectorate accepts the difference (since 5 March 2025)." },
        { (Choice)42, "The red inspectorate answered in a way that is not known here (since 5 March 2025)." },
    };

    [Theory]
    [MemberData(nameof(Choices))]
    public void What_a_party_says_is_one_sentence(Choice choice, string sentence) =>
        Assert.Equal(sentence, Say.Of(Red(choice)).Parties.Single(party => party.Inspectorate == "red").Explanation);

    [Theory]
    [InlineData("2025-09-30", "", "will look again by 30 September 2025")]
    [InlineData("", "2025-05-31", "will look again, by a day that has been to be decided for 1 day")]
    [InlineData("", "2025-07-01", "will look again, by a day that has been to be decided for 0 days")]
    [InlineData("", "", "will look again, by a day that has been to be decided for a time not known")]
    public void Whoever_will_look_again_says_by_when_or_since_when_that_is_to_be_decided(string target, string declared, string words) =>
        Assert.Equal(
            $"The red inspectorate {words} (since 5 March 2025).",
            Say.Of(Red(Choice.WillRevisit, change: position => (position.TargetDate, position.ToBeDecidedOn) = (target, declared)))
                .Parties.Single(party => party.Inspectorate == "red").Explanation);

    [Fact]
    public void The_history_says_why_each_state_came()
    {
        var difference = Say.Of(
            Red(Choice.StandsBy), Blue(Choice.AcceptsDifference),
            Red(Choice.AcceptsDifference, "2025-04-01T12:00:00Z", "2025-04-01T12:00:00Z", position => position.Revision = 2));

        Assert.Equal(
            [
                (State.Open, "2025-03-02", "Both verdicts were public."),
                (State.AnsweredBySome, "2025-03-05", "A party has answered, and not every answer is shown."),
                (State.Explained, "2025-03-06", "Every party's answer is shown."),
                (State.AcceptedDifference, "2025-04-01", "Every party accepts the difference."),
            ],
            difference.History.Select(step => (step.State, step.Since, step.Explanation)));
    }

    [Fact]
    public void Whose_answer_could_not_be_read_makes_it_undetermined_and_that_is_said()
    {
        var answers = Say.Answers([Say.Reds(), Say.Blues()], [Red(Choice.StandsBy)]);
        var difference = Assert.Single(Say.Find([.. answers.Select(answer => answer.Inspectorate == "blue" ? answer with { Reading = PositionsReading.NotKnown } : answer)]));

        Assert.Equal(State.Undetermined, difference.State);
        Assert.Contains("Whether the blue inspectorate has answered cannot be told: its answers could not be read.", difference.StateExplanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-05-01T12:00:00Z", 3)]
    [InlineData("2025-05-02T12:00:00Z", 2)]
    public void What_was_said_after_they_came_to_agree_changes_nothing_any_more(string recorded, int steps)
    {
        var agreed = Say.Published("blue", "3", Grade.Types.Standing.Exceeds, "2025-05-01");
        var difference = Say.Find(Say.Answers([Say.Reds(), Say.Blues(), agreed], [Red(Choice.StandsBy, recorded, recorded)]))
            .Single(one => one.Id == Say.Id);

        Assert.Equal(State.Resolved, difference.State);
        Assert.Equal(steps, difference.History.Count);
        Assert.Equal("The standings came to agree, through a later verdict that the blue inspectorate keeps.", difference.History[^1].Explanation);
    }

    [Fact]
    public void A_difference_of_today_has_been_open_for_0_days_and_that_is_known()
    {
        var blue = Say.Published("blue", "2", Grade.Types.Standing.Fails, "2025-06-01");
        var today = Assert.Single(Say.Find(Say.Answers([Say.Reds(), blue], [])));
        var agreed = Say.Find(Say.Answers(
            [Say.Reds(), Say.Published("red", "5", Grade.Types.Standing.Fails, "2025-02-15"), Say.Blues()], [])).Single(one => one.Id == Say.Id);

        Assert.StartsWith("It has been open for 0 days. ", today.StateExplanation, StringComparison.Ordinal);
        Assert.StartsWith("The two came to agree on 2 March 2025, after 0 days, through", agreed.StateExplanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_a_day_is_not_known_neither_is_for_how_long() => Assert.StartsWith(
        "For how long it has been open is not known. ",
        Assert.Single(Say.Find(Say.Answers([Say.Reds(verdict => verdict.PublishedOn = ""), Say.Blues()], []))).StateExplanation,
        StringComparison.Ordinal);

    [Fact]
    public void It_is_open_from_the_later_of_the_two_whichever_that_is() => Assert.Equal(
        "2025-04-01",
        Assert.Single(Say.Find(Say.Answers([Say.Reds(verdict => verdict.PublishedOn = "2025-04-01"), Say.Blues()], []))).OpenedOn);

    [Fact]
    public void Positions_come_by_the_instant_then_by_name_then_by_revision()
    {
        const string At = "2025-03-06T12:00:00Z";
        var difference = Say.Of(
            Red(Choice.StandsBy, At, At, position => position.Revision = 2), Red(Choice.StandsBy, At, At),
            Blue(Choice.Explains, At, At), Blue(Choice.Explains, "2025-03-07T12:00:00Z", "2025-03-07T12:00:00Z", position => position.Revision = 2));

        Assert.Equal([("blue", 1), ("red", 1), ("red", 2), ("blue", 2)], difference.Positions.Select(position => (position.Inspectorate, position.Revision)));
    }

    [Theory]
    [InlineData("2025-03-05T11:59:59Z", false)]
    [InlineData("2025-03-05T12:00:00Z", false)]
    [InlineData("2025-03-05T12:00:01Z", true)]
    public void It_was_written_blind_where_nothing_of_the_other_was_shown_by_then(string othersShown, bool blind)
    {
        var blues = new[]
        {
            Blue(Choice.Explains, "2025-03-04T12:00:00Z", othersShown),
            // A second revision came later still: one that was shown before is enough.
            Blue(Choice.Explains, "2025-05-04T12:00:00Z", "2025-05-04T12:00:00Z", position => position.Revision = 2),
        };
        var difference = Say.Of([Red(Choice.StandsBy), .. blues]);

        Assert.Equal(blind, difference.Positions.Single(position => position.Inspectorate == "red").WrittenBlind);
    }

    [Fact]
    public void Without_a_commitment_nothing_is_told_of_one()
    {
        var position = Assert.Single(Say.Of(Red(Choice.StandsBy, change: one => one.Commitment = null)).Positions);

        Assert.Equal(("", "", "01ff"), (position.BlindUntil, position.CommitmentHash, position.Salt));
    }

    [Fact]
    public void Days_begin_and_end_in_London() => Assert.Contains(
        "(since 6 June 2025)",
        Say.Of(Red(Choice.StandsBy, "2025-06-05T23:30:00Z", "2025-06-05T23:30:00Z")).StateExplanation, StringComparison.Ordinal);
}
