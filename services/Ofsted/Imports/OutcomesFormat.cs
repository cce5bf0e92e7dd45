using Inspectorates.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Ofsted.Imports;

/// <summary>
/// Ofsted's official statistics on inspections of local authorities, one sheet saved as CSV. Rows are of the area whose
/// GSS code they bear: the code in the web link is now and then another authority's.
/// </summary>
internal sealed class OutcomesFormat(string name, string description) : IImportFormat
{
    /// <summary>The latest outcome of each authority.</summary>
    public static readonly OutcomesFormat Latest = new(
        "ofsted-outcomes",
        "Ofsted official statistics, \"Local authority inspection outcomes\", sheet of the latest inspections, as CSV");

    /// <summary>All outcomes since 2018, abolished authorities included.</summary>
    public static readonly OutcomesFormat History = new(
        "ofsted-ilacs-history",
        "Ofsted official statistics, \"Local authority inspection outcomes\", sheet of the ILACS history, as CSV");

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Description => description;

    /// <inheritdoc/>
    public IEnumerable<InputRecord> Read(ImportFile file) =>
        CsvTable.Read(file, OutcomeColumns.All).Select(row => row.Unreadable ?? Read(file, row));

    private static InputRecord Read(ImportFile file, CsvRow row)
    {
        var faults = new List<RowRemark>();
        var remarks = new List<RowRemark>();
        if (Places.AbolishedReason(row) is { } abolished)
            return new OutOfScopeRecord { Line = row.Line, Label = row[OutcomeColumns.Name], Reason = abolished };

        var area = Places.ByGss(row, faults, remarks);
        var start = Cells.Day(row, OutcomeColumns.Start, faults);
        var published = Cells.Day(row, OutcomeColumns.Published, faults);
        if (start > published)
            faults.Add(new RowRemark(OutcomeColumns.Published.Name, $"{row[OutcomeColumns.Published]} is before the inspection, {row[OutcomeColumns.Start]}"));
        var kind = EventKind.Read(row[OutcomeColumns.Type], faults);
        if (faults.Count > 0 || area is null || start is null || published is null || kind is null)
            return Refused(row, faults, remarks);

        var source = new Provenance
        {
            Uri = Cells.Link(row, OutcomeColumns.Link, area, remarks),
            Edition = file.Edition,
            EditionDay = file.EditionDay is { } day ? SourceDay.Iso(day) : "",
            Licence = "OGL-UK-3.0",
            Authority = Provenance.Types.Authority.Official,
        };
        if (kind.IsVisit)
            return Understood(row, Visit.ToRecord(kind, area, start.Value, published.Value, row[OutcomeColumns.Theme], source), remarks);

        var version = Frameworks.Ilacs.VersionOn(start.Value);
        var grades = GradeColumns.Read(OutcomeColumns.GradesOf(row), version, faults, remarks);
        if (faults.Count > 0)
            return Refused(row, faults, remarks);
        var inspection = new IlacsInspection { Area = area, Start = start, Published = published.Value, Grades = grades, Source = source };
        return Understood(row, inspection.ToRecord(), remarks);
    }

    private static FactsRecord Understood(CsvRow row, ImportedRecord record, List<RowRemark> remarks) =>
        new() { Line = row.Line, Label = row[OutcomeColumns.Name], Records = [record], Remarks = remarks };

    private static RefusedRecord Refused(CsvRow row, List<RowRemark> faults, List<RowRemark> remarks) =>
        new() { Line = row.Line, Label = row[OutcomeColumns.Name], Faults = faults, Remarks = remarks };
}
