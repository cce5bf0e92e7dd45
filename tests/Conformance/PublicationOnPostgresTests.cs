namespace Inspectorates.Conformance;

public sealed class PublicationOnPostgresTests : PublicationTests
{
    protected override StoreKind Store => StoreKind.Postgres;
}
