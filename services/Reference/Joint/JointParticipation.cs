namespace Inspectorates.Reference;

/// <summary>
/// Who took part in joint inspections, where that is published: for sources that give a joint finding and not the list
/// of inspectorates.
/// </summary>
public static class JointParticipation
{
    private static readonly Lazy<IReadOnlyList<Entry>> Loaded = new(() =>
    [
        .. Table.Read("joint-participation.csv").Select(row => new Entry(
            row.Required("framework"),
            row.Optional("dfe_code"),
            row.Day("fieldwork_from") ?? throw row.Fault("fieldwork_from", "is empty"),
            row.Day("fieldwork_until") ?? DateOnly.MaxValue,
            row.List("took_part"))),
    ]);

    /// <summary>The inspectorates that took part in an inspection.</summary>
    /// <param name="framework">Code of the joint framework.</param>
    /// <param name="dfeCode">The area.</param>
    /// <param name="firstDay">The first day of fieldwork; null: not known.</param>
    /// <returns>Their codes; null where it is not known who took part, which is not the same as nobody.</returns>
    public static IReadOnlyList<string>? Of(string framework, string dfeCode, DateOnly? firstDay) =>
        Loaded.Value.FirstOrDefault(entry =>
            entry.Framework == framework
            && (entry.DfeCode ?? dfeCode) == dfeCode
            && firstDay >= entry.From && firstDay <= entry.Until)?.TookPart;

    private sealed record Entry(string Framework, string? DfeCode, DateOnly From, DateOnly Until, IReadOnlyList<string> TookPart);
}
