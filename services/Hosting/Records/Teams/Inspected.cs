using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records.Teams;

/// <summary>What somebody is to inspect, and when.</summary>
/// <param name="Areas">The areas.</param>
/// <param name="Agencies">The agencies: those the inspection names, else all that serve the areas.</param>
/// <param name="Framework">Code of the framework.</param>
/// <param name="First">The first day of the fieldwork.</param>
/// <param name="Last">The last day of the fieldwork.</param>
internal sealed record Inspected(
    IReadOnlyList<Area> Areas, IReadOnlyList<(string Kind, string Code)> Agencies, string Framework, DateOnly First, DateOnly Last)
{
    /// <exception cref="RefusalException">The inspection has no day of fieldwork yet, so that nothing can be judged.</exception>
    public static Inspected Of(Inspection inspection)
    {
        var first = Days.Parse(inspection.Fieldwork?.Start ?? "") ?? throw RefusalException.Of(
            ErrorReason.FieldsInconsistent, "inspection", "The inspection has no first day of fieldwork: competence and interests are judged on the days of the fieldwork.");
        var areas = inspection.Footprint.Areas
            .Select(code => Reference.Areas.England.TryFind(code, out var area, out _) ? area : null).OfType<Area>().ToList();
        var agencies = inspection.Agencies.Count > 0
            ? inspection.Agencies.Select(agency => (agency.Kind, agency.Code))
            : areas.SelectMany(area => area.Agencies).Select(agency => (agency.Kind, agency.Code));
        return new Inspected(areas, [.. agencies.Distinct()], inspection.Framework, first, Days.Parse(inspection.Fieldwork!.End) ?? first);
    }

    /// <summary>Whether an interest is in what is inspected: in one of the areas, or in one of the agencies, which may serve several.</summary>
    public bool Touches(Interest interest) =>
        Areas.Any(area => area.DfeCode == interest.Authority)
        || (interest.Agency is { Code.Length: > 0 } agency && Agencies.Contains((agency.Kind, agency.Code)));
}
