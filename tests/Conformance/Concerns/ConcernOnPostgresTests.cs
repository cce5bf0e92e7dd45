namespace Inspectorates.Conformance.Concerns;

public sealed class ConcernOnPostgresTests : ConcernTests
{
    protected override StoreKind Store => StoreKind.Postgres;
}
