using Inspectorates.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Facts;

/// <summary>Reads a set of facts tables: every row of inspections is an input record, with its verdicts and what follows it.</summary>
internal sealed class FactsReader
{
    private readonly FactsTable _verdicts;
    private readonly FactsTable _recommendations;
    private readonly FactsTable _statements;
    private readonly FactsTable _replies;
    private readonly FactsTable _exchanges;

    private FactsReader(FactsSet set)
    {
        _verdicts = FactsTable.Read(set.Verdicts, VerdictColumns.All);
        _recommendations = FactsTable.Read(set.Beside(FactsSet.RecommendationsEnd), FollowUpColumns.OfRecommendations);
        _statements = FactsTable.Read(set.Beside(FactsSet.StatementsEnd), FollowUpColumns.OfStatements);
        _replies = FactsTable.Read(set.Beside(FactsSet.RepliesEnd), FollowUpColumns.OfReplies);
        _exchanges = FactsTable.Read(set.Beside(FactsSet.ExchangesEnd), FollowUpColumns.OfExchanges);
    }

    /// <exception cref="UnreadableFileException">A table has not its columns, or a row of one has no inspection.</exception>
    public static IEnumerable<InputRecord> Read(FactsSet set)
    {
        var tables = new FactsReader(set);
        var inspections = CsvTable.Read(set.Inspections, InspectionColumns.All).ToList();
        var known = inspections.Where(row => row.Unreadable is null).Select(FactsTable.KeyOf).ToHashSet();
        foreach (var table in new[] { tables._verdicts, tables._recommendations, tables._statements, tables._replies, tables._exchanges })
            if (table.Orphan(known) is { } orphan)
                throw new UnreadableFileException(
                    $"{table.Path}, line {orphan.Line}: {set.Inspections.Path} has no row '{FactsTable.KeyOf(orphan).Key}' of edition '{FactsTable.KeyOf(orphan).Edition}'");
        return inspections.Select(row => row.Unreadable ?? tables.Record(row));
    }

    private InputRecord Record(CsvRow row)
    {
        var label = row[InspectionColumns.SourceKey];
        try
        {
            var inspection = InspectionColumns.Read(row);
            var record = new ImportedRecord
            {
                SourceKey = label,
                Inspection = inspection,
                Verdicts = { _verdicts.Of(row).Select(verdict => VerdictColumns.Read(verdict, inspection)) },
                Recommendations = { _recommendations.Of(row).Select(FollowUpColumns.Recommendation) },
                Statement = Statement(row),
                Replies = { _replies.Of(row).Select(FollowUpColumns.Reply) },
                AccuracyExchanges = { _exchanges.Of(row).Select(FollowUpColumns.Exchange) },
            };
            return new FactsRecord { Line = row.Line, Label = label, Records = [record] };
        }
        catch (FormatException fault)
        {
            return new RefusedRecord { Line = row.Line, Label = label, Faults = [new RowRemark("", fault.Message)] };
        }
    }

    private Statement? Statement(CsvRow row)
    {
        var rows = _statements.Of(row).ToList();
        return rows.Count > 1
            ? throw new FormatException($"{_statements.Path} has {rows.Count} rows of it, on lines {string.Join(", ", rows.Select(one => one.Line))}; a report asks for one statement.")
            : rows.Select(FollowUpColumns.Statement).FirstOrDefault();
    }
}
