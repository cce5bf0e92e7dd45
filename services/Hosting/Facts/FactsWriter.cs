using Inspectorates.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Facts;

/// <summary>
/// Writes records as a pair of facts tables: facts only, no sentence of a report. The words of a coding by reading are
/// paraphrases of our own and stay. The same records give the same bytes, whatever their order.
/// </summary>
internal static class FactsWriter
{
    public static (string Inspections, string Verdicts) Write(IEnumerable<ImportedRecord> records)
    {
        var ordered = records.Select(Complete)
            .OrderBy(record => record.SourceKey, StringComparer.Ordinal)
            .ThenBy(record => record.Inspection.Source.EditionDay, StringComparer.Ordinal)
            .ThenBy(record => record.Inspection.Source.Edition, StringComparer.Ordinal)
            .ToList();
        return (
            Table(InspectionColumns.All, ordered.Select(record => InspectionColumns.Write(record.SourceKey, record.Inspection))),
            Table(VerdictColumns.All, ordered.SelectMany(record => record.Verdicts.Select(verdict =>
                VerdictColumns.Write(record.SourceKey, verdict.Key, verdict.Verdict, record.Inspection)))));
    }

    private static ImportedRecord Complete(ImportedRecord given)
    {
        var record = given.Clone();
        foreach (var verdict in record.Verdicts)
        {
            verdict.Verdict.Source ??= record.Inspection.Source.Clone();
            if (verdict.Verdict.Coding != Verdict.Types.Coding.ByReading)
                verdict.Verdict.Text = "";
        }

        return record;
    }

    private static string Table(IReadOnlyList<CsvColumn> columns, IEnumerable<IEnumerable<string>> rows) =>
        string.Concat(rows.Prepend(columns.Select(column => column.Name)).Select(cells => string.Join(',', cells.Select(Quoted)) + "\n"));

    private static string Quoted(string cell) => cell.IndexOfAny([',', '"', '\n', '\r']) < 0
        ? cell
        : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
