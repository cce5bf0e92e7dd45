namespace Inspectorates.Conformance.Positions;

public sealed class PositionOnPostgresTests : PositionTests
{
    protected override StoreKind Store => StoreKind.Postgres;
}
