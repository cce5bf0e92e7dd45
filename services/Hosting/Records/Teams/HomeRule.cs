using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records.Teams;

/// <summary>
/// A serving officer inspects neither their own authority nor its neighbours, on the map or in the statistics; one who served stays away
/// from the same for the cooling-off period. Both directions of a neighbourhood count (docs/decisions/0211, 0212). Pure.
/// </summary>
internal static class HomeRule
{
    /// <summary>Whether they serve their home authority on the first day of the fieldwork, their last day of service included.</summary>
    public static bool IsServing(Inspector inspector, Inspected inspected) =>
        inspector.HomeAuthority.Length > 0 && (Days.Parse(inspector.HomeAuthorityUntil) is not { } until || until >= inspected.First);

    /// <summary>The grounds that lie in the home authority.</summary>
    /// <param name="path">What the fields' paths begin with, such as <c>assignment.</c>.</param>
    /// <param name="inspector">Who.</param>
    /// <param name="isKnownApart">Whether somebody looked at what the tables do not tell, and there is no shared boundary.</param>
    /// <param name="inspected">What is inspected.</param>
    /// <param name="coolingOffMonths">For how many months after their last day of service they stay away.</param>
    public static IEnumerable<Fault> Grounds(string path, Inspector inspector, bool isKnownApart, Inspected inspected, int coolingOffMonths)
    {
        if (!Areas.England.TryFind(inspector.HomeAuthority, out var home, out _))
            yield break;
        var until = IsServing(inspector, inspected) ? null : Days.Parse(inspector.HomeAuthorityUntil)?.AddMonths(coolingOffMonths);
        if (until < inspected.First)
            yield break;
        foreach (var area in inspected.Areas)
            foreach (var (reason, relation) in Relations(home, area, isKnownApart))
                yield return new Fault(
                    until is null ? reason : ErrorReason.AssignmentWithinCoolingOff,
                    relation == Unknown ? $"{path}no_shared_boundary" : $"{path}inspector",
                    until is { } end
                        ? $"{area} {relation} they served. They stay away until {end.Iso()}, {coolingOffMonths} months after their last day there."
                        : $"{area} {relation} they serve.");
    }

    private const string Unknown = "may be a neighbour on the map, nobody has said that it is not, of the authority";

    private static IEnumerable<(ErrorReason Reason, string Relation)> Relations(Area home, Area area, bool isKnownApart)
    {
        if (home.DfeCode == area.DfeCode)
        {
            yield return (ErrorReason.AssignmentOwnAuthority, "is the authority");
            yield break;
        }

        var boundary = Neighbours.England.Between(home, area);
        if (boundary == SharedBoundary.Shared)
            yield return (ErrorReason.AssignmentNeighbouringAuthority, "is a neighbour on the map of the authority");
        if (boundary == SharedBoundary.NotKnown && !isKnownApart)
            yield return (ErrorReason.AssignmentNeighbouringAuthority, Unknown);
        if (Neighbours.AreStatistical(home, area))
            yield return (ErrorReason.AssignmentStatisticalNeighbour, "is a statistical neighbour of the authority");
    }
}
