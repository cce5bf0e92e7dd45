using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records.Teams;

/// <summary>Inspectors as the store keeps them. The public gets nothing of them, ever.</summary>
internal static class InspectorKind
{
    public static readonly FurtherKind<Inspector> Kind = new(
        "inspector", "inspectors", ErrorReason.InspectorNotFound, (_, _) => null, Keys);

    private static IEnumerable<(string, string)> Keys(Inspector inspector) =>
    [
        .. inspector.Competences.Select(competence => ("framework", competence.Framework)),
        ("home", inspector.HomeAuthority),
    ];
}
