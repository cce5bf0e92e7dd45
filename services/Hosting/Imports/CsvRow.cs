namespace Inspectorates.Hosting.Imports;

/// <summary>One data row of a CSV file.</summary>
public sealed class CsvRow
{
    private readonly IReadOnlyDictionary<CsvColumn, int> _places;
    private readonly IReadOnlyList<string> _cells;

    internal CsvRow(int line, IReadOnlyDictionary<CsvColumn, int> places, IReadOnlyList<string> cells, InputRecord? unreadable = null)
    {
        Line = line;
        _places = places;
        _cells = cells;
        Unreadable = unreadable;
    }

    /// <summary>The line it begins on, counted from 1 with the file's first line as 1.</summary>
    public int Line { get; }

    /// <summary>
    /// The record to hand on where the row cannot be read as cells: refused for a quote that never closes or a wrong number
    /// of cells, out of scope for a row without any content. Null where its cells can be read.
    /// </summary>
    public InputRecord? Unreadable { get; }

    /// <summary>The cell's text without spaces around it. Empty: the cell is empty, or the file has no such column.</summary>
    /// <param name="column">One of the columns the file was read with.</param>
    public string this[CsvColumn column] => _places.TryGetValue(column, out var place) ? _cells[place] : "";

    /// <summary>Whether the file has the column at all.</summary>
    /// <param name="column">One of the columns the file was read with.</param>
    public bool Has(CsvColumn column) => _places.ContainsKey(column);
}
