namespace Inspectorates.Conformance;

public sealed class FrameworkHistoryOnPostgresTests : FrameworkHistoryTests
{
    protected override StoreKind Store => StoreKind.Postgres;
}
