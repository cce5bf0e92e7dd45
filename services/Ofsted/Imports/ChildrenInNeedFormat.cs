using System.Globalization;
using Inspectorates.Hosting.Imports;
using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Ofsted.Imports;

/// <summary>
/// The Department for Education's table of referrals and re-referrals to children's social care: a row for each place and year,
/// with codes for what is withheld inside numeric columns. Rows of authorities are read; those of regions and of England are
/// about no area here.
/// </summary>
internal sealed class ChildrenInNeedFormat : IImportFormat
{
    private const string Address = "https://explore-education-statistics.service.gov.uk/find-statistics/characteristics-of-children-in-need";
    private const int LargestWithheld = 5;

    private static readonly CsvColumn Period = new("time_period");
    private static readonly CsvColumn Level = new("geographic_level");
    private static readonly CsvColumn Code = new("old_la_code");
    private static readonly CsvColumn Place = new("la_name");

    private static readonly CsvColumn Referrals = new("referral_count");

    // Each figure with the count that it is, or is a share of the referrals made of: where that, or what is left of them, is small, the
    // share gives it away.
    private static readonly (string Indicator, CsvColumn Figure, CsvColumn Count)[] Measures =
    [
        ("referrals", Referrals, Referrals),
        ("re-referrals-within-12-months", new("rereferral_percent"), new("rereferral_count")),
        ("referrals-no-further-action", new("no_further_action_percent"), new("no_further_action_count")),
        ("referrals-not-in-need", new("not_in_need_percent"), new("not_in_need_count")),
    ];

    private static readonly CsvColumn[] Columns =
        [Period, Level, Code, Place, .. Measures.SelectMany(measure => new[] { measure.Figure, measure.Count }).DistinctBy(column => column.Name)];

    /// <inheritdoc/>
    public string Name => "dfe-children-in-need";

    /// <inheritdoc/>
    public string Description => "DfE children in need, referrals and re-referrals by authority and year, as CSV";

    /// <inheritdoc/>
    public IEnumerable<InputRecord> Read(ImportFile file) => CsvTable.Read(file, Columns).Select(row => row.Unreadable ?? Read(file, row));

    private static InputRecord Read(ImportFile file, CsvRow row)
    {
        var (line, label) = (row.Line, row[Place].Length > 0 ? $"{row[Place]} {row[Period]}" : $"{row[Level]} {row[Period]}");
        if (row[Level] is "National" or "Regional")
            return new OutOfScopeRecord { Line = line, Label = label, Reason = $"the row is {row[Level].ToLowerInvariant()}, about no local area" };
        if (!Areas.England.TryFind(row[Code], out var area, out var refusal))
            return refusal.Reason == AreaRefusal.Abolished || row[Code].Length == 0
                ? new OutOfScopeRecord { Line = line, Label = label, Reason = $"{label}: {refusal.Message}" }
                : Unknown(line, label, row[Code], refusal);
        // A former code leads to what came after: a figure of what was there before is none of that.
        if (area.DfeCode != row[Code])
            return new OutOfScopeRecord { Line = line, Label = label, Reason = $"{row[Place]} ({row[Code]}) no longer exists: its area is now part of {area}, of which this is no figure" };

        var faults = new List<RowRemark>();
        if (!int.TryParse(row[Period], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 2000 or > 2100)
            faults.Add(new RowRemark(Period.Name, $"\"{row[Period]}\" is no year; right is the year in which the reporting year ends, such as 2025"));
        if (row[Level] != "Local authority")
            faults.Add(new RowRemark(Level.Name, $"\"{row[Level]}\" is none of National, Regional and Local authority"));
        var source = new Provenance
        {
            Uri = Address,
            Edition = file.Edition,
            EditionDay = file.EditionDay is { } day ? SourceDay.Iso(day) : "",
            Licence = "OGL-UK-3.0",
            Authority = Provenance.Types.Authority.Official,
        };
        List<ImportedRecord> records =
        [
            .. Measures.Select(measure => new ImportedRecord
            {
                SourceKey = $"indicator/{measure.Indicator}/{area.DfeCode}/{year}",
                IndicatorReading = Reading(row, measure, area, year, source, faults),
            }),
        ];
        return faults.Count > 0
            ? new RefusedRecord { Line = line, Label = label, Faults = faults }
            : new FactsRecord { Line = line, Label = label, Records = records };
    }

    private static IndicatorReading Reading(
        CsvRow row, (string Indicator, CsvColumn Figure, CsvColumn Count) measure, Area area, int year, Provenance source, List<RowRemark> faults)
    {
        var reading = new IndicatorReading
        {
            Indicator = measure.Indicator,
            Area = area.DfeCode,
            Period = year.ToString(CultureInfo.InvariantCulture),
            PeriodEnd = $"{year:0000}-03-31",
            Counted = measure.Figure == measure.Count,
            Source = source,
        };
        if (SuppressionCodes.TryRead(row[measure.Figure], out var code))
            reading.Code = code;
        else if (decimal.TryParse(row[measure.Figure], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            reading.Value = value.ToString(CultureInfo.InvariantCulture);
        else
            faults.Add(new RowRemark(measure.Figure.Name, $"\"{row[measure.Figure]}\" is neither a number nor one of {SuppressionCodes.Accepted}"));

        if (reading.Value.Length > 0 && (IsSmall(row[measure.Count]) || IsRestSmall(row, measure.Count)))
            (reading.Value, reading.Code) = ("", IndicatorReading.Types.Code.Confidential);
        return reading;
    }

    private static bool IsSmall(string count) =>
        (SuppressionCodes.TryRead(count, out var code) && code == IndicatorReading.Types.Code.Confidential)
        || (decimal.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= LargestWithheld);

    private static bool IsRestSmall(CsvRow row, CsvColumn count) =>
        decimal.TryParse(row[Referrals], NumberStyles.None, CultureInfo.InvariantCulture, out var all)
        && decimal.TryParse(row[count], NumberStyles.None, CultureInfo.InvariantCulture, out var part)
        && all - part is >= 1 and <= LargestWithheld;

    // Where every authority of England is known, another code is a mistake; the City of London's is none.
    private static RefusedRecord Unknown(int line, string label, string code, AreaRefusal refusal) =>
        new() { Line = line, Label = label, Faults = [new RowRemark(Code.Name, $"\"{code}\": {refusal.Message}")] };
}
