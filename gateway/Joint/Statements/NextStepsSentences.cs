using Inspectorates.Joint.V1;
using static Inspectorates.V1.Statement.Types;

namespace Inspectorates.Gateway.Joint.Statements;

/// <summary>What happens next, in plain words.</summary>
internal static class NextStepsSentences
{
    /// <param name="steps">What is known.</param>
    /// <param name="unread">Whose records could not be read, in words; empty: nobody's.</param>
    public static IEnumerable<string> Of(NextSteps steps, string unread)
    {
        if (unread.Length > 0)
            yield return $"What {unread} has recorded of what follows could not be read.";
        if (steps.Requirement is Requirement.NotNeeded)
            yield return "No written statement of proposed action is needed.";
        else if (steps.Requirement is Requirement.NotStated)
            yield return "The report does not say whether a written statement of proposed action is needed.";
        else if (steps.Requirement is Requirement.Needed)
            yield return $"A written statement of proposed action is needed: what will be done, by whom and by when. {Words.AtStart(steps.PrincipalAuthority)} makes it, together with the other partners.";
        if (Days.Parse(steps.DueOn) is { } due)
            yield return $"The statement of proposed action is due by {Words.Day(due)}{Basis(steps.DueBasis)}.";
        else if (steps.Requirement is Requirement.Needed)
            yield return "By when the statement of proposed action is due is not known: the report states no day, and when it was received is not recorded.";
        foreach (var sentence in Received(steps))
            yield return sentence;
    }

    private static string Basis(DueBasis basis) => basis switch
    {
        DueBasis.StatedInReport => ", as the report states",
        DueBasis.Computed => "; the report states no day: this one is computed, 70 working days after the report was received",
        _ => "",
    };

    private static IEnumerable<string> Received(NextSteps steps)
    {
        if (Days.Parse(steps.ReceivedOn) is { } received)
            yield return $"The statement of proposed action was received on {Words.Day(received)}{(steps.DaysOverdue > 0 ? $", {Words.Count(steps.DaysOverdue, "day")} late" : "")}.";
        else if (steps.Requirement is Requirement.Needed && steps.DaysOverdue > 0)
            yield return $"The statement of proposed action has not been received, by what is recorded, and is overdue by {Words.Count(steps.DaysOverdue, "day")}.";
        else if (steps.Requirement is Requirement.Unspecified && steps.DueOn.Length > 0)
            yield return "Whether the statement of proposed action was received is not recorded.";
        else if (steps.Requirement is Requirement.Needed)
            yield return "The statement of proposed action has not been received yet, by what is recorded.";
    }
}
