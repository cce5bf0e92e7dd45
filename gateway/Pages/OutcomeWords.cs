using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Pages;

/// <summary>What became of a difference, in words for readers.</summary>
internal static class OutcomeWords
{
    public static string State(DifferenceStep.Types.State state) => state switch
    {
        DifferenceStep.Types.State.Open => "Open: nobody has answered",
        DifferenceStep.Types.State.AnsweredBySome => "Answered in part",
        DifferenceStep.Types.State.Explained => "Answered: everybody’s answer is shown, and both verdicts stand",
        DifferenceStep.Types.State.AcceptedDifference => "Accepted: everybody accepts that the two differ",
        DifferenceStep.Types.State.Resolved => "Resolved: the two agree now",
        _ => "Cannot be told: an answer could not be read",
    };

    public static string Says(DifferencePosition position) => position.Choice switch
    {
        Position.Types.Choice.StandsBy => "Stands by its verdict",
        Position.Types.Choice.Explains => "Explains the difference",
        Position.Types.Choice.AcceptsDifference => "Accepts the difference",
        Position.Types.Choice.WillRevisit when position.TargetDate.Length > 0 => $"Will look again by {PageWords.Day(position.TargetDate)}",
        Position.Types.Choice.WillRevisit =>
            $"Will look again; the day is to be decided, as said on {PageWords.Day(position.ToBeDecidedOn)}, {PageWords.Days(position.DaysToBeDecided)} ago",
        _ => "Answered; not shown yet",
    };

    public static string Shown(DifferencePosition position) => position.ShownBecause switch
    {
        Position.Types.ShownBecause.AllCommitted => "once everybody had answered",
        Position.Types.ShownBecause.TimePassed => "when the time for the others to answer had passed",
        Position.Types.ShownBecause.OneParty => "at once: both verdicts are its own",
        _ => position.BlindUntil.Length > 0
            ? $"once everybody has answered, or after {PageWords.Day(position.BlindUntil)}"
            : "once everybody has answered",
    };
}
