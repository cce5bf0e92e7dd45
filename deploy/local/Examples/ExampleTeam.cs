using Inspectorates.Hosting.Trust;
using Inspectorates.V1;
using Background = Inspectorates.V1.ProfessionalBackground.Types.Code;
using Role = Inspectorates.V1.TeamRole.Types.Code;

namespace Inspectorates.Local.Examples;

/// <summary>Those who inspected the fictional area: two inspectors, and an officer lent by an authority far from it.</summary>
internal sealed class ExampleTeam(ExampleCalls calls, ExampleCast cast)
{
    private const string Declared = "2025-03-24";
    private const string Competent = "2024-01-01";

    public async Task PlayAsync()
    {
        var found = await calls.Inspections.ListInspectionsAsync(new() { Area = cast.Area, Framework = cast.Framework }, calls.As(Roles.Publisher));
        var inspection = found.Inspections.FirstOrDefault()
            ?? throw new ExampleException($"{calls.Inspectorate} has no inspection of {cast.Area} under {cast.Framework}.");
        await AssignAsync(inspection.Name, "lead", Role.LeadInspector, Background.SocialWork, "", cast.Theme);
        await AssignAsync(inspection.Name, "second", Role.Inspector, Background.Education, "");
        await AssignAsync(inspection.Name, "officer", Role.SecondedServingOfficer, Background.SocialWork, cast.LentBy, cast.Theme);
    }

    private async Task AssignAsync(string inspection, string who, Role role, Background background, string homeAuthority, params string[] themes)
    {
        var inspector = (await calls.Teams.RecordInspectorAsync(
            new()
            {
                Inspector = new Inspector
                {
                    Background = background,
                    HomeAuthority = homeAuthority,
                    Competences = { new Competence { Framework = cast.Framework, ValidFrom = Competent } },
                },
                RequestId = calls.Request($"inspector {who}"),
            },
            calls.As(Roles.Lead))).Inspector.Name;
        await calls.Teams.AssignInspectorAsync(
            new()
            {
                Inspection = inspection,
                Assignment = new Assignment
                {
                    Inspector = inspector,
                    Role = role,
                    Themes = { themes },
                    Declaration = new InterestDeclaration { DeclaredOn = Declared },
                    // The area is on no map.
                    NoSharedBoundary = homeAuthority.Length > 0,
                },
                RequestId = calls.Request($"assignment of {who}"),
            },
            calls.As(Roles.Publisher));
        foreach (var theme in themes)
            await calls.Teams.SignThemeAsync(
                new() { Inspection = inspection, Inspector = inspector, Theme = theme, RequestId = calls.Request($"signature of {who}") }, calls.As(Roles.Publisher));
    }
}
