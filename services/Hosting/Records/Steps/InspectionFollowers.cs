using Inspectorates.Hosting.Records.Recommendations;
using Inspectorates.Hosting.Records.Statements;
using Inspectorates.Hosting.Records.Teams;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records.Steps;

/// <summary>
/// Brings what follows an inspection to what the inspection has become, in the same transaction: there is no instant at which one says
/// what the other no longer does. Replies are not among it: nobody withholds them.
/// </summary>
internal sealed class InspectionFollowers(TeamRecords teams, StatementWrites statements, RecommendationWrites recommendations)
{
    /// <summary>It has become public: so does who carried it out.</summary>
    public void Opened(WriteSession session, Stamp stamp, Inspection inspection) => teams.Follow(session, stamp, inspection);

    /// <summary>What is recorded of it has changed.</summary>
    public void Changed(WriteSession session, Stamp stamp, Inspection inspection) => statements.Follow(session, stamp, inspection.Name);

    /// <summary>It was withdrawn: nothing that rests on it alone goes on standing.</summary>
    /// <param name="reason">Why.</param>
    public void Withdrawn(WriteSession session, Stamp stamp, Inspection inspection, string reason)
    {
        teams.Follow(session, stamp, inspection);
        var because = $"Its inspection was withdrawn: {reason}";
        statements.WithdrawWith(session, stamp, inspection.Name, because);
        recommendations.WithdrawWith(session, stamp, inspection.Name, because);
    }
}
