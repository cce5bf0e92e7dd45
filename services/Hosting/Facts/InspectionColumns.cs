using Inspectorates.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Facts;

/// <summary>The columns of a table of inspections, one row per source record.</summary>
internal static class InspectionColumns
{
    private const char Between = ';';
    private const char Within = '|';

    public static readonly CsvColumn SourceKey = new("source_key");
    public static readonly CsvColumn Edition = new("edition");
    private static readonly CsvColumn Kind = new("kind");
    private static readonly CsvColumn Framework = new("framework");
    private static readonly CsvColumn Version = new("framework_version");
    private static readonly CsvColumn Areas = new("areas");
    private static readonly CsvColumn Label = new("areas_label");
    private static readonly CsvColumn Agencies = new("agencies");
    private static readonly CsvColumn Start = new("fieldwork_start");
    private static readonly CsvColumn End = new("fieldwork_end");
    private static readonly CsvColumn Published = new("published_on");
    private static readonly CsvColumn Theme = new("theme");
    private static readonly CsvColumn Participation = new("participation");
    private static readonly CsvColumn Pilot = new("pilot");
    private static readonly CsvColumn Due = new("statement_due_on");
    private static readonly CsvColumn Notes = new("notes");

    public static readonly IReadOnlyList<CsvColumn> All =
        [SourceKey, Kind, Framework, Version, Areas, Label, Agencies, Start, End, Published, Theme, Participation, Pilot, Due, Notes, .. SourceColumns.All];

    public static IEnumerable<string> Write(string sourceKey, Inspection inspection) =>
    [
        sourceKey, CellText.Word(inspection.Kind), inspection.Framework, inspection.FrameworkVersion,
        string.Join(' ', inspection.Footprint.Areas), inspection.Footprint.Label,
        CellText.Join(Between, inspection.Agencies.Select(agency => CellText.Join(Within, [agency.Kind, agency.Code, agency.Name]))),
        inspection.Fieldwork?.Start ?? "", inspection.Fieldwork?.End ?? "", inspection.PublishedOn, inspection.Theme,
        CellText.Join(Between, inspection.Participation.Select(one => CellText.Join(Within, [one.Inspectorate, CellText.Word(one.State), one.Reason]))),
        PilotCell.Write(inspection), inspection.StatementDueOn, CellText.Join(Between, inspection.Notes),
        .. SourceColumns.Write(inspection.Source),
    ];

    /// <exception cref="FormatException">A cell cannot be read.</exception>
    public static Inspection Read(CsvRow row)
    {
        var inspection = new Inspection
        {
            Kind = CellText.Value<Inspection.Types.Kind>("kind", row[Kind]),
            State = Inspection.Types.State.Published,
            Framework = row[Framework],
            FrameworkVersion = row[Version],
            Footprint = new Footprint { Areas = { CellText.Split(' ', row[Areas]) }, Label = row[Label] },
            Fieldwork = RangeOf(row[Start], row[End]),
            PublishedOn = row[Published],
            Theme = row[Theme],
            StatementDueOn = row[Due],
            Notes = { CellText.Split(Between, row[Notes]) },
            Source = SourceColumns.Read(row),
        };
        PilotCell.Read(row[Pilot], inspection);
        inspection.Agencies.AddRange(Parts("agencies", row[Agencies]).Select(part => new Agency { Kind = part[0], Code = part[1], Name = part[2] }));
        inspection.Participation.AddRange(Parts("participation", row[Participation]).Select(part => new Participation
        {
            Inspectorate = part[0],
            State = CellText.Value<Participation.Types.State>("participation", part[1]),
            Reason = part[2],
        }));
        return inspection;
    }

    public static DateRange? RangeOf(string start, string end) =>
        start.Length + end.Length == 0 ? null : new DateRange { Start = start, End = end };

    private static IEnumerable<IReadOnlyList<string>> Parts(string column, string cell) =>
        CellText.Split(Between, cell).Select(one => CellText.Split(Within, one) is { Count: 3 } parts
            ? parts
            : throw new FormatException($"{column}: '{one}' has not three parts with | between them"));
}
