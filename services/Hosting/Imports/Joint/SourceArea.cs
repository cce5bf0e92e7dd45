using Inspectorates.Reference;

namespace Inspectorates.Hosting.Imports.Joint;

/// <summary>
/// Finds the area of an input record by what the source says of it. The DfE code is the key: GSS codes in these files
/// are stale or shared, names are misspelt. A name that is another area's makes the record a riddle, and it is refused.
/// </summary>
internal static class SourceArea
{
    /// <summary>Finds the area.</summary>
    /// <param name="dfe">The DfE code. Empty: none given, then the GSS code decides, and without one the name.</param>
    /// <param name="gss">The GSS code. Empty: none given.</param>
    /// <param name="name">The name. Empty: none given.</param>
    /// <param name="notes">Gets faults and remarks.</param>
    /// <returns>Null where a fault was noted.</returns>
    public static Area? Find(SourceCell dfe, SourceCell gss, SourceCell name, RowNotes notes)
    {
        var named = name.Text.Length > 0 ? Areas.England.FindByName(name.Text) : null;
        if (Coded(dfe, gss, notes) is not { } found)
            return notes.HasFaults ? null : Named(dfe, name, named, notes);

        if (named is not null && named.DfeCode != found.DfeCode)
        {
            notes.Fault(dfe.Column, $"\"{dfe.Text}\" is {found.Name}, and {name.Column} \"{name.Text}\" is {named.Name} ({named.DfeCode}); both must be the same area");
            return null;
        }

        if (named is null && name.Text.Length > 0)
            notes.Remark(name.Column, $"\"{name.Text}\" is not a known name of {found}; the code stands");
        return found;
    }

    private static Area? Coded(SourceCell dfe, SourceCell gss, RowNotes notes)
    {
        Area? byGss = null;
        if (gss.Text.Length > 0 && !Areas.England.TryFind(gss.Text, out byGss, out var refusal))
            notes.Remark(gss.Column, refusal.Message);

        if (dfe.Text.Length == 0)
        {
            if (byGss is not null)
                notes.Remark(dfe.Column, $"empty; the area is taken from {gss.Column} \"{gss.Text}\": {byGss}");
            return byGss;
        }

        if (!Areas.England.TryFind(dfe.Text, out var area, out refusal))
        {
            notes.Fault(dfe.Column, refusal.Message);
            return null;
        }

        if (byGss is not null && byGss.DfeCode != area.DfeCode)
            notes.Remark(gss.Column, $"\"{gss.Text}\" is {byGss}; {dfe.Column} \"{dfe.Text}\" is {area} and stands");
        return area;
    }

    private static Area? Named(SourceCell dfe, SourceCell name, Area? named, RowNotes notes)
    {
        if (named is not null)
            notes.Remark(dfe.Column, $"empty; the area is taken from {name.Column} \"{name.Text}\": {named}");
        else if (name.Text.Length == 0)
            notes.Fault(dfe.Column, "no area is given: the DfE three-digit code, such as 926, would be right");
        else
            notes.Fault(name.Column, $"\"{name.Text}\" is not the name of an area, and {dfe.Column} is empty: the DfE three-digit code, such as 926, would be right");
        return named;
    }
}

/// <summary>A cell of the source.</summary>
/// <param name="Column">Its column or JSON name.</param>
/// <param name="Text">Its text, trimmed. Empty: it is empty, or the source has no such column.</param>
internal readonly record struct SourceCell(string Column, string Text);
