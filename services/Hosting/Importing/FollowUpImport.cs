using Inspectorates.Hosting.Records.Recommendations;
using Inspectorates.Hosting.Records.Statements;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Importing;

/// <summary>
/// Brings what follows an imported inspection: what its report recommends, and whether a statement of proposed action is needed. What is
/// recorded already stays as it is: a change is a revision of it.
/// </summary>
internal sealed class FollowUpImport(
    RecommendationIntake recommendations, RecommendationWrites recommending, StatementIntake statements, StatementWrites stating)
{
    private const string Unnamed = "inspectorates/-/inspections/-";

    /// <summary>What is wrong with it; null: nothing.</summary>
    public RefusalException? Fault(ImportedRecord record)
    {
        try
        {
            foreach (var recommendation in record.Recommendations)
                recommendations.New(Of(recommendation, record.Inspection, ""));
            if (record.Statement is { } statement)
                statements.New(Of(statement, record.Inspection, Unnamed));
            return null;
        }
        catch (RefusalException fault)
        {
            return fault;
        }
    }

    /// <param name="record">The record, without fault.</param>
    /// <param name="inspection">Resource name of its inspection, which is public.</param>
    public void Run(WriteSession session, Stamp stamp, ImportedRecord record, string inspection)
    {
        if (record.Recommendations.Count > 0)
        {
            var known = FurtherTable.With(session, RecommendationKind.Kind, "inspection", inspection);
            foreach (var recommendation in record.Recommendations.Where(one => !known.Exists(standing => IsSame(standing, one))))
                recommending.Record(session, stamp, recommendations.New(Of(recommendation, record.Inspection, inspection)));
        }

        if (record.Statement is { } statement && FurtherTable.With(session, StatementKind.Kind, "inspection", inspection).Count == 0)
            stating.Record(session, stamp, statements.New(Of(statement, record.Inspection, inspection)));
    }

    private static bool IsSame(Recommendation standing, Recommendation offered) =>
        (standing.Text, standing.Process) == (offered.Text, offered.Process) && Equals(standing.Addressee, offered.Addressee);

    private static Recommendation Of(Recommendation offered, Inspection inspection, string name)
    {
        var made = offered.Clone();
        (made.Inspection, made.State, made.PublishedOn) = (name, Recommendation.Types.State.Published, inspection.PublishedOn);
        made.Footprint ??= inspection.Footprint?.Clone();
        made.Source ??= inspection.Source?.Clone();
        return made;
    }

    private static Statement Of(Statement offered, Inspection inspection, string name)
    {
        var made = offered.Clone();
        (made.Inspection, made.State) = (name, Statement.Types.State.Published);
        made.Source ??= inspection.Source?.Clone();
        return made;
    }
}
