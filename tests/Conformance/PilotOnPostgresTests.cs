namespace Inspectorates.Conformance;

public sealed class PilotOnPostgresTests : PilotTests
{
    protected override StoreKind Store => StoreKind.Postgres;
}
