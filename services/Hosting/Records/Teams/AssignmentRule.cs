using Google.Protobuf.Collections;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;
using Role = Inspectorates.V1.TeamRole.Types.Code;

namespace Inspectorates.Hosting.Records.Teams;

/// <summary>
/// Whether somebody may take part in an inspection (F7 and F8 of the account of the domain): nothing of their own is in it, and they are
/// competent for it on every day of the fieldwork. Pure; every ground against it is told, each with its reason and field.
/// </summary>
internal static class AssignmentRule
{
    private const string Path = "assignment";

    /// <summary>The grounds against an assignment; none: it may be made.</summary>
    /// <param name="inspector">Who.</param>
    /// <param name="assignment">What they are to do, and what they declared.</param>
    /// <param name="inspected">What is inspected.</param>
    /// <param name="coolingOffMonths">For how many months after their service, or an interest, ended they stay away.</param>
    public static IReadOnlyList<Fault> Grounds(Inspector inspector, Assignment assignment, Inspected inspected, int coolingOffMonths) =>
    [
        .. RoleGrounds(inspector, assignment, inspected),
        .. HomeRule.Grounds($"{Path}.", inspector, assignment.NoSharedBoundary, inspected, coolingOffMonths),
        .. InterestGrounds(inspector, assignment.Declaration, inspected, coolingOffMonths),
        .. CompetenceGrounds(inspector, assignment.Themes, inspected),
    ];

    /// <summary>The grounds against a team in which a seconded serving officer would be the only one to sign a theme.</summary>
    /// <param name="members">All members.</param>
    /// <param name="changed">The one that is assigned, who is among them.</param>
    public static IReadOnlyList<Fault> SoleSignatory(IReadOnlyList<TeamMember> members, TeamMember changed) =>
    [
        .. members.Where(IsSeconded).SelectMany(member => member.Assignment.Themes)
            .Except(members.Where(member => !IsSeconded(member)).SelectMany(member => member.Assignment.Themes))
            .Select(theme => new Fault(
                ErrorReason.AssignmentSoleSignatory,
                changed.Assignment.Themes.IndexOf(theme) is >= 0 and var place ? $"{Path}.themes[{place}]" : $"{Path}.themes",
                $"Only a seconded serving officer would sign '{Shown.Of(theme)}': assign somebody else to sign it first.")),
    ];

    /// <summary>The themes that are signed by somebody who is no seconded serving officer.</summary>
    public static IEnumerable<string> Signed(IEnumerable<TeamMember> members) =>
        members.Where(member => !IsSeconded(member)).SelectMany(member => member.Signatures).Select(signature => signature.Theme)
            .Distinct().Order(StringComparer.Ordinal);

    public static bool IsSeconded(TeamMember member) => member.Assignment.Role == Role.SecondedServingOfficer;

    private static IEnumerable<Fault> RoleGrounds(Inspector inspector, Assignment assignment, Inspected inspected)
    {
        if (inspector.State == Inspector.Types.State.Left)
            yield return new Fault(ErrorReason.FieldsInconsistent, $"{Path}.inspector", "The inspector has left and is not assigned any more.");
        var isServing = HomeRule.IsServing(inspector, inspected);
        if (isServing == (assignment.Role == Role.SecondedServingOfficer))
            yield break;
        yield return new Fault(ErrorReason.FieldsInconsistent, $"{Path}.role", isServing
            ? $"The inspector serves an authority on {inspected.First.Iso()}: they are assigned as SECONDED_SERVING_OFFICER."
            : $"The inspector serves no authority on {inspected.First.Iso()}, so that they are no SECONDED_SERVING_OFFICER.");
    }

    private static IEnumerable<Fault> InterestGrounds(Inspector inspector, InterestDeclaration? declaration, Inspected inspected, int months)
    {
        if (declaration is null)
        {
            yield return new Fault(
                ErrorReason.AssignmentInterestUndeclared, $"{Path}.declaration", "No declaration of interests was made for this inspection. One without interests is made too.");
            yield break;
        }

        for (var place = 0; place < declaration.Interests.Count; place++)
            if (StandsInTheWay(declaration.Interests[place], inspected, months))
                yield return Conflict($"{Path}.declaration.interests[{place}]", declaration.Interests[place], months);
        foreach (var known in inspector.Interests.Where(inspected.Touches))
            if (!declaration.Interests.Any(declared => IsSame(declared, known)))
                yield return new Fault(
                    ErrorReason.AssignmentInterestUndeclared, $"{Path}.declaration",
                    $"The declaration leaves out an interest on record: {EnumNames.NameOf(known.Kind)} in the area {known.Authority}.");
            else if (StandsInTheWay(known, inspected, months) && !declaration.Interests.Any(declared => StandsInTheWay(declared, inspected, months)))
                yield return Conflict($"{Path}.inspector", known, months);
    }

    // One that is yet to begin counts as well.
    private static bool StandsInTheWay(Interest interest, Inspected inspected, int months) =>
        inspected.Touches(interest) && (Days.Parse(interest.Until) is not { } until || inspected.First <= until.AddMonths(months));

    private static Fault Conflict(string field, Interest interest, int months) => new(
        ErrorReason.AssignmentInterestConflicts, field,
        $"An interest is in what is inspected: {EnumNames.NameOf(interest.Kind)} in the area {interest.Authority}"
        + (Days.Parse(interest.Until) is { } until ? $", which counts until {until.AddMonths(months).Iso()}." : "."));

    private static bool IsSame(Interest one, Interest other) =>
        one.Kind == other.Kind && one.Authority == other.Authority
        && (one.Agency?.Kind ?? "") == (other.Agency?.Kind ?? "") && (one.Agency?.Code ?? "") == (other.Agency?.Code ?? "");

    private static IEnumerable<Fault> CompetenceGrounds(Inspector inspector, RepeatedField<string> themes, Inspected inspected)
    {
        var days = $"on every day from {inspected.First.Iso()} to {inspected.Last.Iso()}";
        var ofFramework = inspector.Competences.Where(competence => competence.Framework == inspected.Framework).ToList();
        if (themes.Count == 0 && !Cover(ofFramework, inspected))
            yield return new Fault(
                ErrorReason.AssignmentWithoutCompetence, $"{Path}.inspector", $"The inspector is not competent for {inspected.Framework} {days}.");
        for (var place = 0; place < themes.Count; place++)
            if (!Cover(ofFramework.Where(competence => competence.Theme.Length == 0 || competence.Theme == themes[place]), inspected))
                yield return new Fault(
                    ErrorReason.AssignmentWithoutCompetence, $"{Path}.themes[{place}]",
                    $"The inspector is not competent for '{Shown.Of(themes[place])}' in {inspected.Framework} {days}.");
    }

    // One may be followed by another that renews it.
    private static bool Cover(IEnumerable<Competence> competences, Inspected inspected)
    {
        var open = inspected.First;
        foreach (var competence in competences.OrderBy(competence => competence.ValidFrom, StringComparer.Ordinal))
        {
            if (Days.Parse(competence.ValidFrom) is not { } from || from > open)
                break;
            if (Days.Parse(competence.ValidUntil) is not { } until)
                return true;
            if (until >= inspected.Last)
                return true;
            if (until >= open)
                open = until.AddDays(1);
        }

        return false;
    }
}
