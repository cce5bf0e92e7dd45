using Inspectorates.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Facts;

/// <summary>The columns that say where a fact comes from.</summary>
internal static class SourceColumns
{
    private static readonly CsvColumn Uri = new("uri");
    private static readonly CsvColumn Day = new("edition_day");
    private static readonly CsvColumn Licence = new("licence");
    private static readonly CsvColumn Authority = new("authority");
    private static readonly CsvColumn Locator = new("locator");

    public static readonly IReadOnlyList<CsvColumn> All = [InspectionColumns.Edition, Day, Authority, Licence, Uri, Locator];

    public static IReadOnlyList<string> Write(Provenance source) =>
        [source.Edition, source.EditionDay, CellText.Word(source.Authority), source.Licence, source.Uri, source.Locator];

    public static Provenance Read(CsvRow row, Provenance? inherited = null)
    {
        string Cell(CsvColumn column, string? above) => row[column] == VerdictColumns.Same ? above ?? "" : row[column];
        return new Provenance
        {
            Edition = row[InspectionColumns.Edition],
            EditionDay = Cell(Day, inherited?.EditionDay),
            Authority = CellText.Value<Provenance.Types.Authority>(
                "authority", Cell(Authority, inherited is null ? null : CellText.Word(inherited.Authority))),
            Licence = Cell(Licence, inherited?.Licence),
            Uri = Cell(Uri, inherited?.Uri),
            Locator = Cell(Locator, inherited?.Locator),
        };
    }
}
