using Inspectorates.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Facts;

/// <summary>Reads a pair of facts tables: every row of inspections is an input record, with its verdicts.</summary>
internal static class FactsReader
{
    /// <exception cref="UnreadableFileException">A table has not its columns, or a verdict has no inspection.</exception>
    public static IEnumerable<InputRecord> Read(FactsSet set)
    {
        var verdicts = CsvTable.Read(set.Verdicts, VerdictColumns.All).ToList();
        if (verdicts.FirstOrDefault(row => row.Unreadable is not null) is { } unreadable)
            throw new UnreadableFileException($"{set.Verdicts.Path}, line {unreadable.Line}: the row cannot be read as cells");
        var byRecord = verdicts.ToLookup(KeyOf);
        var inspections = CsvTable.Read(set.Inspections, InspectionColumns.All).ToList();
        var recommendations = Beside(set.Recommendations, FollowUpColumns.OfRecommendations);
        var statements = Beside(set.Statements, FollowUpColumns.OfStatements);

        var known = inspections.Where(row => row.Unreadable is null).Select(KeyOf).ToHashSet();
        if (verdicts.FirstOrDefault(row => !known.Contains(KeyOf(row))) is { } orphan)
            throw new UnreadableFileException(
                $"{set.Verdicts.Path}, line {orphan.Line}: {set.Inspections.Path} has no row '{KeyOf(orphan).Key}' of edition '{KeyOf(orphan).Edition}'");
        return inspections.Select(row => row.Unreadable ?? Record(row, byRecord[KeyOf(row)], recommendations[KeyOf(row)], statements[KeyOf(row)]));
    }

    private static ILookup<(string, string), CsvRow> Beside(ImportFile? file, IReadOnlyList<CsvColumn> columns) =>
        (file is null ? [] : CsvTable.Read(file, columns).Where(row => row.Unreadable is null)).ToLookup(KeyOf);

    private static InputRecord Record(CsvRow row, IEnumerable<CsvRow> verdicts, IEnumerable<CsvRow> recommendations, IEnumerable<CsvRow> statements)
    {
        var label = row[InspectionColumns.SourceKey];
        try
        {
            var inspection = InspectionColumns.Read(row);
            var record = new ImportedRecord
            {
                SourceKey = label,
                Inspection = inspection,
                Verdicts = { verdicts.Select(verdict => VerdictColumns.Read(verdict, inspection)) },
                Recommendations = { recommendations.Select(FollowUpColumns.Recommendation) },
                Statement = statements.Select(FollowUpColumns.Statement).FirstOrDefault(),
            };
            return new FactsRecord { Line = row.Line, Label = label, Records = [record] };
        }
        catch (FormatException fault)
        {
            return new RefusedRecord { Line = row.Line, Label = label, Faults = [new RowRemark("", fault.Message)] };
        }
    }

    private static (string Key, string Edition) KeyOf(CsvRow row) => (row[InspectionColumns.SourceKey], row[InspectionColumns.Edition]);
}
