using Inspectorates.Hosting.Store;
using Inspectorates.V1;
using State = Inspectorates.V1.Recommendation.Types.State;

namespace Inspectorates.Hosting.Records.Recommendations;

/// <summary>Recommendations as the store keeps them.</summary>
internal static class RecommendationKind
{
    public static readonly FurtherKind<Recommendation> Kind = new(
        "recommendation", "recommendations", ErrorReason.RecommendationNotFound, PublicForm, Keys);

    // What the public never saw leaves it nothing when it is replaced or withdrawn.
    private static Recommendation? PublicForm(Recommendation record, Recommendation? known) =>
        record.State == State.Published || (known is not null && record.State is State.Replaced or State.Withdrawn) ? record : null;

    private static IEnumerable<(string, string)> Keys(Recommendation record) =>
    [
        .. record.Footprint.Areas.Select(area => ("area", area)),
        ("process", record.Process),
        ("inspection", record.Inspection),
        ("addressee", EnumNames.NameOf(record.Addressee.Kind)),
        ("addressee-kind", record.Addressee.Agency?.Kind ?? ""),
    ];
}
