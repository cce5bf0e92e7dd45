using CsvHelper;

namespace Inspectorates.Reference;

/// <summary>
/// A table of this assembly: comma-separated, UTF-8, a header row, several values in a cell parted by semicolons.
/// A fault in a table is a fault of this build, so it is thrown with table, line and column.
/// </summary>
internal static class Table
{
    private static readonly CsvReaderOptions Options =
        CsvReaderOptions.Default with { HasHeader = false, Separator = ',', TrackLineNumbers = true };

    /// <summary>Reads all rows of the table <paramref name="name"/>, for example <c>areas.csv</c>.</summary>
    public static IReadOnlyList<Row> Read(string name)
    {
        using var stream = typeof(Table).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"There is no table {name} in this assembly.");
        return Read(name, stream);
    }

    /// <summary>Reads all rows of a table of this form from elsewhere; <paramref name="name"/> is for messages.</summary>
    public static IReadOnlyList<Row> Read(string name, Stream stream)
    {
        using var reader = CsvReader.Create(stream, Options);

        if (!reader.Read())
            throw new InvalidDataException($"{name} is empty; it needs a header row.");
        var header = reader.Current.ToArray();

        var rows = new List<Row>();
        while (reader.Read())
        {
            var cells = reader.Current.ToArray();
            if (cells.Length != header.Length)
                throw new InvalidDataException(
                    $"{name} line {reader.LineNumber}: {cells.Length} cells, the header has {header.Length}.");
            rows.Add(new Row(name, reader.LineNumber, header, cells));
        }

        return rows;
    }

    /// <summary>One row, its cells by column name.</summary>
    internal sealed class Row(string table, long line, string[] header, string[] cells)
    {
        /// <summary>The cell of a column; an empty cell is an empty string.</summary>
        public string this[string column]
        {
            get
            {
                var at = Array.IndexOf(header, column);
                return at >= 0 ? cells[at] : throw Fault(column, "there is no such column");
            }
        }

        /// <summary>The cell, which must not be empty.</summary>
        public string Required(string column) =>
            this[column] is { Length: > 0 } cell ? cell : throw Fault(column, "is empty");

        /// <summary>The cell, or null where it is empty.</summary>
        public string? Optional(string column) => this[column] is { Length: > 0 } cell ? cell : null;

        /// <summary>The values of a cell parted by semicolons; none for an empty cell.</summary>
        public string[] List(string column) =>
            this[column].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        /// <summary>The cell as a day, or null where it is empty.</summary>
        public DateOnly? Day(string column) => Optional(column) switch
        {
            null => null,
            var cell when DateOnly.TryParseExact(cell, "yyyy-MM-dd", out var day) => day,
            var cell => throw Fault(column, $"\"{cell}\" is no day; write it as 2025-03-31"),
        };

        /// <inheritdoc/>
        public override string ToString() => $"{table} line {line}";

        /// <summary>What is wrong with a cell, naming table, line and column.</summary>
        public InvalidDataException Fault(string column, string what) => new($"{table} line {line}, {column}: {what}.");
    }
}
