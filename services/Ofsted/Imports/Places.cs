using Inspectorates.Hosting.Imports;
using Inspectorates.Reference;

namespace Inspectorates.Ofsted.Imports;

/// <summary>Which area a row of an official table is about.</summary>
internal static class Places
{
    /// <summary>
    /// Why the row is about no area of today: an authority that is no more was inspected, and what came after it is another
    /// authority, even where its code leads there. Null: the row does not say so.
    /// </summary>
    public static string? AbolishedReason(CsvRow row)
    {
        var gss = row[OutcomeColumns.Gss];
        var found = Areas.England.TryFind(gss, out var area, out var refusal);
        var saysSo = Words.Key(row[OutcomeColumns.Status]) is "no longer exists" or "closed" or "abolished";

        // A former code under another name is of an authority merged into the area; under its name it is the area's own.
        var merged = found && area!.GssCodes.Any(code => code.Code == gss && code.Until is not null) && !IsNameOf(row, area);
        if (!saysSo && !merged && refusal?.Reason != AreaRefusal.Abolished)
            return null;
        var successor = found ? $"its area is now part of {area}" : refusal!.Message.TrimEnd('.');
        return $"{row[OutcomeColumns.Name]} ({gss}) no longer exists: {successor}; an inspection of it is not one of what came after";
    }

    /// <summary>The area by its GSS code, which alone is a safe key.</summary>
    public static Area? ByGss(CsvRow row, List<RowRemark> faults, List<RowRemark> remarks)
    {
        var gss = row[OutcomeColumns.Gss];
        if (!Areas.England.TryFind(gss, out var area, out var refusal))
            faults.Add(new RowRemark(OutcomeColumns.Gss.Name, $"\"{gss}\": {refusal.Message}"));
        else if (area.IsFictional)
            faults.Add(new RowRemark(OutcomeColumns.Gss.Name, $"\"{gss}\" is a fictional area, of which nothing is published"));
        else if (row[OutcomeColumns.Name].Length > 0 && !IsNameOf(row, area))
            remarks.Add(new RowRemark(OutcomeColumns.Name.Name, $"\"{row[OutcomeColumns.Name]}\" is no known name of {area}, whose code is given; the code stands"));
        return area;
    }

    private static bool IsNameOf(CsvRow row, Area area) => Areas.England.FindByName(row[OutcomeColumns.Name])?.DfeCode == area.DfeCode;
}
