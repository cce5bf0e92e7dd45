namespace Inspectorates.Conformance.Stores;

public sealed class CopyOnPostgresTests : CopyTests
{
    protected override StoreKind Store => StoreKind.Postgres;
}
