using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records;

/// <summary>What identifies an inspection in every participant's record (docs/decisions/0010).</summary>
internal static class InspectionKeys
{
    /// <param name="inspection">The inspection, completed.</param>
    /// <param name="sourceKey">Its key at its source; empty for a record of the inspectorate's own.</param>
    public static string Of(Inspection inspection, string sourceKey)
    {
        var day = inspection.Fieldwork is { Start.Length: > 0 } fieldwork ? fieldwork.Start
            : inspection.PublishedOn.Length > 0 ? "published-" + inspection.PublishedOn
            : null;
        if (day is null)
            return sourceKey.Length > 0 ? sourceKey : $"{inspection.Framework}/{inspection.Footprint.Areas[0]}/undated-{Guid.NewGuid():N}";
        var key = $"{inspection.Framework}/{inspection.Footprint.Areas[0]}/{day}";
        return BodyOf(inspection) is { } body ? $"{key}/{body}" : key;
    }

    // Two hospitals of one area may be inspected on the same day: one body other than the council itself tells them apart.
    private static string? BodyOf(Inspection inspection)
    {
        if (inspection.Kind == Inspection.Types.Kind.Joint || inspection.Agencies.Count != 1 || inspection.Agencies[0].Code.Length == 0)
            return null;
        var code = inspection.Agencies[0].Code;
        var isTheArea = Areas.England.TryFind(code, out var area, out _) && area.DfeCode == inspection.Footprint.Areas[0];
        return isTheArea ? null : code;
    }
}
