namespace Inspectorates.Conformance;

public sealed class StoreOnPostgresTests : StoreTests
{
    protected override StoreKind Store => StoreKind.Postgres;
}
