namespace Inspectorates.Conformance.Positions;

public sealed class JointOutcomeOnPostgresTests : JointOutcomeTests
{
    protected override StoreKind Store => StoreKind.Postgres;
}
