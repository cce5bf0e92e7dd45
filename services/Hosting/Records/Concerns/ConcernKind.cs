using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records.Concerns;

/// <summary>Concerns as a kind of further record: the inspectorate's own staff see them, and the public never.</summary>
internal static class ConcernKind
{
    /// <summary>Key of the areas.</summary>
    public const string Area = "area";

    /// <summary>Key of the state, by the contract's name.</summary>
    public const string State = "state";

    public static readonly FurtherKind<Concern> Kind = new(
        "concern", "concerns", ErrorReason.ConcernNotFound, (_, _) => null,
        concern =>
        [
            .. concern.Areas.Select(area => (Area, area)), (State, EnumNames.NameOf(concern.State)), ("holder", concern.Holder),
        ]);
}
