using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Settings;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records.Teams;

/// <summary>
/// Asks of every member of a team what was asked when they were assigned, where the inspection changes under them: otherwise the rule would
/// be walked around by assigning first and changing what is inspected afterwards.
/// </summary>
internal sealed class StandingTeams(TeamSettings settings)
{
    private const string Footprint = "inspection.footprint";
    private const string Agencies = "inspection.agencies";
    private const string Framework = "inspection.framework";
    private const string Fieldwork = "inspection.fieldwork";

    /// <summary>Lets a change pass that leaves everybody fit for what they were assigned to.</summary>
    /// <param name="changed">The inspection as it is to be.</param>
    /// <param name="current">The inspection as it is.</param>
    /// <exception cref="RefusalException">There are grounds against members: each is told with its reason, and the field that brings it.</exception>
    public void MustStayFit(WriteSession session, Inspection changed, Inspection current)
    {
        var fields = Changed(changed, current).ToList();
        if (fields.Count == 0)
            return;
        var members = FurtherTable.With(session, TeamKind.Kind, "inspection", current.Name).SelectMany(team => team.Members).ToList();
        if (members.Count == 0)
            return;
        if (Days.Parse(changed.Fieldwork?.Start ?? "") is null)
            throw RefusalException.Of(
                ErrorReason.FieldsInconsistent, Fieldwork, "The inspection has a team: competence and interests are judged on the days of the fieldwork, which need a first one.");
        var inspected = Inspected.Of(changed);
        Fault[] grounds = [.. members.SelectMany(member => Grounds(session, member, inspected, fields))];
        if (grounds.Length > 0)
            throw new RefusalException(grounds);
    }

    private IEnumerable<Fault> Grounds(WriteSession session, TeamMember member, Inspected inspected, List<string> fields)
    {
        var inspector = FurtherTable.Find(session, InspectorKind.Kind, member.Assignment.Inspector)!;
        return AssignmentRule.Grounds(inspector, member.Assignment, inspected, settings.CoolingOffMonths).Select(ground => new Fault(
            ground.Reason, Bringing(ground.Reason, fields), $"{inspector.Name} is a member of its team: {ground.Message}"));
    }

    private static IEnumerable<string> Changed(Inspection changed, Inspection current)
    {
        if (!Equals(changed.Footprint, current.Footprint))
            yield return Footprint;
        if (!changed.Agencies.Equals(current.Agencies))
            yield return Agencies;
        if (changed.Framework != current.Framework)
            yield return Framework;
        if (!Equals(changed.Fieldwork, current.Fieldwork))
            yield return Fieldwork;
    }

    // The field among those that changed which the ground lies in first.
    private static string Bringing(ErrorReason reason, List<string> changed)
    {
        string[] ways = reason switch
        {
            ErrorReason.AssignmentWithoutCompetence => [Framework, Fieldwork],
            ErrorReason.FieldsInconsistent or ErrorReason.AssignmentWithinCoolingOff => [Fieldwork, Footprint],
            _ => [Footprint, Agencies, Fieldwork],
        };
        return ways.FirstOrDefault(changed.Contains) ?? changed[0];
    }
}
