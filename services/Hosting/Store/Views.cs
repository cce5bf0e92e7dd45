using Inspectorates.Hosting.Trust;

namespace Inspectorates.Hosting.Store;

/// <summary>
/// The tables a caller is answered from: the public's, the staff's, or for a reader of named inspections both, each in part.
/// Decided in the query, so that what is hidden takes no part in any answer.
/// </summary>
/// <param name="Verdicts">How verdicts are read.</param>
/// <param name="Inspections">How inspections are read.</param>
/// <param name="Mark">Tells this view from another in tokens and cursors.</param>
/// <param name="Parameters">What the statements need besides their own.</param>
internal sealed record Views(
    IReadOnlyList<View> Verdicts, IReadOnlyList<View> Inspections, string Mark, (string Name, object? Value)[] Parameters)
{
    private static readonly Views Public = new([View.PublicVerdicts], [View.PublicInspections], "public", []);

    private static readonly Views Staff = new([View.StaffVerdicts], [View.StaffInspections], "staff", []);

    public static Views Of(Caller caller)
    {
        if (caller.IsStaff)
            return Staff;
        return caller.Grants.Count == 0 ? Public : OfGrants(caller.Grants);
    }

    private static Views OfGrants(IReadOnlyList<string> grants)
    {
        var parameters = grants.Select((key, index) => ($"@grant{index:00}", (object?)key)).ToArray();
        var keys = string.Join(", ", parameters.Select(parameter => parameter.Item1));
        return new Views(
            [
                View.PublicVerdicts with { Only = $"v.inspection_key NOT IN ({keys})" },
                // A verdict may come to another inspection, unseen until that is public.
                View.StaffVerdicts with { Only = $"v.inspection_key IN ({keys})", OnlyLater = $"(w.inspection_key IN ({keys}) OR w.public_from IS NOT NULL)" },
            ],
            [View.PublicInspections with { Only = $"v.inspection_key NOT IN ({keys})" }, View.StaffInspections with { Only = $"v.key IN ({keys})" }],
            "granted " + string.Join(' ', grants),
            parameters);
    }
}

/// <summary>A table of revisions as a reader reads it, under the name <c>v</c>.</summary>
/// <param name="Table">The table of revisions.</param>
/// <param name="Areas">The table of their areas.</param>
/// <param name="Entries">The table joined for the content, under the name <c>e</c>; empty: the revisions hold it.</param>
/// <param name="From">From which day a revision counts.</param>
/// <param name="Until">Until which day.</param>
/// <param name="Body">The content.</param>
/// <param name="KnownAt">Since when the record holds it.</param>
/// <param name="Only">A condition on the rows; empty: all.</param>
/// <param name="OnlyLater">A condition on the later rows that take a row's place; empty: all do.</param>
internal sealed record View(
    string Table, string Areas, string Entries, string From, string Until, string Body, string KnownAt, string Only = "", string OnlyLater = "")
{
    public static readonly View PublicVerdicts =
        new("public_verdict", "public_verdict_area", "", "v.counts_from", "v.counts_until", "v.body", "v.known_at");

    public static readonly View PublicInspections =
        new("public_inspection", "public_inspection_area", "", "v.counts_from", "v.counts_until", "v.body", "v.known_at");

    public static readonly View StaffVerdicts =
        new("verdict_revision", "verdict_area", "entry", "v.staff_from", "v.staff_until", "e.body", "e.at");

    public static readonly View StaffInspections =
        new("inspection_revision", "inspection_area", "entry", "v.staff_from", "v.staff_until", "e.body", "e.at");

    /// <summary>Whether it is the public's, in the form the public gets it.</summary>
    public bool IsPublic => Entries.Length == 0;

    /// <summary>The tables to read. With an area that is looked up first: it leaves a few dozen rows, where anything else leaves thousands.</summary>
    public string Source(bool byArea) =>
        $"{(byArea ? $"{Areas} a CROSS JOIN " : "")}{Table} v{(Entries.Length > 0 ? $" CROSS JOIN {Entries} e" : "")}";

    /// <summary>How they belong together.</summary>
    public string Joined(bool byArea) => string.Join(" AND ", new[]
    {
        byArea ? "a.area = @area AND v.name = a.name AND v.revision = a.revision" : "",
        Entries.Length > 0 ? "e.seq = v.seq" : "",
        Only,
        "1 = 1",
    }.Where(condition => condition.Length > 0));

    /// <summary>That a revision counts on a day, as the record is now.</summary>
    public string Counts => OnlyLater.Length == 0
        ? $"{From} <= @day AND {Until} > @day"
        : $"{From} <= @day AND NOT EXISTS (SELECT 1 FROM {Later} AND {OfLater(From)} <= @day)";

    /// <summary>That a revision counts on a day, as the record was at an instant: it was there, and none that took its place.</summary>
    public string CountedThen =>
        $"{From} <= @day AND {KnownAt} <= @known AND NOT EXISTS (SELECT 1 FROM {Later} AND {OfLater(From)} <= @day AND {OfLater(KnownAt)} <= @known)";

    /// <summary>Later revisions of the same name, under the name <c>w</c>.</summary>
    public string Later => string.Join(" AND ", new[]
    {
        $"{Table} w{(Entries.Length > 0 ? $" CROSS JOIN {Entries} x" : "")} WHERE w.name = v.name",
        "w.revision > v.revision",
        Entries.Length > 0 ? "x.seq = w.seq" : "",
        OnlyLater,
    }.Where(condition => condition.Length > 0));

    /// <summary>A column of a later revision.</summary>
    public static string OfLater(string column) =>
        (column[0] == 'v' ? "w" : "x") + column[1..];
}
