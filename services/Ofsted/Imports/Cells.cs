using Inspectorates.Hosting.Imports;
using Inspectorates.Reference;

namespace Inspectorates.Ofsted.Imports;

/// <summary>Cells that the formats have in common.</summary>
internal static class Cells
{
    /// <summary>A day that must be there.</summary>
    public static DateOnly? Day(CsvRow row, CsvColumn column, List<RowRemark> faults)
    {
        if (SourceDay.TryRead(row[column], out var day))
            return day;
        faults.Add(new RowRemark(column.Name, $"\"{row[column]}\" is no day; right is {SourceDay.Accepted}"));
        return null;
    }

    /// <summary>
    /// The address of the report, or nothing where it is no address, or is one of another authority's page: those links are
    /// wrong now and then.
    /// </summary>
    public static string Link(CsvRow row, CsvColumn column, Area area, List<RowRemark> remarks)
    {
        var link = row[column];
        if (link.Length == 0)
            return "";
        if (!Uri.TryCreate(link, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || !uri.Host.EndsWith(".ofsted.gov.uk", StringComparison.Ordinal))
        {
            remarks.Add(new RowRemark(column.Name, $"\"{link}\" is no address of an Ofsted report and is left out"));
            return "";
        }

        // Pages of authorities are numbered by DfE code: https://reports.ofsted.gov.uk/provider/44/926.
        if (uri.Segments is [_, "provider/", "44/", var code, ..] && code.TrimEnd('/') != area.DfeCode)
        {
            remarks.Add(new RowRemark(column.Name, $"\"{link}\" is the page of another authority than {area} and is left out"));
            return "";
        }

        return link;
    }
}
