using Inspectorates.Reference;
using Inspectorates.V1;
using AgencyKind = Inspectorates.Reference.AgencyKind;

namespace Inspectorates.Hosting.Imports.Joint;

/// <summary>Who took part in one joint inspection, and whose record keeps what was found.</summary>
/// <param name="framework">The framework.</param>
/// <param name="tookPart">Codes of those that took part; null where that is not known.</param>
internal sealed class Participants(JointFramework framework, IReadOnlyCollection<string>? tookPart)
{
    /// <summary>Whether the source tells who took part.</summary>
    public bool AreKnown => tookPart is not null;

    /// <summary>
    /// Whether an inspectorate records the inspection: it took part, or leads the framework and nobody knows who else did.
    /// </summary>
    public bool AreRecordedBy(string inspectorate) => tookPart?.Contains(inspectorate) ?? inspectorate == framework.LeadInspectorate;

    /// <summary>
    /// Whose record keeps a finding, so that over all inspectorates it is kept once. What is said of one agency is its host's,
    /// as that inspectorate's own finding; what is said of the partnership is the lead's, in the name of all that took part,
    /// and so is what is said of an agency whose host took no part or may not have.
    /// </summary>
    /// <param name="subject">The kind of agency; <c>partnership</c> for the process as a whole.</param>
    public (string Inspectorate, IReadOnlyList<string> Authors) Keeper(AgencyKind subject) =>
        subject.Host is { } host && tookPart?.Contains(host) is true ? (host, [host]) : (framework.LeadInspectorate, All);

    /// <summary>The author set of what all found together, in ascending order. Empty: members unknown.</summary>
    public IReadOnlyList<string> All => [.. (tookPart ?? []).Order(StringComparer.Ordinal)];

    /// <summary>What is recorded of every inspectorate that could have taken part.</summary>
    /// <param name="certain">The inspectorate whose own finding shows that it took part, whatever else is known. Null: none.</param>
    /// <param name="unknownBecause">Why it is not known, where it is not.</param>
    public IEnumerable<Participation> States(string? certain, string unknownBecause) => framework.Members.Select(member =>
    {
        if (member == certain || tookPart?.Contains(member) is true)
            return new Participation { Inspectorate = member, State = Participation.Types.State.TookPart };
        return tookPart is null
            ? new Participation { Inspectorate = member, State = Participation.Types.State.Unknown, Reason = unknownBecause }
            : new Participation { Inspectorate = member, State = Participation.Types.State.NotParticipating };
    });

    /// <summary>Those that took part, in words. Empty where that is not known.</summary>
    public string InWords => string.Join(", ", framework.Members.Where(member => tookPart?.Contains(member) is true).Select(InspectorateNames.Label));
}
