namespace Inspectorates.Hosting.Imports.Joint;

/// <summary>Cells of one row, each read as what its column holds; what cannot be is noted as a fault.</summary>
internal sealed class RowCells(CsvRow row, RowNotes notes)
{
    /// <summary>The cell with its column's name.</summary>
    public SourceCell this[CsvColumn column] => new(column.Name, Known(row[column]));

    /// <summary>A text that must be there. Empty: it is not, and that was noted.</summary>
    public string Required(CsvColumn column, string wouldBeRight)
    {
        var text = Known(row[column]);
        if (text.Length == 0)
            notes.Fault(column.Name, $"empty; {wouldBeRight} would be right");
        return text;
    }

    /// <summary>A day; null where the cell is empty, or cannot be read and that was noted.</summary>
    public DateOnly? Day(CsvColumn column)
    {
        var text = Known(row[column]);
        if (text.Length == 0)
            return null;
        if (SourceDay.TryRead(text, out var day))
            return day;
        notes.Fault(column.Name, $"\"{text}\" is not a day: {SourceDay.Accepted} would be right");
        return null;
    }

    /// <summary>
    /// Notes what is wrong with the days of an inspection: an end before the start is a fault, and so is neither a first day
    /// nor a day of publication, since nothing then tells the inspection from another.
    /// </summary>
    public void CheckDays((CsvColumn Column, DateOnly? Day) start, (CsvColumn Column, DateOnly? Day) end, (CsvColumn Column, DateOnly? Day) published)
    {
        if (start.Day > end.Day)
            notes.Fault(end.Column.Name, $"{SourceDay.Iso(end.Day.Value)} is before {start.Column.Name}, {SourceDay.Iso(start.Day.Value)}; the last day of fieldwork would be right");
        if (published.Day < (end.Day ?? start.Day))
            notes.Remark(published.Column.Name, $"{SourceDay.Iso(published.Day.Value)} is before fieldwork ended");
        if (start.Day is null && published.Day is null && !notes.HasFaults)
            notes.Fault(start.Column.Name, $"empty, and {published.Column.Name} too, so the inspection cannot be told from others; the first day of fieldwork would be right");
    }

    // The scrapers write nan and None where they found nothing.
    private static string Known(string cell) =>
        cell.Equals("nan", StringComparison.OrdinalIgnoreCase) || cell.Equals("none", StringComparison.OrdinalIgnoreCase) ? "" : cell;
}
