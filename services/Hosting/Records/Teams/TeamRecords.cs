using Inspectorates.Hosting.Records.Steps;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;
using State = Inspectorates.V1.Team.Types.State;

namespace Inspectorates.Hosting.Records.Teams;

/// <summary>Teams as steps find them and leave them, on the writer: what follows from members and inspection is filled in here.</summary>
internal sealed class TeamRecords(Names names, FurtherTable records)
{
    /// <summary>The inspection and its team, which the caller may change by this step.</summary>
    /// <param name="step">Service and method.</param>
    /// <param name="etag">The etag of the team the caller read; empty: whatever is current.</param>
    /// <returns>The team is null where nobody was assigned yet.</returns>
    /// <exception cref="RefusalException">There is no such inspection, the team has changed, or the step is not allowed.</exception>
    public static (Inspection Inspection, Team? Team) Taken(WriteSession session, Stamp stamp, string step, string inspection, string etag)
    {
        var current = InspectionTable.Find(session, inspection)?.Inspection
            ?? throw RefusalException.Of(ErrorReason.InspectionNotFound, "inspection", $"There is no inspection '{Shown.Of(inspection)}'.");
        var team = Of(session, inspection);
        if (etag.Length > 0 && etag != team?.Etag)
            throw RefusalException.Of(ErrorReason.EtagMismatch, "etag", "The team has changed since it was read. Read it again and decide anew.");
        var state = StateOf(session, current);
        Permission.Check(step, stamp.Caller, new StandingRecord("team", EnumNames.NameOf(state), IsFact: false, state != State.Underway, () => []));
        return (current, team?.Clone());
    }

    /// <summary>Appends a revision of a team, or its first.</summary>
    public Team Append(WriteSession session, Stamp stamp, Team team, Inspection inspection)
    {
        if (team.Name.Length == 0)
            team.Name = names.New(TeamKind.Kind);
        team.Inspectorate = inspection.Inspectorate;
        team.Inspection = inspection.Name;
        team.InspectionKey = inspection.Key;
        team.Footprint = inspection.Footprint.Clone();
        team.State = StateOf(session, inspection);
        Derive(team);
        return records.Append(session, stamp, TeamKind.Kind, team);
    }

    /// <summary>Brings the team of an inspection to the state the inspection has come to.</summary>
    public void Follow(WriteSession session, Stamp stamp, Inspection inspection)
    {
        if (Of(session, inspection.Name) is { } team)
            Append(session, stamp, team.Clone(), inspection);
    }

    private static Team? Of(WriteSession session, string inspection) =>
        FurtherTable.With(session, TeamKind.Kind, "inspection", inspection).FirstOrDefault();

    private static State StateOf(WriteSession session, Inspection inspection) =>
        inspection.State == Inspection.Types.State.Withdrawn ? State.Withdrawn
        : PublicTable.Inspection(session, inspection.Name) is null ? State.Underway : State.Published;

    private static void Derive(Team team)
    {
        team.Composition.Clear();
        team.Composition.AddRange(team.Members
            .GroupBy(member => (member.Assignment.Role, member.Background))
            .OrderBy(same => same.Key.Role).ThenBy(same => same.Key.Background)
            .Select(same => new TeamPart { Role = same.Key.Role, Background = same.Key.Background, Count = same.Count() }));
        team.DeclarationCount = team.Members.Count(member => member.Assignment.Declaration is not null);
        team.SignedThemes.Clear();
        team.SignedThemes.AddRange(AssignmentRule.Signed(team.Members));
    }
}
