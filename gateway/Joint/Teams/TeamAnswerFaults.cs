using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Teams;

/// <summary>What can be wrong in a team so that it cannot be told.</summary>
internal static class TeamAnswerFaults
{
    private const int Most = 1000;

    public static IEnumerable<string> Of(Team team, string inspectorate, string? area)
    {
        var name = team.Name;
        foreach (var fault in AnswerCheck.RecordFaults("team", name, $"inspectorates/{inspectorate}/teams/", team.Inspectorate, inspectorate))
            yield return fault;
        if (team.Inspection.Length == 0)
            yield return $"{name} is of no inspection.";
        if (area is not null && !RecordsOfArea.Covers(team.Footprint, area))
            yield return $"{name} is not about the area asked for ({area}).";
        if (!AnswerCheck.IsGiven(team.State))
            yield return $"{name} is in a state that is not known here.";
        if (team.Composition.Any(part => !AnswerCheck.IsGiven(part.Role) || !AnswerCheck.IsGiven(part.Background)))
            yield return $"{name} has a role or a profession that is not known here.";
        if (team.Composition.Any(part => part.Count is < 1 or > Most) || team.DeclarationCount is < 0 or > Most)
            yield return $"{name} has a count that cannot be.";
        else if (team.DeclarationCount > team.Composition.Sum(part => part.Count))
            yield return $"{name} has more declarations than members.";
    }
}
