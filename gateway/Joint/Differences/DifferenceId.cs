using Inspectorates.Reference;

namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>
/// The identity of a difference, the same wherever and whenever it is computed. The inspectorates' services derive it by the same
/// rule, to check the positions they are given.
/// </summary>
internal static class DifferenceId
{
    public static string Of(string area, string process, string aspect, string oneName, string otherName) =>
        DifferenceIds.Of(area, process, aspect, oneName, otherName);
}
