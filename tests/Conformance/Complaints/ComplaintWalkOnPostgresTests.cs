namespace Inspectorates.Conformance.Complaints;

public sealed class ComplaintWalkOnPostgresTests : ComplaintWalkTests
{
    protected override StoreKind Store => StoreKind.Postgres;
}
