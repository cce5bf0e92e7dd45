using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Positions;

/// <summary>Writes what a party said down as a record of the contract, as it said it.</summary>
internal static class PositionRecords
{
    /// <param name="position">A revision of a position.</param>
    /// <param name="others">What the other parties said.</param>
    /// <param name="asOf">The day of the view.</param>
    public static DifferencePosition Write(Position position, IEnumerable<PartyPositions> others, DateOnly asOf) => new()
    {
        Name = position.Name,
        Inspectorate = position.Inspectorate,
        State = position.State,
        Choice = position.Choice,
        Reason = position.Reason,
        Role = position.Role,
        TargetDate = position.TargetDate,
        ToBeDecidedOn = position.ToBeDecidedOn,
        DaysToBeDecided = Days.Parse(position.ToBeDecidedOn) is { } declared ? Math.Max(0, asOf.DayNumber - declared.DayNumber) : -1,
        Revision = position.Revision,
        RecordedAt = position.RecordedAt,
        RevisionReason = position.RevisionReason,
        ShownAt = position.ShownAt,
        ShownBecause = position.ShownBecause,
        BlindUntil = position.Commitment?.BlindUntil ?? "",
        WrittenBlind = position.Revision == 1 && !others.Any(party => party.Revisions.Any(other => WasShownBefore(other, position))),
        CommitmentHash = position.Commitment is { } commitment ? Convert.ToHexStringLower(commitment.Hash.Span) : "",
        Salt = Convert.ToHexStringLower(position.Salt.Span),
    };

    private static bool WasShownBefore(Position other, Position position) =>
        other.ShownAt is { } shown && shown.ToDateTimeOffset() <= position.RecordedAt.ToDateTimeOffset();
}
