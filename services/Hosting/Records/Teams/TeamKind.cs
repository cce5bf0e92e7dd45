using Inspectorates.Hosting.Store;
using Inspectorates.V1;
using State = Inspectorates.V1.Team.Types.State;

namespace Inspectorates.Hosting.Records.Teams;

/// <summary>Teams as the store keeps them: the public gets roles, backgrounds and counts once the inspection is public, and never a member.</summary>
internal static class TeamKind
{
    public static readonly FurtherKind<Team> Kind = new("team", "teams", ErrorReason.TeamNotFound, PublicForm, Keys);

    private static Team? PublicForm(Team team, Team? known)
    {
        if (team.State != State.Published && !(known is not null && team.State == State.Withdrawn))
            return null;
        var shown = team.Clone();
        shown.Members.Clear();
        shown.Recusals.Clear();
        return shown;
    }

    private static IEnumerable<(string, string)> Keys(Team team) =>
    [
        .. team.Footprint.Areas.Select(area => ("area", area)),
        ("inspection", team.Inspection),
        .. team.Members.Select(member => ("inspector", member.Assignment.Inspector)),
    ];
}
