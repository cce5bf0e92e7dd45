using Inspectorates.Hosting.Imports;
using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Ofsted.Imports;

/// <summary>A focused or monitoring visit: an inspection without verdicts.</summary>
internal static class Visit
{
    public static ImportedRecord ToRecord(
        EventKind kind, Area area, DateOnly start, DateOnly published, string theme, Provenance source) => new()
        {
            SourceKey = $"{kind.Framework}/{area.DfeCode}/{SourceDay.Iso(start)}",
            Inspection = new Inspection
            {
                Kind = kind.Kind,
                State = Inspection.Types.State.Published,
                Framework = kind.Framework,
                Footprint = new Footprint { Areas = { area.DfeCode } },
                Agencies = { new V1.Agency { Kind = area.Council.Kind, Code = area.Council.Code, Name = area.Council.Name } },
                Fieldwork = new DateRange { Start = SourceDay.Iso(start) },
                PublishedOn = SourceDay.Iso(published),
                Theme = theme,
                Source = source,
            },
        };
}
