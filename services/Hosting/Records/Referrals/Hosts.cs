using Inspectorates.Hosting.Refusals;
using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records.Referrals;

/// <summary>
/// Finds the host inspectorate of an agency: the one with powers over its kind. Its own kinds an inspectorate describes itself;
/// who is host for others is in Reference, which conformance holds against their self-descriptions.
/// </summary>
internal sealed class Hosts(KnownFrameworks known)
{
    /// <summary>Code of the host inspectorate of a kind of agency.</summary>
    /// <param name="kind">The kind's code.</param>
    /// <exception cref="RefusalException">It is this inspectorate itself, or there is none.</exception>
    public string Of(string kind)
    {
        if (IsOwn(kind))
            throw new RefusalException(
                ErrorReason.OwnAgency, $"This inspectorate itself has powers over agencies of the kind {Shown.Of(kind)}: there is nobody else to refer the concern to. Escalate it here.");
        return AgencyKinds.TryFind(kind, out var found) && found.Host is { } host && host != known.Description.Code
            ? host
            : throw new RefusalException(
                ErrorReason.NoHostInspectorate, $"No inspectorate is known to have powers over agencies of the kind {Shown.Of(kind)}: there is nobody to refer the concern to.");
    }

    /// <summary>Whether this inspectorate has powers over agencies of a kind.</summary>
    public bool IsOwn(string kind) => known.HostKinds.Contains(kind);
}
