namespace Inspectorates.Reference;

/// <summary>A children's services authority that is no more, and the DfE codes of those that took over its area.</summary>
internal sealed record AbolishedAuthority(
    string GssCode, string DfeCode, string Name, DateOnly Until, IReadOnlyList<string> Successors)
{
    public static IReadOnlyList<AbolishedAuthority> Read() =>
    [
        .. Table.Read("abolished-authorities.csv").Select(row => new AbolishedAuthority(
            row.Required("gss_code"), row.Required("dfe_code"), row.Required("name"),
            row.Day("until") ?? throw row.Fault("until", "is empty"), row.List("successors"))),
    ];
}
