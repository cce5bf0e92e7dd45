using Inspectorates.Hosting.Imports;
using Inspectorates.Reference;
using Agency = Inspectorates.Reference.Agency;

namespace Inspectorates.Hmic.Imports;

/// <summary>One of England's police forces with the areas it serves.</summary>
/// <param name="Agency">The force.</param>
/// <param name="Areas">Its areas, in ascending order of their codes; at least one.</param>
internal sealed record Force(Agency Agency, IReadOnlyList<Area> Areas)
{
    /// <summary>The kind of agency.</summary>
    public const string Kind = "police-force";

    private static readonly string[] WelshForces = ["dyfed powys", "gwent", "north wales", "south wales"];

    /// <summary>Whether code or name is of one of the four Welsh forces: of the 43, and out of area.</summary>
    public static bool IsWelsh(string code, string name) =>
        code.StartsWith("W15", StringComparison.OrdinalIgnoreCase) || (code.Length == 0 && WelshForces.Contains(Words.Key(name)));

    /// <summary>Finds the force that both cells name; one of them may be empty.</summary>
    /// <returns>The force, or why there is none.</returns>
    public static (Force? Force, string? Fault) Find(string code, string name)
    {
        var byCode = ByCodeOrName(code);
        var byName = ByCodeOrName(name);
        if (code.Length > 0 && byCode is null)
            return (null, $"\"{code}\" is no police force area; the GSS code of one of England's 39 was expected, such as E23000024");
        if (name.Length > 0 && byName is null)
            return (null, $"pfa_slug \"{name}\" is no police force known here");
        if ((byCode ?? byName) is not { } agency)
            return (null, "names no police force: pfa_gss and pfa_slug are both empty");
        if (byCode is not null && byName is not null && byCode != byName)
            return (null, $"\"{code}\" is {byCode.Name} and pfa_slug \"{name}\" is {byName.Name}; they must name one force");

        var areas = Footprints.OfPoliceForce(agency.Code);
        return areas.Count == 0
            ? (null, $"\"{agency.Code}\" serves no area known here")
            : (new Force(agency, [.. areas.OrderBy(area => area.DfeCode, StringComparer.Ordinal)]), null);
    }

    private static Agency? ByCodeOrName(string text) =>
        text.Length > 0 && Agencies.TryFind(Kind, text, out var agency) ? agency : null;
}
