using Inspectorates.Gateway.Joint;
using Inspectorates.Gateway.Tests.Joint.Positions;
using Inspectorates.V1;
using static Inspectorates.V1.Position.Types;

namespace Inspectorates.Gateway.Tests.Joint;

/// <summary>Which positions cannot be used, and how that is told.</summary>
public sealed class PositionAnswerFaultsTests
{
    private const string Name = "inspectorates/red/positions/p";

    public static TheoryData<Action<Position>, string> Faulty => new()
    {
        { position => position.Name = "inspectorates/blue/positions/p", "A position has the name \"inspectorates/blue/positions/p\", which is none of this inspectorate's." },
        { position => position.Name = "inspectorates/red/positions/", "A position has the name \"inspectorates/red/positions/\", which is none of this inspectorate's." },
        { position => position.Inspectorate = "blue", $"{Name} says that \"blue\" keeps it." },
        { position => position.Difference = "", $"{Name} is on no difference." },
        { position => position.Area = "927", $"{Name} is not about the area asked for (926)." },
        { position => position.RecordedAt = null, $"{Name} does not say when it was recorded." },
        { position => position.State = (State)42, $"{Name} is in a state that is not known here." },
        { position => position.State = State.Unspecified, $"{Name} is in a state that is not known here." },
        { position => position.State = State.Blind, $"{Name} says both that it is blind and that it is shown, or neither." },
        { position => position.ShownAt = null, $"{Name} says both that it is blind and that it is shown, or neither." },
        { position => position.Choice = (Choice)42, $"{Name} says something that is not known here." },
        { position => position.ShownBecause = (ShownBecause)42, $"{Name} says something that is not known here." },
        { position => position.Choice = Choice.Unspecified, $"{Name} is shown and says nothing." },
        { position => (position.Choice, position.State) = (Choice.Unspecified, State.Superseded), $"{Name} is shown and says nothing." },
    };

    private static Position Shown => Say.That("red", "difference", Choice.Explains, "2025-03-05T12:00:00Z", "2025-03-06T12:00:00Z");

    private static Position Blind => Say.That("red", "difference", Choice.Explains, "2025-03-05T12:00:00Z");

    [Theory]
    [MemberData(nameof(Faulty), DisableDiscoveryEnumeration = true)]
    public void A_position_that_cannot_be_used_is_told_by_its_one_fault(Action<Position> change, string fault)
    {
        var position = Shown;
        change(position);

        // A name of another has other words for what else is said of it: nothing else is wrong with it.
        Assert.Equal([fault], PositionAnswerFaults.Of(position, "red", Make.AreaCode));
    }

    [Fact]
    public void What_is_shown_superseded_or_blind_as_it_should_be_has_no_fault_of_whatever_area_where_none_was_asked_for()
    {
        var superseded = Shown;
        superseded.State = State.Superseded;
        var elsewhere = Blind;
        elsewhere.Area = "927";

        Assert.Empty(PositionAnswerFaults.Of(Shown, "red", Make.AreaCode));
        Assert.Empty(PositionAnswerFaults.Of(Blind, "red", Make.AreaCode));
        Assert.Empty(PositionAnswerFaults.Of(superseded, "red", Make.AreaCode));
        Assert.Empty(PositionAnswerFaults.Of(elsewhere, "red", null));
    }

    [Fact]
    public void A_version_that_comes_twice_is_told_of_positions_and_of_earlier_verdicts()
    {
        var earlier = Make.Verdict("red", "1");
        var answer = Make.Answer("red") with { Positions = [Shown, Shown], Earlier = [earlier, earlier.Clone()] };

        Assert.Equal(
            ["inspectorates/red/verdicts/1 in version 1 comes more than once.", $"{Name} in version 1 comes more than once."],
            AnswerCheck.Faults(answer, Make.AreaCode));
    }
}
