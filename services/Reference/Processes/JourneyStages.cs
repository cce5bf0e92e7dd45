namespace Inspectorates.Reference;

/// <summary>A stage of the child's journey.</summary>
/// <param name="Code">Code: <c>in-care</c>.</param>
/// <param name="Label">In words: <c>In care</c>.</param>
/// <param name="Order">Place in the journey, from 1.</param>
public sealed record JourneyStage(string Code, string Label, int Order);

/// <summary>The stages of the child's journey.</summary>
public static class JourneyStages
{
    private static readonly Lazy<IReadOnlyList<JourneyStage>> Loaded = new(() =>
    [
        .. Table.Read("journey-stages.csv")
            .Select(row => new JourneyStage(
                row.Required("code"),
                row.Required("label"),
                int.TryParse(row.Required("order"), out var order) ? order : throw row.Fault("order", "is no number")))
            .OrderBy(stage => stage.Order),
    ]);

    /// <summary>All stages in the order of the journey; the last one runs across all of them.</summary>
    public static IReadOnlyList<JourneyStage> All => Loaded.Value;
}
