using static Inspectorates.Joint.V1.DifferenceParty.Types;
using static Inspectorates.Joint.V1.DifferenceStep.Types;

namespace Inspectorates.Gateway.Joint.Positions;

/// <summary>
/// What has become of a difference whose standings do not agree, by what its parties said. Nobody who could not be read is taken
/// for somebody who has not answered. See docs/decisions/0132-what-became-of-a-difference.md.
/// </summary>
internal static class OutcomeState
{
    /// <param name="parties">At least one. Their order does not matter.</param>
    public static State Of(IReadOnlyCollection<PartyPositions> parties)
    {
        if (parties.Any(party => party.Stage is Stage.NotKnown)) return State.Undetermined;
        if (parties.All(party => party.IsShown))
            return parties.All(party => party.Latest!.Choice is V1.Position.Types.Choice.AcceptsDifference)
                ? State.AcceptedDifference
                : State.Explained;
        return parties.Any(party => party.HasAnswered) ? State.AnsweredBySome : State.Open;
    }
}
