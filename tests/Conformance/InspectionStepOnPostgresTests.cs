namespace Inspectorates.Conformance;

public sealed class InspectionStepOnPostgresTests : InspectionStepTests
{
    protected override StoreKind Store => StoreKind.Postgres;
}
