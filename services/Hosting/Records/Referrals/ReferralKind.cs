using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records.Referrals;

/// <summary>Referrals as a kind of further record, sent and received: the inspectorate's own staff see them, and the public never.</summary>
internal static class ReferralKind
{
    /// <summary>Key of the two inspectorates.</summary>
    public const string Party = "party";

    /// <summary>Key of the state, by the contract's name.</summary>
    public const string State = "state";

    public static readonly FurtherKind<Referral> Kind = new(
        "referral", "referrals", ErrorReason.ReferralNotFound, (_, _) => null,
        referral => [(Party, referral.Sender), (Party, referral.Host), (State, EnumNames.NameOf(referral.State)), ("concern", referral.Concern)]);
}
