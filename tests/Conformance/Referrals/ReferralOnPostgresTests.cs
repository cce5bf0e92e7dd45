namespace Inspectorates.Conformance.Referrals;

public sealed class ReferralOnPostgresTests : ReferralTests
{
    protected override StoreKind Store => StoreKind.Postgres;
}
