using Inspectorates.Hosting.Imports;

namespace Inspectorates.Hosting.Facts;

/// <summary>The rows of a table beside that of the inspections, by the record they belong to.</summary>
internal sealed class FactsTable
{
    private readonly IReadOnlyList<CsvRow> _rows;
    private readonly ILookup<(string, string), CsvRow> _byRecord;

    private FactsTable(string path, IReadOnlyList<CsvRow> rows) => (Path, _rows, _byRecord) = (path, rows, rows.ToLookup(KeyOf));

    /// <summary>Where it was read; empty: it is not there.</summary>
    public string Path { get; }

    /// <param name="file">Null: it is not there, and has no rows.</param>
    /// <exception cref="UnreadableFileException">It has not its columns, or a row cannot be read.</exception>
    public static FactsTable Read(ImportFile? file, IReadOnlyList<CsvColumn> columns)
    {
        if (file is null)
            return new FactsTable("", []);
        var rows = CsvTable.Read(file, columns).ToList();
        return rows.FirstOrDefault(row => row.Unreadable is not null) is { } unreadable
            ? throw new UnreadableFileException($"{file.Path}, line {unreadable.Line}: the row cannot be read as cells")
            : new FactsTable(file.Path, rows);
    }

    /// <summary>What a row of any of the tables belongs to: key and edition of its record.</summary>
    public static (string Key, string Edition) KeyOf(CsvRow row) => (row[InspectionColumns.SourceKey], row[InspectionColumns.Edition]);

    /// <summary>The rows of the record an inspection's row stands for.</summary>
    public IEnumerable<CsvRow> Of(CsvRow inspection) => _byRecord[KeyOf(inspection)];

    /// <summary>The first row of no record; null: each has its inspection.</summary>
    public CsvRow? Orphan(IReadOnlySet<(string, string)> known) => _rows.FirstOrDefault(row => !known.Contains(KeyOf(row)));
}
