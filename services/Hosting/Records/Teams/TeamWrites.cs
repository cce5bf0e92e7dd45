using Google.Protobuf.WellKnownTypes;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Settings;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;
using Reason = Inspectorates.V1.Recusal.Types.Reason;

namespace Inspectorates.Hosting.Records.Teams;

/// <summary>Writes inspectors and teams, on the writer: recorded, revised, assigned, recused, signed.</summary>
internal sealed class TeamWrites(Names names, FurtherTable records, TeamRecords teams, AssignmentIntake intake, TeamSettings settings)
{
    private const string Service = "inspectorates.v1.TeamService/";

    /// <param name="given">The inspector, complete; not changed.</param>
    public Inspector Record(WriteSession session, Stamp stamp, Inspector given)
    {
        var recorded = given.Clone();
        recorded.Name = names.New(InspectorKind.Kind);
        return records.Append(session, stamp, InspectorKind.Kind, recorded);
    }

    /// <param name="given">The inspector as they are to be, complete; not changed.</param>
    public Inspector Revise(WriteSession session, Stamp stamp, Inspector given, string etag)
    {
        var current = FurtherTable.Current(session, InspectorKind.Kind, given.Name, etag);
        var revised = given.Clone();
        revised.Revision = current.Revision;
        return records.Append(session, stamp, InspectorKind.Kind, revised);
    }

    /// <param name="assignment">The assignment, checked; not changed.</param>
    public Team Assign(WriteSession session, Stamp stamp, string name, Assignment assignment, string etag)
    {
        var (inspection, found) = TeamRecords.Taken(session, stamp, Service + "AssignInspector", name, etag);
        intake.Themes(assignment, inspection.Framework);
        var team = found ?? new Team();
        var inspector = Inspector(session, "assignment.inspector", assignment.Inspector);
        MustBeFree(team, assignment);
        var member = new TeamMember { Assignment = assignment, Background = inspector.Background, AssignedAt = Timestamp.FromDateTimeOffset(stamp.At) };
        var before = Member(team, assignment.Inspector);
        if (before is not null)
        {
            // What they signed stands where it is still theirs to sign.
            member.Signatures.AddRange(before.Signatures.Where(signature => assignment.Themes.Contains(signature.Theme)));
            team.Members[team.Members.IndexOf(before)] = member;
        }
        else
            team.Members.Add(member);

        IReadOnlyList<Fault> grounds =
        [
            .. AssignmentRule.Grounds(inspector, assignment, Inspected.Of(inspection), settings.CoolingOffMonths),
            .. AssignmentRule.SoleSignatory(team.Members, member),
        ];
        if (grounds.Count > 0)
            throw new RefusalException(grounds);
        LeaveNoneAlone(team);
        return teams.Append(session, stamp, team, inspection);
    }

    public Team Recuse(WriteSession session, Stamp stamp, RecuseInspectorRequest request)
    {
        var (inspection, team) = Standing(session, stamp, "RecuseInspector", request.Inspection, request.Etag);
        var member = Member(team, request.Inspector) ?? throw NoMember();
        team.Members.Remove(member);
        LeaveNoneAlone(team);
        team.Recusals.Add(new Recusal
        {
            Inspector = request.Inspector,
            Role = member.Assignment.Role,
            RecusedAt = Timestamp.FromDateTimeOffset(stamp.At),
            Reason = request.Reason,
        });
        return teams.Append(session, stamp, team, inspection);
    }

    public Team Sign(WriteSession session, Stamp stamp, SignThemeRequest request)
    {
        var (inspection, team) = Standing(session, stamp, "SignTheme", request.Inspection, request.Etag);
        var member = Member(team, request.Inspector) ?? throw NoMember();
        if (!member.Assignment.Themes.Contains(request.Theme))
            throw RefusalException.Of(
                ErrorReason.FieldsInconsistent, "theme", $"'{Shown.Of(request.Theme)}' is not theirs to sign: {string.Join(", ", member.Assignment.Themes)}.");
        // Days, areas and competences may have changed since they were assigned: of other themes nothing is asked.
        var now = member.Assignment.Clone();
        now.Themes.Clear();
        now.Themes.Add(request.Theme);
        var grounds = AssignmentRule.Grounds(Inspector(session, "inspector", request.Inspector), now, Inspected.Of(inspection), settings.CoolingOffMonths);
        if (grounds.Count > 0)
            throw new RefusalException([.. grounds.Select(ground => ground with { Field = ground.Field == "assignment.themes[0]" ? "theme" : "inspector" })]);
        if (AssignmentRule.IsSeconded(member) && !AssignmentRule.Signed(team.Members).Contains(request.Theme))
            throw RefusalException.Of(
                ErrorReason.AssignmentSoleSignatory, "inspector", "A seconded serving officer never signs alone: somebody else signs the theme first.");
        if (!member.Signatures.Any(signature => signature.Theme == request.Theme))
            member.Signatures.Add(new ThemeSignature { Theme = request.Theme, SignedAt = Timestamp.FromDateTimeOffset(stamp.At) });
        return teams.Append(session, stamp, team, inspection);
    }

    private static (Inspection Inspection, Team Team) Standing(WriteSession session, Stamp stamp, string step, string name, string etag)
    {
        var (inspection, team) = TeamRecords.Taken(session, stamp, Service + step, name, etag);
        return (inspection, team ?? throw RefusalException.Of(ErrorReason.TeamNotFound, "inspection", "The inspection has no team: nobody was assigned to it."));
    }

    private static Inspector Inspector(WriteSession session, string field, string name) =>
        FurtherTable.Find(session, InspectorKind.Kind, name)
        ?? throw RefusalException.Of(ErrorReason.InspectorNotFound, field, $"There is no inspector '{Shown.Of(name)}'.");

    private static TeamMember? Member(Team team, string inspector) => team.Members.FirstOrDefault(member => member.Assignment.Inspector == inspector);

    private static RefusalException NoMember() =>
        RefusalException.Of(ErrorReason.FieldsInconsistent, "inspector", "The inspector is no member of the team.");

    // Whoever was recused for a ground does not come back to the same inspection.
    private static void MustBeFree(Team team, Assignment assignment)
    {
        if (team.Recusals.LastOrDefault(recusal => recusal.Inspector == assignment.Inspector && recusal.Reason != Reason.Unavailable) is { } recusal)
            throw RefusalException.Of(
                ErrorReason.AssignmentInterestConflicts, "assignment.inspector",
                $"The inspector was recused from this inspection for {EnumNames.NameOf(recusal.Reason)}.");
    }

    // What a seconded serving officer would have signed alone counts no more.
    private static void LeaveNoneAlone(Team team)
    {
        var signed = AssignmentRule.Signed(team.Members).ToHashSet(StringComparer.Ordinal);
        foreach (var member in team.Members.Where(AssignmentRule.IsSeconded))
            foreach (var alone in member.Signatures.Where(signature => !signed.Contains(signature.Theme)).ToList())
                member.Signatures.Remove(alone);
    }
}
