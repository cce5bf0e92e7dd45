using Inspectorates.V1;
using static Inspectorates.Joint.V1.DifferenceParty.Types;

namespace Inspectorates.Gateway.Joint.Positions;

/// <summary>What one party said about one difference, as far as it is known.</summary>
/// <param name="Inspectorate">Its code.</param>
/// <param name="Reading">Whether its positions could be read.</param>
/// <param name="Revisions">What it said, the oldest revision first; one that is blind says nothing. Empty: nothing, or not known.</param>
internal sealed record PartyPositions(string Inspectorate, PositionsReading Reading, IReadOnlyList<Position> Revisions)
{
    /// <summary>What it says now; null: nothing that is known.</summary>
    public Position? Latest => Revisions.Count > 0 ? Revisions[^1] : null;

    /// <summary>Whether it has recorded anything, shown or not.</summary>
    public bool HasAnswered => Revisions.Count > 0;

    /// <summary>Whether what it says is shown.</summary>
    public bool IsShown => Latest is { State: not Position.Types.State.Blind };

    public Stage Stage => (HasAnswered, IsShown, Reading) switch
    {
        (true, true, _) => Stage.Answered,
        (true, false, _) => Stage.AnsweredNotShown,
        (_, _, PositionsReading.NotKnown) => Stage.NotKnown,
        (_, _, PositionsReading.NotKept) => Stage.NotKept,
        _ => Stage.NotAnswered,
    };

    /// <summary>The same as it was known at an instant.</summary>
    public PartyPositions At(DateTimeOffset instant) => this with
    {
        Revisions =
        [
            .. Revisions.Where(revision => revision.RecordedAt.ToDateTimeOffset() <= instant)
                .Select(revision => IsBlindAt(revision, instant) ? new Position(revision) { State = Position.Types.State.Blind } : revision),
        ],
    };

    private static bool IsBlindAt(Position revision, DateTimeOffset instant) =>
        revision.ShownAt is null || revision.ShownAt.ToDateTimeOffset() > instant;
}
