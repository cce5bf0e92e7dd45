using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Answering;

/// <summary>Filters of differences, refused where they are wrong before anybody is asked anything.</summary>
internal static class DifferenceFilters
{
    /// <exception cref="RefusedException">A filter names what there is not.</exception>
    public static void Check(DifferenceChoice choice, IReadOnlyList<string> inspectorates)
    {
        if (!Enum.IsDefined(choice.Kind))
            throw new RefusedException(ErrorReason.FieldOutOfRange, "There is no such kind of difference.") { Field = "kind" };
        if (!Enum.IsDefined(choice.Cause))
            throw new RefusedException(ErrorReason.FieldOutOfRange, "There is no such cause of a difference.") { Field = "cause" };
        if (!Enum.IsDefined(choice.Only))
            throw new RefusedException(ErrorReason.FieldOutOfRange, "There is no such selection of differences.") { Field = "only" };
        if (!Enum.IsDefined(choice.State))
            throw new RefusedException(ErrorReason.FieldOutOfRange, "There is no such state of a difference.") { Field = "state" };
        if (choice.Process.Length > 0 && !ProcessCatalogue.England.TryFind(choice.Process, out _))
            throw new RefusedException(
                ErrorReason.ProcessUnknown, "The catalogue has no such process; codes are such as \"strategy-discussion\".")
            { Field = "process" };
        if (choice.Inspectorate.Length > 0 && !inspectorates.Contains(choice.Inspectorate))
            throw new RefusedException(
                ErrorReason.InspectorateUnknown,
                $"There is no such inspectorate; known are {string.Join(", ", inspectorates)}.")
            { Field = "inspectorate" };
    }

    /// <summary>The areas to look in: the one, or all real ones. Fictional areas are in no list over all areas.</summary>
    public static IReadOnlyList<string> Areas(string? area) =>
        area is null ? [.. Reference.Areas.England.AllReal.Select(real => real.DfeCode)] : [area];
}
