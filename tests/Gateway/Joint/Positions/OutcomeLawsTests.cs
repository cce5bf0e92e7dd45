using System.Globalization;
using Inspectorates.Gateway.Joint;
using Inspectorates.V1;
using static Inspectorates.Joint.V1.DifferenceParty.Types;
using static Inspectorates.V1.Position.Types;
using State = Inspectorates.Joint.V1.DifferenceStep.Types.State;

namespace Inspectorates.Gateway.Tests.Joint.Positions;

/// <summary>Laws of what became of a difference, over drawn answers of its two parties.</summary>
public sealed class OutcomeLawsTests
{
    [Fact]
    public void The_order_of_the_sources_does_not_matter() => Always(seed =>
    {
        var answers = Drawn(seed);

        Assert.Equal(Say.Find(answers), Say.Find([.. answers.Reverse()]));
    });

    [Fact]
    public void The_state_is_the_last_of_the_history_which_goes_forward_and_never_repeats_itself() => Always(seed =>
    {
        var difference = Assert.Single(Say.Find(Drawn(seed)));

        Assert.Equal(difference.State, difference.History[^1].State);
        Assert.All(difference.History.Zip(difference.History.Skip(1)), pair => Assert.NotEqual(pair.First.State, pair.Second.State));
        Assert.Equal(difference.History.Select(step => step.Since).Order(StringComparer.Ordinal), difference.History.Select(step => step.Since));
    });

    [Fact]
    public void A_party_that_could_not_be_read_never_reads_as_one_that_has_not_answered() => Always(seed =>
    {
        var answers = Drawn(seed);
        var difference = Assert.Single(Say.Find([.. answers.Select(answer => answer with { Positions = [], Reading = PositionsReading.NotKnown })]));

        Assert.Equal(State.Undetermined, difference.State);
        Assert.All(difference.Parties, party => Assert.Equal(Stage.NotKnown, party.Stage));
    });

    [Fact]
    public void What_is_blind_says_nothing_and_what_is_said_is_as_it_was_said() => Always(seed =>
    {
        var answers = Drawn(seed);
        var difference = Assert.Single(Say.Find(answers));
        var said = answers.SelectMany(answer => answer.Positions).ToList();

        Assert.Equal(said.Count, difference.Positions.Count);
        Assert.All(difference.Positions, position =>
        {
            var source = said.Single(one => one.Inspectorate == position.Inspectorate && one.Revision == position.Revision);
            Assert.Equal((source.Choice, source.Reason, source.State), (position.Choice, position.Reason, position.State));
            if (position.State is Position.Types.State.Blind)
                Assert.Equal((Choice.Unspecified, "", ""), (position.Choice, position.Reason, position.Salt));
        });
    });

    [Fact]
    public void It_is_explained_or_accepted_only_where_every_answer_is_shown() => Always(seed =>
    {
        var difference = Assert.Single(Say.Find(Drawn(seed)));

        var all = difference.Parties.All(party => party.Stage is Stage.Answered);
        Assert.Equal(all, difference.State is State.Explained or State.AcceptedDifference);
        Assert.Equal(difference.Parties.All(party => party.Stage is Stage.NotAnswered), difference.State is State.Open);
    });

    // Ten thousand draws; INSPECTORATES_SEED begins with another, and a draw that breaks a law names its own.
    private static void Always(Action<int> law)
    {
        var first = int.TryParse(Environment.GetEnvironmentVariable("INSPECTORATES_SEED"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var given) ? given : 1;
        for (var seed = first; seed < first + Cases.Each; seed++)
        {
            try
            {
                law(seed);
            }
            catch (Exception broken)
            {
                throw new InvalidOperationException($"Seed {seed}: {broken.Message}", broken);
            }
        }
    }

    // Two verdicts that differ, and of each party nothing, a blind answer, a shown one, or a revised one.
    private static SourceAnswer[] Drawn(int seed)
    {
        var random = new Random(seed);
        var positions = new List<Position>();
        foreach (var code in new[] { "red", "blue" })
        {
            var (kind, recorded) = (random.Next(4), $"2025-03-{random.Next(10, 28)}T10:00:00Z");
            var shown = $"2025-04-{random.Next(10, 28)}T10:00:00Z";
            if (kind == 1)
                positions.Add(Say.That(code, Say.Id, default, recorded));
            if (kind >= 2)
                positions.Add(Say.That(code, Say.Id, (Choice)random.Next(1, 5), recorded, shown, position =>
                    position.State = kind == 3 ? Position.Types.State.Superseded : Position.Types.State.Shown));
            if (kind == 3)
                positions.Add(Say.That(code, Say.Id, (Choice)random.Next(1, 5), $"2025-05-{random.Next(10, 28)}T10:00:00Z", shown, position => position.Revision = 2));
        }

        return Say.Answers([Say.Reds(), Say.Blues()], positions);
    }
}
