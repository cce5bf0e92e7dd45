using CsvHelper;

namespace Inspectorates.Hosting.Imports;

/// <summary>
/// Reads CSV files of published data: columns by the words of their headers, in any order; lines before the header (a
/// sheet's title) are passed over; a row that cannot be read is handed on as such and never takes others with it.
/// </summary>
public static class CsvTable
{
    // Sheets saved as CSV carry a few lines of title and notes above the header.
    private const int HeaderWithin = 20;

    /// <summary>Reads the data rows in file order. Lines without any character are no rows.</summary>
    /// <param name="file">The file.</param>
    /// <param name="columns">The columns the format reads; others in the file are ignored.</param>
    /// <exception cref="UnreadableFileException">
    /// The file is empty or not UTF-8 text, a required column is missing, or two columns have the same meaning.
    /// </exception>
    public static IEnumerable<CsvRow> Read(ImportFile file, IReadOnlyList<CsvColumn> columns)
    {
        var lines = TextLines.Read(file);
        var records = Records(lines, columns);
        var header = records.Take(HeaderWithin).Where(record => record.Fault is null)
            .FirstOrDefault(record => Missing(record.Cells, columns).Count == 0);
        if (header is null)
            throw NoHeader(file, records.FirstOrDefault(), columns);

        var places = Places(file, header, columns);
        return records.Where(record => record.Line > header.Line).Select(record => ToRow(record, header.Cells.Length, places));
    }

    private sealed record Record(int Line, string[] Cells, CsvMalformedReason? Fault);

    private static readonly CsvReaderOptions Options = CsvReaderOptions.Default with
    {
        HasHeader = false,
        Separator = ',',
        TrimWhitespace = true,
        SkipEmptyLines = false,
    };

    private static List<Record> Records(IReadOnlyList<string> lines, IReadOnlyList<CsvColumn> columns)
    {
        var records = new List<Record>();
        int? width = null;
        for (var at = 0; at < lines.Count;)
        {
            if (lines[at].Length == 0)
            {
                at++;
                continue;
            }

            var (record, height) = Longest(lines, at, width);
            if (width is null && Missing(record.Cells, columns).Count == 0)
                width = record.Cells.Length;
            records.Add(record);
            at += height;
        }

        return records;
    }

    /// <summary>
    /// A record goes over several lines where a quoted cell does. Where that ends in nonsense the quote was a stray one: then
    /// only its first line is given up, and reading resumes at the next.
    /// </summary>
    private static (Record Record, int Height) Longest(IReadOnlyList<string> lines, int at, int? width)
    {
        const int Highest = 200;
        var record = Parse(lines[at], at + 1);
        if (record.Fault is not CsvMalformedReason.UnterminatedQuote)
            return (record, 1);

        for (var height = 2; height <= Highest && at + height <= lines.Count; height++)
        {
            var longer = Parse(string.Join('\n', lines.Skip(at).Take(height)), at + 1);
            if (longer.Fault is not CsvMalformedReason.UnterminatedQuote)
                return longer.Fault is null && (width is null || longer.Cells.Length == width) ? (longer, height) : (record, 1);
        }

        return (record, 1);
    }

    private static Record Parse(string text, int line)
    {
        CsvMalformedReason? fault = null;
        using var reader = CsvReader.FromText(text, Options with { OnMalformedRecord = malformed => fault = malformed.Reason });
        var cells = reader.Read() ? reader.Current.ToArray() : [];

        // A quote within an unquoted cell, as in 5" barrel, is text.
        return new Record(line, [.. cells.Select(cell => cell.Trim())], fault is CsvMalformedReason.StrayQuote ? null : fault);
    }

    private static string InWords(CsvMalformedReason fault) => fault switch
    {
        CsvMalformedReason.UnterminatedQuote => "a quote is opened and never closed",
        CsvMalformedReason.TextAfterClosingQuote => "text follows a closing quote; a quote inside a quoted cell is written twice",
        _ => $"not well-formed CSV ({fault})",
    };

    private static List<CsvColumn> Missing(string[] header, IReadOnlyList<CsvColumn> columns) =>
        [.. columns.Where(column => column.Required && !header.Any(column.IsSpelt) && !(column.Alternative is { } other && header.Any(other.IsSpelt)))];

    private static UnreadableFileException NoHeader(ImportFile file, Record? first, IReadOnlyList<CsvColumn> columns)
    {
        if (first is null)
            return new UnreadableFileException($"{file.Path}: the file is empty; a header line and rows of comma-separated cells were expected");
        if (first.Fault is { } fault)
            return new UnreadableFileException($"{file.Path}, line {first.Line}: {InWords(fault)}");

        var missing = string.Join(", ", Missing(first.Cells, columns).Select(column => $"\"{column.Name}\""));
        var found = string.Join(", ", first.Cells.Take(30).Select(cell => $"\"{(cell.Length > 80 ? cell[..80] : cell)}\""));
        return new UnreadableFileException(
            $"{file.Path}, line {first.Line}: not a header of this format: missing the columns {missing}; found {found}");
    }

    private static Dictionary<CsvColumn, int> Places(ImportFile file, Record header, IReadOnlyList<CsvColumn> columns)
    {
        var places = new Dictionary<CsvColumn, int>();
        for (var place = 0; place < header.Cells.Length; place++)
        {
            if (columns.FirstOrDefault(column => column.IsSpelt(header.Cells[place])) is not { } column)
                continue;
            if (!places.TryAdd(column, place))
                throw new UnreadableFileException(
                    $"{file.Path}, line {header.Line}: the columns \"{header.Cells[places[column]]}\" and \"{header.Cells[place]}\" both mean \"{column.Name}\"; one is right");
        }

        return places;
    }

    private static CsvRow ToRow(Record record, int width, Dictionary<CsvColumn, int> places)
    {
        if (record.Fault is { } fault)
            return Refused(InWords(fault) + "; the row as a whole cannot be read");
        if (record.Cells.All(cell => cell.Length == 0))
            return new CsvRow(record.Line, places, [], new OutOfScopeRecord { Line = record.Line, Label = "", Reason = "the row is empty" });
        if (record.Cells.Length < width || record.Cells.Skip(width).Any(cell => cell.Length > 0))
            return Refused($"the row has {record.Cells.Length} cells and the header {width}; each row needs one cell per column");
        return new CsvRow(record.Line, places, record.Cells);

        CsvRow Refused(string reason) => new(
            record.Line, places, [], new RefusedRecord { Line = record.Line, Label = record.Cells.FirstOrDefault() ?? "", Faults = [new RowRemark("", reason)] });
    }
}
