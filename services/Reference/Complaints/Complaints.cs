namespace Inspectorates.Reference;

/// <summary>
/// What a news article of April 2013 on the inspection of how agencies together protect children complained of, and where each
/// complaint is answered. None is left out because it is hard to answer.
/// </summary>
public static class Complaints
{
    private static readonly Lazy<IReadOnlyList<Complaint>> Loaded = new(() =>
    [
        .. Table.Read("complaints.csv").Select(row => new Complaint(
            row.Required("id"), row.Required("complaint"), row.Required("concerns"), row.Required("sentence"), Contract(row), Places(row))),
    ]);

    /// <summary>All complaints in the order of their numbers. Loaded once, when first asked for.</summary>
    public static IReadOnlyList<Complaint> All => Loaded.Value;

    private static string[] Contract(Table.Row row) =>
        row.List("contract") is { Length: > 0 } names ? names : throw row.Fault("contract", "is empty");

    private static ComplaintPlace[] Places(Table.Row row) =>
        row.List("places") is { Length: > 0 } places ? [.. places.Select(place => Place(row, place))] : throw row.Fault("places", "is empty");

    private static ComplaintPlace Place(Table.Row row, string cell) => cell.Split('|') switch
    {
        [{ Length: > 0 } label, ['/', ..] path] => new ComplaintPlace(label, path),
        _ => throw row.Fault("places", $"\"{cell}\" is no place; write it as Recommendations|/areas/X03#recommendations"),
    };
}
