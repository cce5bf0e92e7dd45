using Inspectorates.Joint.V1;
using Inspectorates.V1;
using Background = Inspectorates.V1.ProfessionalBackground.Types.Code;
using Role = Inspectorates.V1.TeamRole.Types.Code;

namespace Inspectorates.Gateway.Joint.Teams;

/// <summary>A team in plain words, for those who were inspected by it.</summary>
internal static class TeamWords
{
    public static string Of(InspectionTeam team, string label, Func<string, string> term) => team.State switch
    {
        InspectionTeam.Types.State.Recorded when team.Composition.Count == 0 =>
            $"{label}: everybody who was to carry it out has been taken from the team.",
        InspectionTeam.Types.State.Recorded => $"{label}: carried out by {Words.List(team.Composition.Select(Part))}. {Declared(team)}{Signed(team, term)}",
        InspectionTeam.Types.State.NotRecorded => $"{label}: who carried it out is not recorded.",
        InspectionTeam.Types.State.NotKept => $"{label}: who carried it out is not recorded, because its service keeps no record of teams.",
        _ => $"{label}: who carried it out is not known at the moment, because its service could not be read.",
    };

    /// <summary>A profession, as in "a background in …".</summary>
    public static string Background(Background background) => background switch
    {
        V1.ProfessionalBackground.Types.Code.SocialWork => "social work",
        V1.ProfessionalBackground.Types.Code.Health => "health",
        V1.ProfessionalBackground.Types.Code.Policing => "policing",
        V1.ProfessionalBackground.Types.Code.Probation => "probation",
        V1.ProfessionalBackground.Types.Code.YouthJustice => "youth justice",
        V1.ProfessionalBackground.Types.Code.Education => "education",
        V1.ProfessionalBackground.Types.Code.EarlyYears => "early years",
        _ => "another profession",
    };

    /// <summary>A role with its article or number.</summary>
    public static string Role(Role role, int count) => role switch
    {
        TeamRole.Types.Code.LeadInspector => Words.Count(count, "lead inspector"),
        TeamRole.Types.Code.Inspector => Words.Count(count, "inspector"),
        TeamRole.Types.Code.SpecialistAdviser => Words.Count(count, "specialist adviser"),
        TeamRole.Types.Code.SecondedServingOfficer => Words.Count(
            count, "serving officer of another, unrelated local authority", "serving officers of other, unrelated local authorities"),
        _ => Words.Count(count, "other member"),
    };

    private static string Part(TeamPart part) => $"{Role(part.Role, part.Count)} ({Background(part.Background)})";

    private static string Signed(InspectionTeam team, Func<string, string> term) => team.SignedThemes.Count == 0
        ? ""
        : $" Somebody competent has signed for {Words.List(team.SignedThemes.Select(term))}.";

    private static string Declared(InspectionTeam team)
    {
        var members = team.Composition.Sum(part => part.Count);
        var declared = members == 1 && team.DeclarationCount == 1 ? "They declared their interests"
            : team.DeclarationCount == members ? $"All {members} declared their interests"
            : $"{team.DeclarationCount} of {members} declared their interests";
        return $"{declared} for this inspection. Nobody may inspect an authority they serve or lately served, or a neighbour of it, or one they have an interest in.";
    }
}
