using Inspectorates.V1;
using static Inspectorates.Joint.V1.DifferenceParty.Types;

namespace Inspectorates.Gateway.Joint.Positions;

/// <summary>What a party said, or that it has not, in one plain sentence.</summary>
internal static class PartyWords
{
    /// <param name="party">The party.</param>
    /// <param name="label">What the inspectorate is called.</param>
    /// <param name="asOf">The day of the view.</param>
    public static string Of(PartyPositions party, string label, DateOnly asOf) => party.Stage switch
    {
        Stage.Answered => $"{Words.AtStart(label)} {Says(party.Latest!, asOf)} ({Since(party)}).",
        Stage.AnsweredNotShown => $"{Words.AtStart(label)} answered on {Day(party.Revisions[0])}; what it says is {UntilWhen(party.Revisions[0])}.",
        Stage.NotKnown => $"Whether {Words.NameInSentence(label)} has answered cannot be told: its answers could not be read.",
        Stage.NotKept => $"The service of {Words.NameInSentence(label)} keeps no answers to differences, so that it has given none there.",
        _ => $"{Words.AtStart(label)} has not answered.",
    };

    private static string Says(Position position, DateOnly asOf) => position.Choice switch
    {
        Position.Types.Choice.StandsBy => "stands by its verdict",
        Position.Types.Choice.Explains => "explains the difference",
        Position.Types.Choice.AcceptsDifference => "accepts the difference",
        Position.Types.Choice.WillRevisit when position.TargetDate.Length > 0 => $"will look again by {LondonDays.Words(position.TargetDate)}",
        Position.Types.Choice.WillRevisit => $"will look again, by a day that has been to be decided for {ToBeDecided(position, asOf)}",
        _ => "answered in a way that is not known here",
    };

    private static string ToBeDecided(Position position, DateOnly asOf) => Days.Parse(position.ToBeDecidedOn) is { } declared
        ? Words.Count(Math.Max(0, asOf.DayNumber - declared.DayNumber), "day")
        : "a time not known";

    private static string Since(PartyPositions party) => party.Latest!.Revision > 1
        ? $"since {Day(party.Latest)}; first answered on {Day(party.Revisions[0])}"
        : $"since {Day(party.Latest)}";

    private static string UntilWhen(Position position) => position.Commitment?.BlindUntil is { Length: > 0 } last
        ? $"shown once every party has answered, or after {LondonDays.Words(last)}"
        : "shown once every party has answered";

    private static string Day(Position position) => Words.Day(LondonDays.Of(position.RecordedAt));
}
