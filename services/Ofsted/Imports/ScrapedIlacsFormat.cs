using Inspectorates.Hosting.Imports;
using Inspectorates.Ofsted.Frameworks;
using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Ofsted.Imports;

/// <summary>
/// ILACS outcomes read off the reports by Data to Insight's program. Rows are of the area whose DfE code they bear: the GSS
/// codes are stale for some, and two authorities share one.
/// </summary>
internal sealed class ScrapedIlacsFormat : IImportFormat
{
    private static readonly CsvColumn LaCode = new("la_code");
    private static readonly CsvColumn Gss = new("ltla23cd", "gss_code") { Required = false };
    private static readonly CsvColumn Authority = new("local_authority");
    private static readonly CsvColumn Link = new("inspection_link") { Required = false };
    private static readonly CsvColumn Start = new("inspection_start_date");
    private static readonly CsvColumn End = new("inspection_end_date");
    private static readonly CsvColumn Published = new("publication_date");
    private static readonly CsvColumn Overall = new("overall_effectiveness_grade");
    private static readonly CsvColumn Leaders = new("impact_of_leaders_grade");
    private static readonly CsvColumn Help = new("help_and_protection_grade");
    private static readonly CsvColumn InCare = new("in_care_grade");
    private static readonly CsvColumn CareLeavers = new("care_leavers_grade");

    private static readonly CsvColumn[] Columns =
        [LaCode, Gss, Authority, Link, Start, End, Published, Overall, Leaders, Help, InCare, CareLeavers];

    /// <inheritdoc/>
    public string Name => "d2i-ilacs";

    /// <inheritdoc/>
    public string Description => "ILACS outcomes scraped from the reports by Data to Insight (ofsted-ilacs-scrape-tool), as CSV";

    /// <inheritdoc/>
    public IEnumerable<InputRecord> Read(ImportFile file) =>
        CsvTable.Read(file, Columns).Select(row => row.Unreadable ?? Read(file, row));

    private static InputRecord Read(ImportFile file, CsvRow row)
    {
        var faults = new List<RowRemark>();
        var remarks = new List<RowRemark>();
        var area = FindArea(row, faults);
        var start = OptionalDay(row, Start, faults);
        var end = OptionalDay(row, End, faults);
        var published = Cells.Day(row, Published, faults);
        if (start > end || (end ?? start) > published)
            faults.Add(new RowRemark(Start.Name, $"{row[Start]}, {row[End]} and {row[Published]} are not in order: first day, last day, publication"));

        var version = Ilacs.VersionOn(start ?? published ?? default);
        var grades = GradeColumns.Read(
        [
            (IlacsJudgements.Overall, Overall.Name, row[Overall]),
            (IlacsJudgements.Leaders, Leaders.Name, row[Leaders]),
            (IlacsJudgements.HelpAndProtection, Help.Name, row[Help]),
            (IlacsJudgements.InCare, InCare.Name, row[InCare]),
            (IlacsJudgements.CareLeavers, CareLeavers.Name, row[CareLeavers]),
        ], version, faults, remarks);
        if (faults.Count > 0 || area is null || published is null)
            return new RefusedRecord { Line = row.Line, Label = row[Authority], Faults = faults, Remarks = remarks };

        RemarkOnGss(row, area, published.Value, remarks);
        if (start is null)
            remarks.Add(new RowRemark(Start.Name, "empty: the fieldwork is not known, so the inspection is identified by the day of its report"));
        var inspection = new IlacsInspection
        {
            Area = area,
            Start = start,
            End = end,
            Published = published.Value,
            Grades = grades,
            Source = new Provenance
            {
                Uri = Cells.Link(row, Link, area, remarks),
                Edition = file.Edition,
                EditionDay = file.EditionDay is { } day ? SourceDay.Iso(day) : "",
                Licence = "MIT AND OGL-UK-3.0",
                Authority = Provenance.Types.Authority.Scraped,
            },
        };
        return new FactsRecord { Line = row.Line, Label = row[Authority], Records = [inspection.ToRecord()], Remarks = remarks };
    }

    private static Area? FindArea(CsvRow row, List<RowRemark> faults)
    {
        var code = row[LaCode];
        if (Areas.England.TryFind(code, out var area, out _) && area.DfeCode == code && !area.IsFictional)
            return area;
        faults.Add(new RowRemark(LaCode.Name, $"\"{code}\" is no DfE code of an area; right is one such as 926"));
        return null;
    }

    private static void RemarkOnGss(CsvRow row, Area area, DateOnly published, List<RowRemark> remarks)
    {
        var gss = row[Gss];
        if (gss.Length > 0 && !area.GssCodes.Any(code => code.Code == gss && (code.Until is null || code.Until >= published)))
            remarks.Add(new RowRemark(Gss.Name, $"\"{gss}\" is stale or another authority's; {area} was {area.GssCode} when the report came out, and its la_code stands"));
    }

    private static DateOnly? OptionalDay(CsvRow row, CsvColumn column, List<RowRemark> faults) =>
        Words.Key(row[column]) is "" or "nan" or "none" or "nat" ? null : Cells.Day(row, column, faults);
}
