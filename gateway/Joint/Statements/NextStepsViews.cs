using Inspectorates.Gateway.Joint.Recommendations;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.V1.Statement.Types;

namespace Inspectorates.Gateway.Joint.Statements;

/// <summary>What follows the inspections of an area, from the records that say whether a statement of proposed action is needed and came.</summary>
internal sealed class NextStepsViews
{
    private readonly BodyWords bodies;
    private readonly DateOnly asOf;
    private readonly Descriptions descriptions;
    private readonly ILookup<string, Statement> byInspection;
    private readonly HashSet<string> notKnown;

    public NextStepsViews(Area area, DateOnly asOf, IReadOnlyList<SourceAnswer> answers, Catalogue catalogue, Descriptions descriptions)
    {
        (bodies, this.asOf, this.descriptions) = (new BodyWords(area, catalogue), asOf, descriptions);
        byInspection = answers.Where(answer => answer.IsShown).SelectMany(answer => answer.Statements.Records)
            .Where(statement => statement.State is not State.Withdrawn)
            .OrderBy(statement => statement.Name, StringComparer.Ordinal).ToLookup(statement => statement.Inspection);
        notKnown = Keepers.NotKnown(answers, answer => [answer.Statements.Reading]);
    }

    /// <summary>Writes what follows into the record of each inspection of which anything is known.</summary>
    /// <param name="inspections">The inspections of the view. Changed in place.</param>
    public void Fill(IEnumerable<JointInspectionRecord> inspections)
    {
        foreach (var inspection in inspections)
            inspection.NextSteps = Of(inspection);
    }

    private NextSteps? Of(JointInspectionRecord inspection)
    {
        var statements = inspection.Names.SelectMany(name => byInspection[name]).ToList();
        var unread = Keepers.Of(inspection).Where(notKnown.Contains).ToList();
        if (statements.Count == 0 && unread.Count == 0 && inspection.StatementDueOn.Length == 0)
            return null;
        // One that says that a statement is needed says more than one that does not.
        var told = statements.OrderBy(statement => statement.Requirement is Requirement.Needed ? 0 : 1).FirstOrDefault();
        var steps = new NextSteps
        {
            Statements = { statements.Select(statement => statement.Clone()) },
            Requirement = told?.Requirement ?? Requirement.Unspecified,
            PrincipalAuthority = told?.PrincipalAuthority is { } principal ? bodies.Label(bodies.InArea(principal)) : "",
            DueOn = told?.DueOn ?? inspection.StatementDueOn,
            DueBasis = told?.DueBasis ?? (inspection.StatementDueOn.Length > 0 ? DueBasis.StatedInReport : DueBasis.Unspecified),
            ReceivedOn = told?.ReceivedOn ?? "",
            NotKnown = { unread },
        };
        steps.DaysOverdue = Overdue(steps);
        steps.Sentences.AddRange(NextStepsSentences.Of(steps, Words.List(unread.Select(code => descriptions.Label(code)))));
        return steps;
    }

    // Where nobody says whether it is needed or came, nobody can say that it is late.
    private int Overdue(NextSteps steps) =>
        Days.Parse(steps.DueOn) is { } due && (steps.Requirement is Requirement.Needed || steps.ReceivedOn.Length > 0)
            ? Math.Max(0, (Days.Parse(steps.ReceivedOn) ?? asOf).DayNumber - due.DayNumber)
            : 0;
}
